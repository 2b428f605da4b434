package dev.sekisho.ruleset.panos;

import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From which zone to which the guard's traffic goes. What is not named may be any zone there is; where the configuration
 * defines none, any that a rule names.
 */
final class PanZones {

    private static final String ANY = "any";

    /** By zone, its interfaces and how they are attached; several templates may define one zone. */
    private final TreeMap<String, List<PanNode>> defined = new TreeMap<>();

    private final Set<String> from;
    private final Set<String> to;

    PanZones(PanPlace place, GuardSelector guard) {
        PanNode.below(place.zoned(), "zone")
                .flatMap(zones -> zones.children().stream())
                .forEach(zone -> defined.computeIfAbsent(zone.name(), none -> new ArrayList<>())
                        .add(zone.at("network")));
        var rules = place.rules("security");
        from = zones(guard, Key.FROM_ZONE, Key.INTERFACE, named(rules, "from"));
        to = zones(guard, Key.TO_ZONE, Key.OUT_INTERFACE, named(rules, "to"));
    }

    private static Set<String> named(List<PanNode> rules, String side) {
        return rules.stream()
                .filter(rule -> !rule.isYes("disabled"))
                .flatMap(rule -> rule.all(side).stream())
                .filter(zone -> !zone.equals(ANY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> zones(GuardSelector guard, Key zone, Key throughInterface, Set<String> inRules) {
        var known = new TreeSet<>(defined.keySet());
        known.addAll(inRules);
        var named = guard.one(zone);
        var attached = guard.one(throughInterface).map(name -> ofInterface(throughInterface, name));
        if (named.isPresent() && !known.isEmpty() && !known.contains(named.get())) {
            throw UnsuitableGuard.unknown(zone, named.get(), known);
        }
        if (named.isPresent() && attached.isPresent() && !attached.get().contains(named.get())) {
            throw UnsuitableGuard.unknown(zone, named.get(), attached.get());
        }
        return named.map(Set::of).or(() -> attached).orElseGet(() -> defined.isEmpty() ? inRules : defined.keySet());
    }

    /** An interface belongs to one zone, but templates may say it several times. */
    private Set<String> ofInterface(Key key, String name) {
        var zones = defined.entrySet().stream()
                .filter(zone -> interfaces(zone.getValue()).anyMatch(name::equals))
                .map(zone -> zone.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        if (zones.isEmpty()) {
            var known = defined.values().stream().flatMap(PanZones::interfaces).toList();
            throw UnsuitableGuard.unknown(key, name, known);
        }
        return zones;
    }

    private static Stream<String> interfaces(List<PanNode> networks) {
        return Stream.of("layer3", "layer2", "virtual-wire", "tap", "tunnel")
                .flatMap(kind -> networks.stream().flatMap(network -> network.all(kind).stream()));
    }

    boolean mayBeVirtualWire() {
        return Stream.of(from, to)
                .flatMap(Collection::stream)
                .flatMap(zone -> defined.getOrDefault(zone, List.of()).stream())
                .anyMatch(network -> network.has("virtual-wire"));
    }

    /** Whether the traffic stays within one zone. */
    Certainty staysWithin() {
        return Certainty.of(
                from.stream().anyMatch(to::contains) || from.isEmpty() || to.isEmpty(),
                from.size() == 1 && from.equals(to));
    }

    /** Whether a rule, or a translation, for these zones is asked where the traffic comes in. */
    Certainty enters(Collection<String> zones) {
        return in(from, zones);
    }

    private static Certainty in(Set<String> ours, Collection<String> zones) {
        if (zones.contains(ANY)) {
            return Certainty.ALWAYS;
        }
        return Certainty.of(
                ours.isEmpty() || ours.stream().anyMatch(zones::contains), !ours.isEmpty() && zones.containsAll(ours));
    }

    /**
     * Whether a rule for these zones is about the traffic.
     *
     * @param type universal, intrazone or interzone
     */
    Certainty meets(Collection<String> ruleFrom, Collection<String> ruleTo, String type) {
        var entering = in(from, ruleFrom);
        return switch (type) {
            case "intrazone" -> entering.and(staysWithin());
            case "interzone" -> entering.and(in(to, ruleTo)).and(staysWithin().not());
            default -> entering.and(in(to, ruleTo));
        };
    }
}
