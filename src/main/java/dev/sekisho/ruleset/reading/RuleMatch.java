package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The packets one condition matches: a product of sets. Whoever names ports means protocols with ports and whoever
 * names message types means ICMP, so a match never names both.
 */
public record RuleMatch(
        AddressSet sources,
        AddressSet destinations,
        ProtocolSet protocols,
        PortSet sourcePorts,
        PortSet destinationPorts,
        IcmpTypeSet icmpTypes) {

    public static final ProtocolSet PORTED = ProtocolSet.of("6", "17", "33", "132", "136");
    public static final ProtocolSet ICMPS = ProtocolSet.ICMP.union(ProtocolSet.ICMPV6);

    public static final RuleMatch ANY =
            new RuleMatch(AddressSet.ANY, AddressSet.ANY, ProtocolSet.ANY, PortSet.ANY, PortSet.ANY, IcmpTypeSet.ANY);
    public static final RuleMatch ANY4 = ANY.from(AddressSet.ANY4).to(AddressSet.ANY4);
    public static final RuleMatch ANY6 = ANY.from(AddressSet.ANY6).to(AddressSet.ANY6);
    public static final RuleMatch NONE = ANY.over(ProtocolSet.NONE);

    /** What goes from one side to the other; a side that is one whole family makes it of that family alone. */
    public static RuleMatch between(AddressSet sources, AddressSet destinations) {
        var match = ANY.from(sources).to(destinations);
        for (var family : DeclaredFamily.values()) {
            if (sources.equals(family.addresses()) || destinations.equals(family.addresses())) {
                match = match.and(family.match());
            }
        }
        return match;
    }

    public RuleMatch from(AddressSet allowed) {
        if (allowed == AddressSet.ANY) {
            return this;
        }
        return new RuleMatch(
                sources.intersect(allowed), destinations, protocols, sourcePorts, destinationPorts, icmpTypes);
    }

    public RuleMatch to(AddressSet allowed) {
        if (allowed == AddressSet.ANY) {
            return this;
        }
        return new RuleMatch(
                sources, destinations.intersect(allowed), protocols, sourcePorts, destinationPorts, icmpTypes);
    }

    public RuleMatch over(ProtocolSet allowed) {
        if (allowed == ProtocolSet.ANY) {
            return this;
        }
        return new RuleMatch(
                sources, destinations, protocols.intersect(allowed), sourcePorts, destinationPorts, icmpTypes);
    }

    public RuleMatch fromPorts(PortSet allowed) {
        if (allowed == PortSet.ANY) {
            return this;
        }
        return new RuleMatch(
                        sources, destinations, protocols, sourcePorts.intersect(allowed), destinationPorts, icmpTypes)
                .over(allowed.isAny() ? ProtocolSet.ANY : PORTED);
    }

    public RuleMatch toPorts(PortSet allowed) {
        if (allowed == PortSet.ANY) {
            return this;
        }
        return new RuleMatch(
                        sources, destinations, protocols, sourcePorts, destinationPorts.intersect(allowed), icmpTypes)
                .over(allowed.isAny() ? ProtocolSet.ANY : PORTED);
    }

    public RuleMatch types(IcmpTypeSet allowed) {
        if (allowed == IcmpTypeSet.ANY) {
            return this;
        }
        return new RuleMatch(
                        sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes.intersect(allowed))
                .over(allowed.isAny() ? ProtocolSet.ANY : ICMPS);
    }

    /** The same packets to these addresses instead. */
    public RuleMatch redirected(AddressSet others) {
        return new RuleMatch(sources, others, protocols, sourcePorts, destinationPorts, icmpTypes);
    }

    /** The same packets to these ports instead. */
    public RuleMatch atPorts(PortSet others) {
        return new RuleMatch(sources, destinations, protocols, sourcePorts, others, icmpTypes);
    }

    /** What comes back, or what the other end calls the same. */
    public RuleMatch reversed() {
        return new RuleMatch(destinations, sources, protocols, destinationPorts, sourcePorts, icmpTypes);
    }

    public RuleMatch and(RuleMatch other) {
        return from(other.sources)
                .to(other.destinations)
                .over(other.protocols)
                .fromPorts(other.sourcePorts)
                .toPorts(other.destinationPorts)
                .types(other.icmpTypes);
    }

    public boolean isEmpty() {
        return protocols.isEmpty()
                || sourcePorts.isEmpty()
                || destinationPorts.isEmpty()
                || icmpTypes.isEmpty()
                || !oneFamily();
    }

    public boolean isWithin(RuleMatch other) {
        return other.sources.contains(sources)
                && other.destinations.contains(destinations)
                && other.protocols.contains(protocols)
                && other.sourcePorts.contains(sourcePorts)
                && other.destinationPorts.contains(destinationPorts)
                && other.icmpTypes.contains(icmpTypes);
    }

    /** What is in this match and not in the other, as matches that share no packet: at most one per dimension. */
    public List<RuleMatch> minus(RuleMatch other) {
        if (and(other).isEmpty()) {
            return List.of(this);
        }
        var left = new ArrayList<RuleMatch>();
        var rest = this;
        left.add(rest.from(other.sources.complement()));
        rest = rest.from(other.sources);
        left.add(rest.to(other.destinations.complement()));
        rest = rest.to(other.destinations);
        left.add(rest.over(other.protocols.complement()));
        rest = rest.over(other.protocols);
        left.add(rest.fromPorts(other.sourcePorts.complement()));
        rest = rest.fromPorts(other.sourcePorts);
        left.add(rest.toPorts(other.destinationPorts.complement()));
        rest = rest.toPorts(other.destinationPorts);
        left.add(rest.types(other.icmpTypes.complement()));
        left.removeIf(RuleMatch::isEmpty);
        return left;
    }

    Rule rule(Action action) {
        return Rule.of(action)
                .from(sources)
                .to(destinations)
                .over(protocols)
                .sourcePorts(sourcePorts)
                .ports(destinationPorts)
                .types(icmpTypes);
    }

    /** Whether a set leaves out no address of the families it has any of. */
    public static boolean isAnyOfItsFamilies(AddressSet addresses) {
        return (addresses.only4().isEmpty() || addresses.contains(AddressSet.ANY4))
                && (addresses.only6().isEmpty() || addresses.contains(AddressSet.ANY6));
    }

    /** A packet has one family, so both sides must offer it. */
    private boolean oneFamily() {
        return !sources.only4().isEmpty() && !destinations.only4().isEmpty()
                || !sources.only6().isEmpty() && !destinations.only6().isEmpty();
    }
}
