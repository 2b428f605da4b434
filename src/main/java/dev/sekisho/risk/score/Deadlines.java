package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

    public Deadline of(Installation installation, Advisory advisory, Match match, boolean exposed) {
        Model.DeadlineRow row = model.deadline(
                advisory.exploited() != null,
                exposed,
                !Boolean.FALSE.equals(advisory.automatable()),
                advisory.impact() != Impact.PARTIAL);
        LocalDate start = clockStart(installation, advisory, match);
        if (!match.hasFix()) {
            return running(model.vulnerability().decide().withinDays(), start, "no fix: decide at once", row.triage());
        }
        return running(row.days(), start, row.toString(), row.triage());
    }

    private Deadline running(@Nullable Integer days, @Nullable LocalDate start, String row, boolean triage) {
        if (days == null) {
            return new Deadline(null, start, row, triage, 0);
        }
        // Nobody dated anything: the time may have run out long ago, and unknown is never safe.
        LocalDate due = Objects.requireNonNullElse(start, LocalDate.EPOCH).plusDays(days);
        String dated = start == null ? row + " (nothing is dated: counts as long overdue)" : row;
        return new Deadline(due, start, dated, triage, Math.max(0, ChronoUnit.DAYS.between(due, today)));
    }

    /** The later of a fix being there and our first knowledge of the affected version. */
    private @Nullable LocalDate clockStart(Installation installation, Advisory advisory, Match match) {
        LocalDate fix = match.hasFix() ? match.fixAvailableOn() : null;
        boolean undated =
                (match.hasFix() && fix == null) || advisory.knownOn() == null || installation.versionKnownOn() == null;
        if (unknown.best() && undated) {
            return today;
        }
        return Stream.of(
                        Optional.ofNullable(fix),
                        Optional.ofNullable(advisory.knownOn()),
                        Optional.ofNullable(installation.versionKnownOn()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
