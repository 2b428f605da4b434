package dev.sekisho.matching.product;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer with every piece of evidence for it, most specific source first. No evidence at all: the record is of other products. */
public record Judgement(Answer answer, List<Evidence> evidence) {
    public Judgement {
        evidence =
                evidence.stream().sorted(Comparator.comparing(Evidence::source)).toList();
    }

    /**
     * Sources stand side by side and the less safe word counts: affected, even where another contradicts it (CONFLICT),
     * then doubt about this very version, then a clean word. A source that only leaves the version open, because it names
     * no versions (a catalogue entry, {@code n/a}) or does not say what holds outside its ranges, doubts nothing: it is
     * shown and does not outvote a source that looked. VEX of exactly this product and version decides.
     */
    public static Judgement of(List<Evidence> evidence) {
        List<Evidence> deciding = evidence.stream()
                .filter(one -> one.weight() == Evidence.Weight.DECIDES && one.answer() != Answer.UNKNOWN)
                .toList();
        return new Judgement(deciding.isEmpty() ? lessSafe(evidence) : decided(deciding, evidence), evidence);
    }

    private static Answer lessSafe(List<Evidence> evidence) {
        Set<Answer> answers = evidence.stream().map(Evidence::answer).collect(Collectors.toSet());
        boolean clean = answers.stream().anyMatch(Answer::isClean);
        boolean affected = answers.contains(Answer.AFFECTED);
        if (answers.contains(Answer.CONFLICT) || affected && clean) {
            return Answer.CONFLICT;
        }
        if (affected) {
            return Answer.AFFECTED;
        }
        boolean doubted = evidence.stream()
                .anyMatch(one -> one.answer() == Answer.UNKNOWN && one.weight() != Evidence.Weight.ONE_OF_MANY);
        if (doubted || !clean) {
            return Answer.UNKNOWN;
        }
        return answers.contains(Answer.FIXED) ? Answer.FIXED : Answer.NOT_AFFECTED;
    }

    /** The latest of those that decide, until somebody who may have spoken later contradicts it. */
    private static Answer decided(List<Evidence> deciding, List<Evidence> evidence) {
        Instant last = deciding.stream()
                .map(Evidence::dated)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Evidence> latest = deciding.stream()
                .filter(one -> Objects.equals(one.dated(), last))
                .toList();
        Answer word = lessSafe(latest);
        boolean contradicted = word.isClean()
                && evidence.stream()
                        .filter(one -> one.answer() == Answer.AFFECTED || one.answer() == Answer.CONFLICT)
                        .anyMatch(one -> mayBeLater(one.dated(), last));
        return contradicted ? Answer.CONFLICT : word;
    }

    /** Where either bears no date nothing shows which was later. */
    private static boolean mayBeLater(@Nullable Instant other, @Nullable Instant decided) {
        return other == null || decided == null || other.isAfter(decided);
    }

    /** Whether the record names the product at all. */
    public boolean concerns() {
        return !evidence.isEmpty();
    }

    /** The first repaired version any source names for the installed line. */
    public @Nullable String fixVersion() {
        return evidence.stream()
                .map(Evidence::fixVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
