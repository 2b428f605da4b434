package dev.sekisho.risk.estate.software;

import dev.sekisho.risk.estate.time.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done about one advisory at one installation.
 *
 * @param controlVerifiedOn when a compensating control was verified to work
 * @param controlExpiresOn last day that verification holds; absent means it never counts
 * @param triagedOn when forensic triage was done
 */
public record Treatment(
        String advisory,
        @Nullable LocalDate controlVerifiedOn,
        @Nullable LocalDate controlExpiresOn,
        @Nullable LocalDate triagedOn) {

    /** A compensating control counts only between its verification and its expiry. */
    public boolean compensates(LocalDate day) {
        return controlVerifiedOn != null
                && controlExpiresOn != null
                && Days.hasBegun(controlVerifiedOn, day)
                && !day.isAfter(controlExpiresOn);
    }
}
