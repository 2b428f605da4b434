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

    Barriers(AssessmentInput frame, Postures postures, SoftwareByPlace software, Step step) {
        Derived<?, Optional<Ways>> supplied = step.over(frame.points)
                .readingFrom(new Holdings.Facts(frame.estate))
                .collect("supplied", at -> Optional.ofNullable(BreakCost.supplied(frame.points.get(at), frame.estate)));
        points = step.over(frame.points)
                .reading(postures.points)
                .reading(software.points)
                .reading(software.zones, frame.pointsByZone)
                .reading(frame.hostsOfZones, frame.pointsByZone)
                .reading(supplied)
                .derive(
                        "ways over points",
                        at -> {
                            ConnectionPoint point = frame.points.get(at);
                            int zone = frame.pointsByZone.of(at);
                            return Barrier.at(
                                    point,
                                    postures.points.get(at),
                                    software.zones.get(zone),
                                    software.points.get(at),
                                    frame.hostsOfZones.get(zone),
                                    supplied.get(at).orElse(null));
                        },
                        BreakCost::ways);
        zoneLinks = step.over(frame.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(software.zones, frame.linksByZone)
                .reading(frame.hostsOfZones, frame.linksByZone)
                .derive(
                        "ways over zone links",
                        at -> {
                            ZoneLink link = frame.zoneLinks.get(at);
                            int zone = frame.linksByZone.of(at);
                            return Barrier.at(
                                    link,
                                    postures.zoneLinks.get(at),
                                    software.zones.get(zone),
                                    Software.NONE,
                                    frame.hostsOfZones.get(zone),
                                    null);
                        },
                        BreakCost::ways);
    }
}
