package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.score.TrafficMeter;
import dev.sekisho.risk.score.TrafficMeter.Guarded;
import dev.sekisho.risk.traffic.TrafficSummary;
import java.util.Optional;

/** What holds at every link, in the order of the rosters. */
final class Postures {
    final Derived<?, Posture> points;
    final Derived<?, Posture> zoneLinks;

    private final AssessmentInput input;
    private final Step step;
    private final Completion unknown;

    /** A firewall with what its rules let through. */
    private record Standing(Firewall firewall, Optional<TrafficSummary> traffic) {}

    Postures(AssessmentInput input, Completion unknown, Step step) {
        this.input = input;
        this.step = step;
        this.unknown = unknown;
        points = postures("points", input.points, input.guards.points);
        zoneLinks = postures("zone links", input.zoneLinks, input.guards.zoneLinks);
    }

    private <L extends Link> Derived<Standing, Posture> postures(
            String which, IndexedFacts<L> links, Derived<?, Guarded> guards) {
        var meter = new TrafficMeter(input.measurements, unknown);
        Derived<Guarded, Optional<TrafficSummary>> traffic =
                step.over(links).reading(guards).derive("traffic over " + which, guards::get, meter::measure);
        return step.over(links)
                .reading(traffic)
                .given(input.today, input.model.evidence())
                .derive(
                        "postures of " + which,
                        at -> new Standing(links.get(at).firewall(), traffic.get(at)),
                        standing -> Posture.of(
                                standing.firewall,
                                standing.traffic.orElse(null),
                                input.model.evidence(),
                                input.today,
                                unknown));
    }
}
