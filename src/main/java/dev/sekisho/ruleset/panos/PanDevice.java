package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a configuration: virtual systems, what Panorama pushed to them, device groups, what is shared. */
final class PanDevice {

    /** What a device without several virtual systems calls its only one. */
    private static final String FIRST = "vsys1";

    private final PanNode root;

    /** Virtual systems, device groups and networks stand below the device, or at the top where only one is meant. */
    private final List<PanNode> systems = new ArrayList<>();

    PanDevice(PanTree tree) {
        root = tree.root;
        systems.add(root);
        systems.addAll(root.at("devices").children());
    }

    /** What the guard names: a device group, a virtual system, or the only one of them. */
    PanPlace place(GuardSelector guard) {
        var group = guard.one(Key.DEVICE_GROUP);
        var system = guard.one(Key.VSYS);
        if (group.isPresent()) {
            return ofGroup(known(Key.DEVICE_GROUP, group.get(), groupNames()));
        }
        if (system.isPresent()) {
            return ofSystem(known(Key.VSYS, system.get(), systemNames()));
        }
        var ruled = systemNames().stream().filter(this::hasRules).toList();
        if (ruled.isEmpty() && isOfPanorama()) {
            return groupNames().isEmpty() ? ofGroup("") : onlyGroup();
        }
        return ruled.size() > 1 ? ofSystem(zoned(guard, ruled)) : ofSystem(ruled.isEmpty() ? FIRST : ruled.get(0));
    }

    private boolean hasRules(String system) {
        return ofSystem(system).local().stream()
                .anyMatch(node -> !node.at("rulebase", "security").isEmpty());
    }

    private boolean isOfPanorama() {
        return !groupNames().isEmpty()
                || shared().stream().anyMatch(node -> node.has("pre-rulebase") || node.has("post-rulebase"));
    }

    private PanPlace onlyGroup() {
        var groups = groupNames();
        var ruled = groups.stream()
                .filter(name -> PanNode.below(systems, "device-group", name)
                        .anyMatch(node -> node.has("pre-rulebase") || node.has("post-rulebase")))
                .toList();
        var candidates = ruled.isEmpty() ? List.copyOf(groups) : ruled;
        if (candidates.size() != 1) {
            throw UnsuitableGuard.missing(Key.DEVICE_GROUP, groups);
        }
        return ofGroup(candidates.get(0));
    }

    /** A zone that only one of several virtual systems has says which one is meant. */
    private String zoned(GuardSelector guard, List<String> systems) {
        var left = systems.stream()
                .filter(name -> Stream.of(Key.FROM_ZONE, Key.TO_ZONE)
                        .allMatch(key ->
                                guard.one(key).map(zone -> hasZone(name, zone)).orElse(true)))
                .filter(name -> Stream.of(Key.INTERFACE, Key.OUT_INTERFACE)
                        .allMatch(key -> guard.one(key)
                                .map(one -> hasInterface(name, one))
                                .orElse(true)))
                .toList();
        if (left.size() != 1) {
            throw UnsuitableGuard.missing(Key.VSYS, systems);
        }
        return left.get(0);
    }

    private boolean hasZone(String system, String zone) {
        return PanNode.below(ofSystem(system).zoned(), "zone").anyMatch(zones -> zones.has(zone));
    }

    private boolean hasInterface(String system, String name) {
        return PanNode.below(ofSystem(system).zoned(), "zone")
                .flatMap(zones -> zones.children().stream())
                .flatMap(zone -> zone.at("network").children().stream())
                .anyMatch(kind -> kind.has(name));
    }

    private static String known(Key key, String named, Collection<String> known) {
        if (!known.contains(named)) {
            throw UnsuitableGuard.unknown(key, named, known);
        }
        return named;
    }

    Set<String> systemNames() {
        var names = new TreeSet<String>();
        PanNode.below(systems, "vsys").forEach(found -> names.addAll(found.names()));
        if (names.isEmpty() || root.has("rulebase")) {
            names.add(FIRST);
        }
        return names;
    }

    private Set<String> groupNames() {
        var names = new TreeSet<String>();
        PanNode.below(systems, "device-group").forEach(found -> names.addAll(found.names()));
        return names;
    }

    private PanPlace ofSystem(String name) {
        var own = new ArrayList<>(PanNode.below(systems, "vsys", name).toList());
        if (name.equals(FIRST)) {
            own.add(root);
        }
        var pushed = pushed(name);
        var objects = concat(own, pushed, shared());
        var rules = concat(own, pushed, List.of());
        return new PanPlace(rules, own, rules, objects, concat(own, templateSystems(), List.of()));
    }

    /** What Panorama pushed stands beside what is local. */
    private List<PanNode> pushed(String system) {
        return Stream.of(
                        root.at("policy", "panorama"),
                        root.at("panorama", "vsys", system),
                        root.at("panorama"),
                        root.at("policy", "panorama", "vsys", system))
                .filter(node -> node != PanNode.NOTHING)
                .toList();
    }

    private List<PanNode> shared() {
        return PanNode.below(systems, "shared").toList();
    }

    private PanPlace ofGroup(String name) {
        var fromNearest = new ArrayList<PanNode>();
        var seen = new LinkedHashSet<String>();
        for (var group = Optional.of(name); group.isPresent() && seen.add(group.get()); group = parent(group.get())) {
            PanNode.below(systems, "device-group", group.get()).forEach(fromNearest::add);
        }
        fromNearest.addAll(shared());
        var fromFarthest = new ArrayList<>(fromNearest);
        Collections.reverse(fromFarthest);
        return new PanPlace(fromFarthest, List.of(), fromNearest, fromNearest, templateSystems());
    }

    private Optional<String> parent(String group) {
        var readonly = concat(systems, PanNode.below(systems, "readonly").toList(), List.of());
        return readonly.stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.at("devices").children().stream()))
                .map(node -> node.at("device-group", group).one("parent-dg"))
                .filter(parent -> !parent.isEmpty())
                .findFirst();
    }

    /** Zones of what Panorama manages stand in its templates. */
    private List<PanNode> templateSystems() {
        return Stream.of("template", "template-stack")
                .flatMap(kind -> PanNode.below(systems, kind))
                .flatMap(templates -> templates.children().stream())
                .map(template -> template.at("config"))
                .flatMap(config -> Stream.concat(Stream.of(config), config.at("devices").children().stream()))
                .flatMap(device -> device.at("vsys").children().stream())
                .toList();
    }

    /** What is said of the session of one of all systems, "" if nothing. */
    String session(String setting) {
        return PanNode.below(systems, "deviceconfig", "setting", "session")
                .map(session -> session.one(setting))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Panorama manages the device, so that it may have rules that do not stand in its own configuration. */
    boolean isManaged() {
        return PanNode.below(systems, "deviceconfig", "system")
                .anyMatch(system -> system.has("panorama-server") || system.has("panorama"));
    }

    String activeDevice() {
        return PanNode.below(systems, "deviceconfig", "high-availability", "group")
                .flatMap(group -> Stream.concat(Stream.of(group), group.children().stream()))
                .map(group -> group.at("mode", "active-active").one("device-id"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<PanNode> concat(List<PanNode> one, List<PanNode> two, List<PanNode> three) {
        return Stream.of(one, two, three).flatMap(List::stream).toList();
    }
}
