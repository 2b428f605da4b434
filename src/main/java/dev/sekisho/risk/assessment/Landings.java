package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.ZoneSpace;
import dev.sekisho.risk.entry.ZoneSpace.Ground;
import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.incremental.Touched;
import dev.sekisho.risk.incremental.Tracked;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where one lands over every connection point: in the zone it is registered for, and in every other to which its rules, as
 * far as they are known, let something through. That is so whatever is known of the firewall they are for.
 */
final class Landings {
    /** Keys of the zones beside the registered one, in ascending order. */
    final Derived<?, List<String>> others;

    private final AssessmentInput input;

    Landings(AssessmentInput input, Postures postures, Completion unknown, Step step) {
        this.input = input;
        Derived<?, Ground> grounds = step.over(input.zones)
                .reading(input.hostsOfZones)
                .collect("grounds", zone -> ground(input.zones.get(zone), input.hostsOfZones.get(zone)));
        ZoneSpace space = step.value("space of zones", grounds.values(), ZoneSpace::new);
        others = step.over(input.points)
                .reading(postures.points)
                .readingFrom(space)
                .collect(
                        "other landings",
                        at -> others(at, destinations(input.points.get(at), postures.points.get(at), unknown), space));
    }

    private static Ground ground(Zone zone, List<Asset> hosts) {
        List<AddressSet> strays = hosts.stream()
                .map(Asset::addresses)
                .filter(addresses -> !zone.cidrs().contains(addresses))
                .toList();
        return new Ground(
                zone.organization(),
                strays.isEmpty() ? zone.cidrs() : zone.cidrs().union(AddressSet.union(strays)));
    }

    private List<String> others(int at, AddressSet destinations, ZoneSpace space) {
        int registered = input.pointsByZone.of(at);
        return space.of(destinations, registered).stream()
                .filter(zone -> zone != registered)
                .map(input.zones.keys()::get)
                .toList();
    }

    /** Rules that are too entangled to be measured lead at worst to all that any of them names. */
    private static AddressSet destinations(ConnectionPoint point, Posture posture, Completion unknown) {
        RuleSet rules = point.ruleSet();
        if (posture.traffic() != null) {
            return posture.traffic().destinations();
        }
        if (rules == null || unknown.best()) {
            return AddressSet.NONE;
        }
        return rules.defaultAction() == Action.PERMIT
                ? AddressSet.ANY
                : AddressSet.union(rules.rules().stream()
                        .filter(rule -> rule.effect() == Action.PERMIT)
                        .map(Rule::destinations)
                        .toList());
    }

    /** Numbers of the zones where one lands over a connection point, the registered one first. */
    IntStream of(int point) {
        return IntStream.concat(
                IntStream.of(input.pointsByZone.of(point)),
                others.get(point).stream().mapToInt(input.zones::at));
    }

    /** The connection points over which one lands somewhere else where something is other than before. */
    Touched touched(Tracked zones) {
        BitSet changed = zones.changed();
        var points = new BitSet();
        if (!changed.isEmpty()) {
            for (int at = 0; at < input.points.size(); at++) {
                points.set(at, others.get(at).stream().anyMatch(zone -> changed.get(input.zones.at(zone))));
            }
        }
        return new Touched(points);
    }
}
