package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.traffic.TrafficSummary;
import java.time.LocalDate;
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

    /** @param traffic what the rules permit; absent where that is not known */
    public static Posture of(
            Firewall firewall,
            @Nullable TrafficSummary traffic,
            Model.Evidence evidence,
            LocalDate today,
            Completion unknown) {
        FilterState filter = new Aging(evidence, today).standing(unknown.firewall(firewall, today));
        if (filter.absent()) {
            return new Posture(filter, 1, 1, traffic);
        }
        if (traffic == null || !traffic.isAssessable()) {
            double silence = unknown.best() ? 0 : 1;
            return new Posture(filter, silence, silence, traffic);
        }
        return new Posture(filter, traffic.openness(), traffic.riskyWeight(), traffic);
    }
}
