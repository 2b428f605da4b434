package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.fortios.FortiPolicy.Side;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policies that decide in one virtual domain, in their order. Which table holds them depends on the version and on
 * the mode the domain works in; what the other tables hold decides nothing.
 */
final class FortiRulebase {

    private static final String SECURITY = "firewall security-policy";
    private static final String CONSOLIDATED = "firewall consolidated policy";
    private static final List<String> PLAIN = List.of("firewall policy", "firewall policy6");

    private final FortiConfiguration configuration;
    private final String domain;
    private final List<FortiPolicy> policies;

    FortiRulebase(FortiConfiguration configuration, String domain) {
        this.configuration = configuration;
        this.domain = domain;
        this.policies = tables().stream()
                .flatMap(table -> entries(table).flatMap(entry -> families(table, entry)))
                .toList();
    }

    /** Of both families, also those switched off. */
    List<FortiPolicy> policies() {
        return policies;
    }

    boolean speaksOf(boolean six) {
        return policies.stream().anyMatch(policy -> policy.six() == six);
    }

    /** Virtual addresses act without being named, and policies speak of the addresses inside. */
    boolean translatesCentrally() {
        return settings().isOn("central-nat");
    }

    private List<String> tables() {
        var mode = settings().one("ngfw-mode", "");
        if (!isEmpty(SECURITY) && !mode.equals("profile-based")) {
            return List.of(SECURITY);
        }
        if (mode.equals("policy-based")) {
            // before there were security policies the plain ones decided; later ones state no action
            return entries(PLAIN.get(0)).anyMatch(entry -> !entry.all("action").isEmpty()) ? PLAIN : List.of();
        }
        var consolidated =
                settings().isOn("consolidated-firewall-mode") || PLAIN.stream().allMatch(this::isEmpty);
        return consolidated && !isEmpty(CONSOLIDATED) ? List.of(CONSOLIDATED) : PLAIN;
    }

    private Entry settings() {
        return configuration.settings(domain, "system settings");
    }

    private Stream<Entry> entries(String table) {
        return configuration.entries(domain, table).stream();
    }

    private boolean isEmpty(String table) {
        return entries(table).findAny().isEmpty();
    }

    private static Stream<FortiPolicy> families(String table, Entry entry) {
        if (table.endsWith("policy6")) {
            return Stream.of(new FortiPolicy(entry, true, ""));
        }
        var six = new FortiPolicy(entry, true, "6");
        var four = new FortiPolicy(entry, false, isNamed(entry, "4") ? "4" : "");
        return !isStated(six) ? Stream.of(four) : isStated(four) ? Stream.of(four, six) : Stream.of(six);
    }

    private static boolean isNamed(Entry entry, String suffix) {
        return !entry.all("srcaddr" + suffix).isEmpty()
                || !entry.all("dstaddr" + suffix).isEmpty();
    }

    private static boolean isStated(FortiPolicy policy) {
        return isNamed(policy.entry(), policy.suffix())
                || Stream.of(Side.values()).anyMatch(side -> policy.entry().isOn(policy.internetService(side)));
    }
}
