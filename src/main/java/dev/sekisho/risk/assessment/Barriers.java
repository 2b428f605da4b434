package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Posture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it costs to get across every link. */
final class Barriers {
    final Derived<Barrier, Ways> points;
    final Derived<Barrier, Ways> zoneLinks;

    private final AssessmentInput input;
    private final SoftwareByPlace software;

    Barriers(AssessmentInput input, Postures postures, SoftwareByPlace software, Step step) {
        this.input = input;
        this.software = software;
        Derived<?, Optional<Ways>> supplied = input.holdings.supplied();
        points = step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(software.zones, input.pointsByZone)
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(supplied)
                .derive(
                        "ways over points",
                        at -> barrier(
                                input.points.get(at),
                                postures.points.get(at),
                                input.pointsByZone.of(at),
                                software.points.get(at),
                                supplied.get(at).orElse(null)),
                        BreakCost::ways);
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(software.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .derive(
                        "ways over zone links",
                        at -> barrier(
                                input.zoneLinks.get(at),
                                postures.zoneLinks.get(at),
                                input.linksByZone.of(at),
                                Software.NONE,
                                null),
                        BreakCost::ways);
    }

    private Barrier barrier(Link link, Posture posture, int zone, Software own, @Nullable Ways supplied) {
        return Barrier.at(link, posture, software.zones.get(zone), own, input.hostsOfZones.get(zone), supplied);
    }
}
