package dev.sekisho.ruleset.junos;

import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From which zone to which the guard's traffic goes. What is not named may be any zone there is; where the configuration
 * defines none, any that a policy names.
 */
final class JunosZones {

    /** The zone of what is meant for the device itself. */
    static final String DEVICE = "junos-host";

    private static final String ANY = "any";

    /** Before there were global policies, those between these zones were asked last. */
    private static final String OLD_GLOBAL = "junos-global";

    private final JunosNode defined;
    private final GuardSelector guard;
    private final Set<String> from;
    private final Set<String> to;

    JunosZones(JunosSystem system, GuardSelector guard) {
        this.defined = system.zones();
        this.guard = guard;
        from = zones(Key.FROM_ZONE, Key.INTERFACE, entered(system.policies()));
        to = zones(Key.TO_ZONE, Key.OUT_INTERFACE, left(system.policies()));
    }

    private static Set<String> entered(JunosNode policies) {
        return new TreeSet<>(policies.all("from-zone"));
    }

    private static Set<String> left(JunosNode policies) {
        return policies.at("from-zone").children().stream()
                .flatMap(from -> from.all("to-zone").stream())
                .filter(zone -> !zone.equals(DEVICE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> zones(Key zone, Key throughInterface, Set<String> inPolicies) {
        var known = new TreeSet<>(defined.names());
        known.addAll(inPolicies);
        var named = guard.one(zone);
        var attached = guard.one(throughInterface).map(name -> ofInterface(throughInterface, name));
        if (named.isPresent() && !named.get().equals(DEVICE) && !known.isEmpty() && !known.contains(named.get())) {
            throw UnsuitableGuard.unknown(zone, named.get(), known);
        }
        if (named.isPresent() && attached.isPresent() && !attached.get().equals(named.get())) {
            throw UnsuitableGuard.unknown(zone, named.get(), Set.of(attached.get()));
        }
        return named.or(() -> attached).map(Set::of).orElseGet(() -> defined.isEmpty() ? inPolicies : defined.names());
    }

    /** An interface belongs to one zone; "all" are those that belong to no other. */
    private String ofInterface(Key key, String name) {
        var unit = unit(name);
        return defined.children().stream()
                .filter(zone -> zone.all("interfaces").contains(unit))
                .findFirst()
                .or(() -> defined.children().stream()
                        .filter(zone -> zone.all("interfaces").contains("all"))
                        .findFirst())
                .map(JunosNode::name)
                .orElseThrow(() -> UnsuitableGuard.unknown(key, name, interfaces()));
    }

    private Set<String> interfaces() {
        return defined.children().stream()
                .flatMap(zone -> zone.all("interfaces").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Zones hold units of interfaces; that of an interface named alone is 0. */
    static String unit(String name) {
        return name.indexOf('.') < 0 ? name + ".0" : name;
    }

    /** The interfaces by which the traffic may come in, as far as they are known. */
    Collection<String> enteredBy() {
        return by(Key.INTERFACE, from);
    }

    /** The interfaces by which the traffic may go out, as far as they are known. */
    Collection<String> leftBy() {
        return by(Key.OUT_INTERFACE, to);
    }

    private Collection<String> by(Key key, Set<String> zones) {
        var named = guard.one(key).map(JunosZones::unit);
        return named.isPresent()
                ? Set.of(named.get())
                : defined.children().stream()
                        .filter(zone -> zones.contains(zone.name()))
                        .flatMap(zone -> zone.all("interfaces").stream())
                        .toList();
    }

    /** Whether the traffic is meant for the device itself. */
    boolean leadToDevice() {
        return to.equals(Set.of(DEVICE));
    }

    /** Whether the policies between two zones are asked. */
    Certainty meets(String policyFrom, String policyTo) {
        if (policyFrom.equals(OLD_GLOBAL)) {
            return Certainty.PERHAPS;
        }
        return in(from, Set.of(policyFrom)).and(in(to, Set.of(policyTo)));
    }

    /** Whether a policy for all zones is asked that names some of them, or none. */
    Certainty meets(Collection<String> policyFrom, Collection<String> policyTo) {
        return in(from, policyFrom).and(in(to, policyTo));
    }

    /** Whether a translation of what comes in from these zones is asked. */
    Certainty enters(Collection<String> zones) {
        return in(from, zones);
    }

    /** Whether a translation of what comes in by these interfaces is asked. */
    Certainty entersBy(Collection<String> interfaces) {
        var ours = enteredBy();
        return Certainty.of(
                ours.isEmpty() || ours.contains("all") || ours.stream().anyMatch(interfaces::contains),
                !ours.isEmpty() && interfaces.containsAll(ours));
    }

    private static Certainty in(Set<String> ours, Collection<String> zones) {
        if (zones.isEmpty() || zones.contains(ANY)) {
            return Certainty.ALWAYS;
        }
        return Certainty.of(
                ours.isEmpty() || ours.stream().anyMatch(zones::contains), !ours.isEmpty() && zones.containsAll(ours));
    }
}
