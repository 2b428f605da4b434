package dev.sekisho.matching.product;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer with every piece of evidence for it, most specific source first. No evidence at all: the record is of other products. */
public record Judgement(MatchAnswer answer, List<MatchEvidence> evidence) {
    public Judgement {
        evidence = evidence.stream()
                .sorted(Comparator.comparing(MatchEvidence::source))
                .toList();
    }

    /**
     * Sources stand side by side and the less safe word counts: affected, even where another contradicts it (CONFLICT),
     * then doubt about this very version, then a clean word. A source that only leaves the version open, because it names
     * no versions (a catalogue entry, {@code n/a}) or does not say what holds outside its ranges, doubts nothing: it is
     * shown and does not outvote a source that looked. VEX of exactly this product and version decides.
     */
    public static Judgement of(List<MatchEvidence> evidence) {
        List<MatchEvidence> deciding = evidence.stream()
                .filter(one -> one.weight() == MatchEvidence.Weight.DECIDES && one.answer() != MatchAnswer.UNKNOWN)
                .toList();
        return new Judgement(deciding.isEmpty() ? lessSafe(evidence) : decided(deciding, evidence), evidence);
    }

    /** Both together, said once where both say the same. */
    public Judgement and(Judgement other) {
        return of(Stream.concat(evidence.stream(), other.evidence.stream())
                .distinct()
                .toList());
    }

    private static MatchAnswer lessSafe(List<MatchEvidence> evidence) {
        Set<MatchAnswer> answers = evidence.stream().map(MatchEvidence::answer).collect(Collectors.toSet());
        boolean clean = answers.stream().anyMatch(MatchAnswer::isClean);
        boolean affected = answers.contains(MatchAnswer.AFFECTED);
        if (answers.contains(MatchAnswer.CONFLICT) || affected && clean) {
            return MatchAnswer.CONFLICT;
        }
        if (affected) {
            return MatchAnswer.AFFECTED;
        }
        boolean doubted = evidence.stream()
                .anyMatch(
                        one -> one.answer() == MatchAnswer.UNKNOWN && one.weight() != MatchEvidence.Weight.ONE_OF_MANY);
        if (doubted || !clean) {
            return MatchAnswer.UNKNOWN;
        }
        return answers.contains(MatchAnswer.FIXED) ? MatchAnswer.FIXED : MatchAnswer.NOT_AFFECTED;
    }

    /** The latest of those that decide, until somebody who may have spoken later contradicts it. */
    private static MatchAnswer decided(List<MatchEvidence> deciding, List<MatchEvidence> evidence) {
        Instant last = deciding.stream()
                .map(MatchEvidence::dated)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<MatchEvidence> latest = deciding.stream()
                .filter(one -> Objects.equals(one.dated(), last))
                .toList();
        MatchAnswer word = lessSafe(latest);
        boolean contradicted = word.isClean()
                && evidence.stream()
                        .filter(one -> one.answer() == MatchAnswer.AFFECTED || one.answer() == MatchAnswer.CONFLICT)
                        .anyMatch(one -> mayBeLater(one.dated(), last));
        return contradicted ? MatchAnswer.CONFLICT : word;
    }

    /** Where either bears no date nothing shows which was later. */
    private static boolean mayBeLater(@Nullable Instant other, @Nullable Instant decided) {
        return other == null || decided == null || other.isAfter(decided);
    }

    /** Whether the record names the product at all. */
    public boolean concerns() {
        return !evidence.isEmpty();
    }

    /** Undecided, and by the sources alone: were the gap ours, it would count as affected. */
    public boolean isPossible() {
        return answer == MatchAnswer.UNKNOWN
                && evidence.stream()
                        .filter(one -> one.answer() == MatchAnswer.UNKNOWN)
                        .allMatch(MatchEvidence::possible);
    }

    /** Why it is undecided; empty where it is not. */
    public Set<Gap> gaps() {
        return answer != MatchAnswer.UNKNOWN
                ? Set.of()
                : evidence.stream()
                        .filter(one -> one.answer() == MatchAnswer.UNKNOWN)
                        .map(MatchEvidence::gap)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who calls it affected: each source with its record. */
    public Set<String> provenBy() {
        return evidence.stream()
                .filter(one -> one.answer() == MatchAnswer.AFFECTED || one.answer() == MatchAnswer.CONFLICT)
                .map(one -> one.sourceName() + ": " + one.recordId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first repaired version any source names for the installed line. */
    public @Nullable String fixVersion() {
        return evidence.stream()
                .map(MatchEvidence::fixVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
