package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.BreakCost.Barrier;
import dev.sekisho.risk.assessment.BreakCost.Gate;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;

/** What it costs to get across every link. */
final class Barriers {
    final Derived<Barrier, Ways> points;
    final Derived<Barrier, Ways> zoneLinks;

    Barriers(
            AssessmentInput input,
            Postures postures,
            SoftwareByPlace software,
            FirewallSoftware firewalls,
            Completion unknown,
            Step step) {
        points = step.over(input.points)
                .reading(postures.points)
                .reading(firewalls.points)
                .reading(software.points)
                .reading(software.zones, input.pointsByZone)
                .reading(input.hostsOfZones, input.pointsByZone)
                .derive(
                        "ways over points",
                        at -> {
                            ConnectionPoint point = input.points.get(at);
                            Software own = software.points.get(at);
                            Software behind = software.zones.get(input.pointsByZone.of(at));
                            return new Barrier(
                                    point,
                                    Gate.at(
                                            postures.points.get(at),
                                            firewalls.points.get(at).free()),
                                    behind.products(),
                                    own.products(),
                                    behind.free() || own.free(),
                                    input.hostsOfZones.get(input.pointsByZone.of(at)),
                                    BreakCost.login(point, unknown));
                        },
                        BreakCost::ways);
        zoneLinks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .reading(firewalls.zoneLinks)
                .reading(software.zones, input.linksByZone)
                .reading(input.hostsOfZones, input.linksByZone)
                .derive(
                        "ways over zone links",
                        at -> {
                            Software behind = software.zones.get(input.linksByZone.of(at));
                            return new Barrier(
                                    input.zoneLinks.get(at),
                                    Gate.at(
                                            postures.zoneLinks.get(at),
                                            firewalls.zoneLinks.get(at).free()),
                                    behind.products(),
                                    Ways.NONE,
                                    behind.free(),
                                    input.hostsOfZones.get(input.linksByZone.of(at)),
                                    null);
                        },
                        BreakCost::ways);
    }
}
