package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;

/**
 * A virtual address: what some send to the outside arrives inside, where port forwarding says so with other ports.
 * Policies meet the traffic as it arrives inside. A load balancer is one for each of its servers.
 *
 * @param sources whose traffic it acts on
 * @param outside empty if not known
 * @param outsidePorts the ports that are forwarded, as they are outside
 * @param doubts empty if all of what arrives is known
 */
record FortiVirtualAddress(
        Entry entry,
        boolean six,
        AddressSet sources,
        AddressSet outside,
        AddressSet inside,
        ProtocolSet protocols,
        PortSet outsidePorts,
        PortSet insidePorts,
        List<String> doubts) {

    AddressSet addresses() {
        return outside.union(inside);
    }

    boolean isKnown() {
        return doubts.isEmpty();
    }

    /** What goes through it, as policies meet it. */
    RuleMatch arriving() {
        return RuleMatch.ANY.from(sources).to(inside).over(protocols).toPorts(insidePorts);
    }

    /** The same traffic as it is sent. */
    RuleMatch sent() {
        return RuleMatch.ANY.from(sources).to(outside).over(protocols).toPorts(outsidePorts);
    }

    /** What of the traffic that a policy speaks of arrives through this address. */
    RuleMatch arriving(RuleMatch policy) {
        return policy.from(sources).to(inside).over(protocols).toPorts(insidePorts);
    }

    /** The same as it is sent; a policy for some of the ports inside leaves open which of those outside are meant. */
    Resolved<RuleMatch> sent(RuleMatch policy) {
        var samePorts = insidePorts.equals(outsidePorts);
        var sent = new RuleMatch(
                        policy.sources(),
                        AddressSet.ANY,
                        policy.protocols(),
                        policy.sourcePorts(),
                        samePorts ? policy.destinationPorts() : PortSet.ANY,
                        policy.icmpTypes())
                .and(sent());
        return arriving(policy).isEmpty()
                ? Resolved.exactly(RuleMatch.NONE)
                : samePorts || policy.destinationPorts().contains(insidePorts)
                        ? new Resolved<>(sent, doubts)
                        : Resolved.doubtful(sent, "only some ports of a virtual address pass");
    }

    /** What is not known may be any address, of either family. */
    Translation translation() {
        return Translation.of(outside.isEmpty() ? all() : outside, isKnown() ? inside : AddressSet.ANY)
                .from(sources)
                .over(protocols)
                .ports(outsidePorts, insidePorts.equals(outsidePorts) ? null : insidePorts)
                .at(entry.line(), "virtual address " + entry.name());
    }

    private AddressSet all() {
        return six ? AddressSet.ANY6 : AddressSet.ANY4;
    }
}
