package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.traffic.TrafficSummary;
import org.jspecify.annotations.Nullable;

/**
 * What holds at a link on a day, after evidence has aged and rules have been measured.
 *
 * @param filter the state that counts: undated evidence is UNKNOWN, old evidence decays
 * @param openness 0..1; 1 where nothing better is known
 * @param riskyService highest weight among the risky services permitted, 0..1; 1 where nothing better is known
 * @param traffic what the rules permit; absent when there are no rules or nothing to measure them against
 */
public record Posture(
        FilterState filter,
        double openness,
        double riskyService,
        @Nullable TrafficSummary traffic) {

    /** Openness from which a filter is one in name only. */
    public static final double NOMINAL = 0.95;

    /** Nothing really stands between the two sides. */
    public boolean unfiltered() {
        return filter.absent() || openness >= NOMINAL;
    }

    /** The rules are known and let nothing through. */
    public boolean permitsNothing() {
        return !filter.absent()
                && (traffic != null && traffic.isAssessable() ? traffic.permitsNothing() : openness == 0);
    }
}
