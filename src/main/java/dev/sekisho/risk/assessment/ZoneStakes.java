package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Exposure;
import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.stake.Stake;
import dev.sekisho.risk.stake.Stakes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What every zone is worth to whoever comes there, and what third parties hold for us. */
final class ZoneStakes {
    final Derived<Inputs, Stake> zones;
    /** Of all zones, and behind them of all that is held. */
    final Stakes all;

    private final Model model;
    private final Completion unknown;

    private record Weighed(List<Stake> zones, List<Stake> held, Model.Terms terms) {
        Stakes stakes() {
            return new Stakes(Stream.concat(zones.stream(), held.stream()).toList(), terms);
        }
    }

    private record Inputs(Zone zone, List<Asset> hosts, int inner, Causes pool) {}

    ZoneStakes(AssessmentInput input, Postures postures, SoftwareByPlace software, Completion unknown, Step step) {
        this.model = input.model;
        this.unknown = unknown;
        Derived<Integer, Integer> leaks = step.over(input.zoneLinks)
                .reading(postures.zoneLinks)
                .given(model)
                .collect("leaks", at -> leak(input.zoneLinks.get(at), postures.zoneLinks.get(at)));
        zones = step.over(input.zones)
                .reading(input.hostsOfZones)
                .reading(software.zones)
                .readingMembers(leaks, input.linksByZone)
                .given(model)
                .derive(
                        "stakes",
                        zone -> new Inputs(
                                input.zones.get(zone),
                                input.hostsOfZones.get(zone),
                                leakiest(input.linksByZone.of(zone, leaks.values())),
                                software.zones.get(zone).pool()),
                        this::stake);
        Derived<?, Stake> held = step.over(input.held)
                .reading(software.held)
                .collect(
                        "stakes of holdings",
                        at -> stake(input.held.get(at), software.held.get(at).pool()));
        all = step.value("all stakes", new Weighed(zones.values(), held.values(), model.terms()), Weighed::stakes);
    }

    /** A link between zones of one that is cut leaks nothing. */
    private int leak(ZoneLink link, Posture posture) {
        if (!link.state().up()) {
            return 0;
        }
        var filter = new Exposure.Filter(posture.filter(), posture.openness(), posture.riskyService());
        return Points.milli(model.terms().inner() * filter.leak(model.exposure()));
    }

    private static int leakiest(List<Integer> leaks) {
        return leaks.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** By how much more is at stake at a host alone than in its zone, in milli-points. */
    int beyond(Asset host, int zone) {
        return 1000 * unknown.criticality(host.criticality()) - zones.get(zone).milliPoints();
    }

    private Stake stake(DataHolding holding, Causes pool) {
        int worth = 1000 * unknown.criticality(holding.criticality());
        return new Stake(
                new Subject(Subject.Kind.DATA_HOLDING, holding.key()),
                holding.name(),
                worth,
                worth,
                holding.name(),
                0,
                pool);
    }

    private Stake stake(Inputs inputs) {
        int own = 1000 * unknown.criticality(inputs.zone.criticality());
        int greatest = own;
        String what = inputs.zone.name();
        var hosts = new ArrayList<Integer>();
        for (Asset host : inputs.hosts) {
            int worth = 1000 * unknown.criticality(host.criticality());
            hosts.add(worth);
            if (worth > greatest) {
                greatest = worth;
                what = host.name();
            }
        }
        int together = hosts.isEmpty()
                ? own
                : Math.max(
                        own,
                        Loss.combine(hosts.stream().mapToInt(Integer::intValue).toArray()));
        return new Stake(
                new Subject(Subject.Kind.ZONE, inputs.zone.key()),
                inputs.zone.name(),
                together,
                greatest,
                what,
                inputs.inner,
                inputs.pool);
    }
}
