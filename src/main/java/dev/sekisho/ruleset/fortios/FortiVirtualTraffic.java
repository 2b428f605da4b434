package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What denies leave of the traffic through virtual addresses. A deny for plain addresses does not meet it, one for a
 * virtual address meets nothing else; yet both kinds of traffic arrive at the same address inside, and the rules must
 * let pass what either of them brings there.
 */
final class FortiVirtualTraffic {

    /** Into how many parts a match may fall before it is no longer followed. */
    private static final int PARTS = 256;

    private final List<FortiVirtualAddress> active;

    /** What denies for plain addresses keep from arriving unless it comes through a virtual address. */
    private final List<RuleMatch> spared = new ArrayList<>();

    private final Map<FortiVirtualAddress, List<RuleMatch>> denied = new HashMap<>();

    /** @param active those that act on the traffic and are known */
    FortiVirtualTraffic(List<FortiVirtualAddress> active) {
        this.active = active;
    }

    /** What a deny for plain addresses surely denies. */
    List<RuleMatch> deniedPlain(RuleMatch deny, boolean matchesVirtual) {
        var met = active.stream()
                .filter(address -> !(matchesVirtual && isWhole(address, deny.destinations())))
                .toList();
        met.stream()
                .map(address -> deny.and(address.arriving()))
                .filter(one -> !one.isEmpty())
                .forEach(spared::add);
        return minus(deny, merged(met))
                .orElseGet(() -> List.of(deny.to(addresses(met).complement())));
    }

    /** Whether the addresses a deny names are all of this one, outside and inside. */
    private static boolean isWhole(FortiVirtualAddress address, AddressSet destinations) {
        return !address.outside().addresses().isEmpty() && destinations.contains(address.addresses());
    }

    private static AddressSet addresses(List<FortiVirtualAddress> some) {
        return AddressSet.union(
                some.stream().map(FortiVirtualAddress::addresses).toList());
    }

    /** Few matches for many addresses: those that forward the same are one. */
    private static Collection<RuleMatch> merged(List<FortiVirtualAddress> some) {
        var byRest = new LinkedHashMap<RuleMatch, List<AddressSet>>();
        for (var address : some) {
            for (var traffic : List.of(address.arriving(), address.sent())) {
                byRest.computeIfAbsent(anywhere(traffic), rest -> new ArrayList<>())
                        .add(traffic.destinations());
            }
        }
        return byRest.entrySet().stream()
                .map(rest -> rest.getKey().to(AddressSet.union(rest.getValue())))
                .toList();
    }

    private static RuleMatch anywhere(RuleMatch match) {
        return new RuleMatch(
                match.sources(),
                AddressSet.ANY,
                match.protocols(),
                match.sourcePorts(),
                match.destinationPorts(),
                match.icmpTypes());
    }

    /**
     * Remembers a deny for a virtual address.
     *
     * @return what it denies of the traffic that arrives, whichever way it comes
     */
    List<RuleMatch> deniedVirtual(FortiVirtualAddress address, RuleMatch arriving) {
        denied.computeIfAbsent(address, none -> new ArrayList<>()).add(arriving);
        var shared = active.stream()
                .filter(other -> !other.equals(address))
                .anyMatch(other -> !other.arriving().and(arriving).isEmpty());
        return shared
                ? List.of()
                : spared.stream()
                        .map(arriving::and)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** What of a permit for a virtual address no deny before it has taken. */
    List<RuleMatch> permitted(FortiVirtualAddress address, RuleMatch arriving) {
        return minus(arriving, denied.getOrDefault(address, List.of())).orElse(List.of(arriving));
    }

    /** All real addresses that virtual ones lead to. */
    AddressSet inside() {
        return AddressSet.union(
                active.stream().map(address -> address.inside().addresses()).toList());
    }

    List<FortiVirtualAddress> active() {
        return active;
    }

    private static Optional<List<RuleMatch>> minus(RuleMatch whole, Collection<RuleMatch> taken) {
        var left = List.of(whole);
        for (var one : taken) {
            left = left.stream().flatMap(part -> part.minus(one).stream()).toList();
            if (left.size() > PARTS) {
                return Optional.empty();
            }
        }
        return Optional.of(left);
    }
}
