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
 * @param outside its addresses are empty if not known; its ports are those that are forwarded
 * @param doubts empty if all of what arrives is known
 */
record FortiVirtualAddress(
        Entry entry,
        boolean six,
        AddressSet sources,
        Side outside,
        Side inside,
        ProtocolSet protocols,
        List<String> doubts) {

    /** The same traffic's destination on one side of it. */
    record Side(AddressSet addresses, PortSet ports) {}

    AddressSet addresses() {
        return outside.addresses().union(inside.addresses());
    }

    boolean isKnown() {
        return doubts.isEmpty();
    }

    /** What goes through it, as policies meet it. */
    RuleMatch arriving() {
        return RuleMatch.ANY
                .from(sources)
                .to(inside.addresses())
                .over(protocols)
                .toPorts(inside.ports());
    }

    /** The same traffic as it is sent. */
    RuleMatch sent() {
        return RuleMatch.ANY
                .from(sources)
                .to(outside.addresses())
                .over(protocols)
                .toPorts(outside.ports());
    }

    /** What of the traffic that a policy speaks of arrives through this address. */
    RuleMatch arriving(RuleMatch policy) {
        return policy.from(sources).to(inside.addresses()).over(protocols).toPorts(inside.ports());
    }

    /** The same as it is sent; a policy for some of the ports inside leaves open which of those outside are meant. */
    Resolved<RuleMatch> sent(RuleMatch policy) {
        var samePorts = inside.ports().equals(outside.ports());
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
                : samePorts || policy.destinationPorts().contains(inside.ports())
                        ? new Resolved<>(sent, doubts)
                        : Resolved.doubtful(sent, "only some ports of a virtual address pass");
    }

    /** What is not known may be any address, of either family. */
    Translation translation() {
        return Translation.of(
                        outside.addresses().isEmpty() ? all() : outside.addresses(),
                        isKnown() ? inside.addresses() : AddressSet.ANY)
                .from(sources)
                .over(protocols)
                .ports(outside.ports(), inside.ports().equals(outside.ports()) ? null : inside.ports())
                .at(entry.line(), "virtual address " + entry.name());
    }

    private AddressSet all() {
        return six ? AddressSet.ANY6 : AddressSet.ANY4;
    }
}
