package dev.sekisho.risk.score;

import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what the rules at a link let through; the same rules at the same boundary are measured once. */
public final class TrafficMeter {
    private final Measurements measurements;
    private final Completion unknown;

    /**
     * A place where rules are in force.
     *
     * @param rules absent where nobody gave them
     * @param approved what is approved there today
     */
    public record Guarded(@Nullable RuleSet rules, @Nullable Boundary boundary, List<Flow> approved) {
        public static final Guarded NOTHING = new Guarded(null, null, List.of());
    }

    public TrafficMeter(Measurements measurements, Completion unknown) {
        this.measurements = measurements;
        this.unknown = unknown;
    }

    /** Empty where there are no rules, or they are too entangled to be measured. */
    public Optional<TrafficSummary> measure(Guarded at) {
        if (at.rules == null || at.boundary == null) {
            return Optional.empty();
        }
        RuleSet concerned = at.rules.within(at.boundary.to());
        RuleSet counted = unknown.best() ? concerned.modelled() : concerned;
        return Optional.ofNullable(measurements.of(counted, at.boundary, at.approved));
    }
}
