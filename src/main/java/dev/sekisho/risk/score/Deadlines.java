package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Match;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deadline table put to use on one day; an unknown answer is the worse one. */
final class Deadlines {
    private final Model model;
    private final LocalDate today;
    private final Completion unknown;

    public Deadlines(Model model, LocalDate today, Completion unknown) {
        this.model = model;
        this.today = today;
        this.unknown = unknown;
    }

    public Deadline of(Advisory advisory, Match match, boolean exposed) {
        Model.DeadlineRow row = model.deadline(
                advisory.exploited() != null,
                exposed,
                !Boolean.FALSE.equals(advisory.automatable()),
                advisory.impact() != Impact.PARTIAL);
        LocalDate start = clockStart(advisory, match);
        List<String> triage = triageBy(row, advisory.exploited());
        if (!match.hasFix()) {
            return running(model.vulnerability().decide().withinDays(), start, "no fix: decide at once", triage);
        }
        return running(row.days(), start, row.toString(), triage);
    }

    /** The table goes by our own exposure, the catalogue by what it has seen elsewhere: neither outweighs the other. */
    private static List<String> triageBy(Model.DeadlineRow row, @Nullable Exploitation exploited) {
        return Stream.concat(
                        row.triage() ? Stream.of("deadline table") : Stream.empty(),
                        Stream.ofNullable(exploited).flatMap(evidence -> evidence.triageBy().stream()))
                .toList();
    }

    private Deadline running(@Nullable Integer days, @Nullable LocalDate start, String row, List<String> triage) {
        if (days == null) {
            return new Deadline(null, start, row, triage, 0);
        }
        // Nobody dated the first word of it: the time may have run out long ago, and unknown is never safe.
        LocalDate due = Objects.requireNonNullElse(start, LocalDate.EPOCH).plusDays(days);
        String dated = start == null ? row + " (the first word of it is not dated: counts as long overdue)" : row;
        return new Deadline(due, start, dated, triage, Math.max(0, ChronoUnit.DAYS.between(due, today)));
    }

    /**
     * The first word of it: published, exploited or recorded here; but not before there was a fix. When we noticed that
     * we have it starts nothing: an intruder does not wait for that.
     */
    private @Nullable LocalDate clockStart(Advisory advisory, Match match) {
        LocalDate word = firstWord(advisory);
        if (!match.hasFix()) {
            return word;
        }
        LocalDate fix = match.fixAvailableOn() == null && unknown.best() ? today : match.fixAvailableOn();
        return Stream.of(Optional.ofNullable(word), Optional.ofNullable(fix))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Null where nobody knows: what is not dated may have come before what is. */
    private @Nullable LocalDate firstWord(Advisory advisory) {
        if (advisory.knownOn() == null && !unknown.best()) {
            return null;
        }
        return Stream.of(
                        Optional.ofNullable(advisory.knownOn()),
                        Optional.ofNullable(advisory.exploited()).map(Exploitation::date))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(today);
    }
}
