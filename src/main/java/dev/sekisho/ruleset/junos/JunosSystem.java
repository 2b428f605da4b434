package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device, or one of the logical systems and tenants that it is divided into: each has zones, policies and objects of its
 * own.
 *
 * @param sections of the whole configuration, policies and packet filters; told which of them are asked
 */
record JunosSystem(JunosNode root, Sections sections) {

    /** How the device calls what is not divided. */
    private static final String ROOT = "root-logical-system";

    /** What the guard names, or the only one that can be meant. */
    static JunosSystem of(JunosNode root, Sections sections, GuardSelector guard) {
        var systems = all(root, sections);
        var named = guard.one(Key.VSYS);
        if (named.isPresent()) {
            return Optional.ofNullable(systems.get(named.get()))
                    .orElseThrow(() -> UnsuitableGuard.unknown(Key.VSYS, named.get(), systems.keySet()));
        }
        var ruled = systems.entrySet().stream()
                .filter(system -> system.getValue().hasPolicies())
                .map(Map.Entry::getKey)
                .toList();
        if (ruled.size() < 2) {
            return systems.get(ruled.isEmpty() ? ROOT : ruled.get(0));
        }
        var meant = ruled.stream().filter(name -> systems.get(name).has(guard)).toList();
        if (meant.size() != 1) {
            throw UnsuitableGuard.missing(Key.VSYS, ruled);
        }
        return systems.get(meant.get(0));
    }

    private static Map<String, JunosSystem> all(JunosNode root, Sections sections) {
        var systems = new LinkedHashMap<String, JunosSystem>();
        systems.put(ROOT, new JunosSystem(root, sections));
        for (var kind : List.of("logical-systems", "tenants")) {
            root.at(kind).children().forEach(system -> systems.put(system.name(), new JunosSystem(system, sections)));
        }
        return systems;
    }

    /** The policies and packet filters of a configuration, whichever system they belong to. */
    static Sections sections(JunosNode root) {
        var sections = new Sections();
        for (var system : all(root, sections).values()) {
            for (var from : system.policies().at("from-zone").children()) {
                from.at("to-zone").children().forEach(to -> declare("policy", to.at("policy"), sections));
            }
            declare("policy", system.policies().at("global", "policy"), sections);
            var firewall = system.root().at("firewall");
            declare("filter", firewall.at("filter"), sections);
            firewall.at("family").children().forEach(family -> declare("filter", family.at("filter"), sections));
        }
        return sections;
    }

    private static void declare(String kind, JunosNode all, Sections sections) {
        all.children().forEach(one -> sections.declare(Section.of(kind, one.name(), one.line())));
    }

    /** Says that what guards a link depends on a policy. */
    void askPolicy(JunosNode policy) {
        sections.ask(Section.of("policy", policy.name(), policy.line()));
    }

    /** Says that what guards a link depends on a packet filter. */
    void askFilter(JunosNode filter) {
        sections.ask(Section.of("filter", filter.name(), filter.line()));
    }

    /** Whether it has all zones and interfaces that the guard names. */
    private boolean has(GuardSelector guard) {
        return guard.all(Key.FROM_ZONE).stream().allMatch(zones()::has)
                && guard.all(Key.TO_ZONE).stream().allMatch(zones()::has)
                && guard.all(Key.INTERFACE).stream().allMatch(this::hasInterface)
                && guard.all(Key.OUT_INTERFACE).stream().allMatch(this::hasInterface);
    }

    private boolean hasInterface(String name) {
        return zones().children().stream()
                .anyMatch(zone -> zone.at("interfaces").names().contains(JunosZones.unit(name)));
    }

    JunosNode security() {
        return root.at("security");
    }

    JunosNode policies() {
        return security().at("policies");
    }

    boolean hasPolicies() {
        return security().has("policies");
    }

    /** Whether it filters packets and knows no flows: no policies, no zones. */
    boolean isRouter() {
        return root.has("firewall") && !hasPolicies() && zones().isEmpty();
    }

    JunosNode zones() {
        return security().at("zones", "security-zone");
    }
}
