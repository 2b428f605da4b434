package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What passes beside the policies that decide and is not modelled: other families on the way, proxies of the device. */
final class FortiOtherTables {

    /** Only what such a policy let pass before comes here. */
    private static final String TRANSPARENT = "transparent-web";

    private final FortiConfiguration configuration;
    private final String domain;

    private final Optional<String> in;

    FortiOtherTables(FortiConfiguration configuration, String domain, GuardSelector guard) {
        this.configuration = configuration;
        this.domain = domain;
        this.in = guard.one(GuardSelector.Key.INTERFACE);
    }

    void write(RuleCollector rules) {
        Stream.of("46", "64")
                .forEach(crossing -> permits("firewall policy" + crossing)
                        .forEach(policy -> rules.permit(
                                RuleMatch.ANY.to(addresses(policy, crossing)),
                                List.of("translates between IPv4 and IPv6, which is not modelled"),
                                policy.line(),
                                "policy" + crossing + " " + policy.name())));
        permits("firewall proxy-policy")
                .filter(policy -> !policy.one("proxy", "").equals(TRANSPARENT) && isReachable(policy))
                .forEach(policy -> rules.permit(
                        RuleMatch.ANY.over(ProtocolSet.TCP),
                        List.of("passes through a proxy of the device, which is not modelled"),
                        policy.line(),
                        "proxy policy " + policy.name()));
    }

    private Stream<Entry> permits(String table) {
        return configuration.entries(domain, table).stream()
                .filter(policy ->
                        !policy.isOff() && !policy.one("action", "deny").equals("deny"));
    }

    /** An explicit proxy listens only at interfaces that say so. */
    private boolean isReachable(Entry policy) {
        var interfaces = configuration.table(FortiConfiguration.ROOT, "system interface");
        var asked = in.map(interfaces::get).map(List::of).orElseGet(() -> List.copyOf(interfaces.values()));
        return !policy.one("proxy", "").startsWith("explicit-")
                || asked.isEmpty()
                || asked.stream().anyMatch(one -> one.isOn("explicit-web-proxy") || one.isOn("explicit-ftp-proxy"));
    }

    /** Outside and inside, where both are known. */
    private AddressSet addresses(Entry policy, String crossing) {
        var all = new ArrayList<AddressSet>();
        for (var name : policy.all("dstaddr")) {
            all.addAll(members(name, crossing).map(FortiOtherTables::addresses).toList());
        }
        return all.isEmpty() || all.stream().anyMatch(AddressSet::isEmpty) ? AddressSet.ANY : AddressSet.union(all);
    }

    private Stream<Entry> members(String name, String crossing) {
        var group = configuration.table(domain, "firewall vipgrp" + crossing).get(name);
        var names = group == null ? List.of(name) : group.all("member");
        var nothing = new Entry(name, 0, Map.of());
        return names.stream()
                .map(one ->
                        configuration.table(domain, "firewall vip" + crossing).getOrDefault(one, nothing));
    }

    /** Empty where not known. */
    private static AddressSet addresses(Entry virtual) {
        try {
            var outside = FortiVirtualReading.union(virtual.all("extip"));
            var inside = FortiVirtualReading.union(virtual.all("mappedip"));
            return outside.isEmpty() || inside.isEmpty() ? AddressSet.NONE : outside.union(inside);
        } catch (IllegalArgumentException e) {
            return AddressSet.NONE;
        }
    }
}
