package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import java.util.Optional;

/** What it costs to get across every link. */
final class Barriers {
    final Derived<Barrier, Ways> points;
    final Derived<Barrier, Ways> zoneLinks;

    Barriers(AssessmentInput input, Postures postures, SoftwareByPlace software, Step step) {
        Derived<?, Optional<Ways>> supplied = step.over(input.points)
                .readingFrom(new Holdings.Facts(input.estate))
                .collect("supplied", at -> Optional.ofNullable(BreakCost.supplied(input.points.get(at), input.estate)));
        points = step.over(input.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(software.zones, input.pointsByZone)
                .reading(input.hostsOfZones, input.pointsByZone)
                .reading(supplied)
                .derive(
                        "ways over points",
                        at -> {
                            ConnectionPoint point = input.points.get(at);
                            int zone = input.pointsByZone.of(at);
                            return Barrier.at(
                                    point,
                                    postures.points.get(at),
                                    software.zones.get(zone),
                                    software.points.get(at),
                                    input.hostsOfZones.get(zone),
                                    supplied.get(at).orElse(null));
                        },
                        BreakCost::ways);
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(software.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .derive(
                        "ways over zone links",
                        at -> {
                            ZoneLink link = input.zoneLinks.get(at);
                            int zone = input.linksByZone.of(at);
                            return Barrier.at(
                                    link,
                                    postures.zoneLinks.get(at),
                                    software.zones.get(zone),
                                    Software.NONE,
                                    input.hostsOfZones.get(zone),
                                    null);
                        },
                        BreakCost::ways);
    }
}
