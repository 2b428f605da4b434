package dev.sekisho.risk.score;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when an advisory has to be dealt with at one installation.
 *
 * @param due last day; absent when the next upgrade is soon enough
 * @param clockStart from when the days count
 * @param row the line of the deadline table that applied, in words
 * @param triageBy who asks for forensic triage as well: the line of the table, or the source that says it is exploited
 * @param daysOverdue 0 when not overdue
 */
public record Deadline(
        @Nullable LocalDate due, @Nullable LocalDate clockStart, String row, List<String> triageBy, long daysOverdue) {

    public Deadline {
        triageBy = List.copyOf(triageBy);
    }

    /** Whether forensic triage is asked for as well. */
    public boolean triage() {
        return !triageBy.isEmpty();
    }

    public boolean overdue() {
        return daysOverdue > 0;
    }
}
