package dev.sekisho.risk.score;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when an advisory has to be dealt with at one installation.
 *
 * @param due last day; absent when the next upgrade is soon enough
 * @param clockStart from when the days count
 * @param row the line of the deadline table that applied, in words
 * @param triage whether forensic triage is asked for as well
 * @param daysOverdue 0 when not overdue
 */
public record Deadline(
        @Nullable LocalDate due, @Nullable LocalDate clockStart, String row, boolean triage, long daysOverdue) {

    public boolean overdue() {
        return daysOverdue > 0;
    }
}
