package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.LongIntervals;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Traffic of one family that is a product of one set per axis. A protocol without ports leaves both port axes free; an
 * ICMP type stands on the axis of the destination port, where all numbers above the last type go with the last.
 */
record Cube(
        Intervals<?> destinations,
        LongIntervals protocols,
        LongIntervals ports,
        Intervals<?> sources,
        LongIntervals sourcePorts) {

    private static final LongIntervals ALL_PORTS = PortSet.ANY.intervals();

    /** What the rule matches: at most one cube each for protocols with ports, for ICMP and for the rest. */
    static List<Cube> of(Rule rule, Family family) {
        var protocols = rule.protocols();
        var sides = new Sides(family.of(rule.sources()), family.of(rule.destinations()), new ArrayList<>());
        if (!rule.namesPorts() && !rule.namesTypes()) {
            sides.add(protocols, ALL_PORTS, ALL_PORTS);
        }
        if (rule.namesPorts()) {
            sides.add(
                    protocols.intersect(ProtocolSet.PORTED),
                    rule.destinationPorts().intervals(),
                    rule.sourcePorts().intervals());
        }
        if (rule.namesTypes()) {
            sides.add(protocols.intersect(ProtocolSet.ICMPS), types(rule.icmpTypes()), ALL_PORTS);
        }
        return sides.cubes;
    }

    Intervals<?> side(Axis axis) {
        return switch (axis) {
            case DESTINATION -> destinations;
            case PROTOCOL -> protocols;
            case PORT -> ports;
            case SOURCE -> sources;
            case SOURCE_PORT -> sourcePorts;
        };
    }

    private static LongIntervals types(IcmpTypeSet types) {
        var beyond = LongIntervals.of(IcmpTypeSet.LAST, PortSet.LAST);
        return types.contains(IcmpTypeSet.LAST) ? types.intervals().union(beyond) : types.intervals();
    }

    private record Sides(Intervals<?> sources, Intervals<?> destinations, List<Cube> cubes) {

        void add(ProtocolSet protocols, LongIntervals ports, LongIntervals sourcePorts) {
            if (!sources.isEmpty()
                    && !destinations.isEmpty()
                    && !protocols.isEmpty()
                    && !ports.isEmpty()
                    && !sourcePorts.isEmpty()) {
                cubes.add(new Cube(destinations, protocols.intervals(), ports, sources, sourcePorts));
            }
        }
    }
}
