package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.fortios.FortiPolicy.Side;
import dev.sekisho.ruleset.fortios.FortiTopology.Bundle;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides which policies the link's traffic meets: by the guard's interfaces, what holds them and what runs over them. */
final class FortiInterfaces {

    private final FortiConfiguration configuration;
    private final FortiTopology topology;
    private final Collection<FortiPolicy> policies;
    private final Optional<String> in;
    private final Optional<String> out;
    private final boolean onlyOnePair;
    private final Map<String, Boolean> withTunnels = new HashMap<>();

    FortiInterfaces(
            FortiConfiguration configuration, String domain, Collection<FortiPolicy> policies, GuardSelector guard) {
        this.configuration = configuration;
        this.topology = new FortiTopology(configuration, domain);
        this.policies = policies;
        this.in = guard.one(GuardSelector.Key.INTERFACE);
        this.out = guard.one(GuardSelector.Key.OUT_INTERFACE);
        this.onlyOnePair = policies.stream()
                        .map(policy -> List.of(policy.interfaces(Side.SOURCE), policy.interfaces(Side.DESTINATION)))
                        .distinct()
                        .count()
                <= 1;
        in.ifPresent(name -> refuseUnknown(GuardSelector.Key.INTERFACE, name));
        out.ifPresent(name -> refuseUnknown(GuardSelector.Key.OUT_INTERFACE, name));
    }

    /** Otherwise a slip of the pen would look like an interface that nothing passes. */
    private void refuseUnknown(GuardSelector.Key key, String name) {
        var known = known();
        if (!known.contains(name) && !known.isEmpty()) {
            throw UnsuitableGuard.unknown(key, name, known);
        }
    }

    private Set<String> known() {
        var known = named();
        var stated =
                configuration.table(FortiConfiguration.ROOT, "system interface").keySet();
        // policies for any interface leave the others unnamed; only the device's own list is complete
        if (known.remove("any") && stated.isEmpty()) {
            return Set.of();
        }
        known.addAll(stated);
        return known;
    }

    /** By policies and by what holds or carries others. */
    private Set<String> named() {
        var named = new TreeSet<>(topology.names());
        policies.forEach(policy -> {
            named.addAll(policy.interfaces(Side.SOURCE));
            named.addAll(policy.interfaces(Side.DESTINATION));
        });
        return named;
    }

    /** Whose members reach one another, and which hold both interfaces of the guard. */
    List<Bundle> openAround() {
        return topology.bundles().stream()
                .filter(bundle -> isOpen(bundle, in) && isOpen(bundle, out))
                .toList();
    }

    /** Such bundles with the only interface that the guard names. */
    List<Bundle> openAtOneEnd() {
        return topology.bundles().stream()
                .filter(bundle -> isOpen(bundle, in) && out.isEmpty() || isOpen(bundle, out) && in.isEmpty())
                .toList();
    }

    private static boolean isOpen(Bundle bundle, Optional<String> named) {
        return named.filter(bundle.open()::contains).isPresent();
    }

    /** Whether what comes in leaves by the same interface: such traffic is not checked unless the device is told to. */
    boolean turnsBackUnchecked() {
        return in.isPresent()
                && in.equals(out)
                && !configuration
                        .settings(FortiConfiguration.ROOT, "system global")
                        .one("allow-traffic-redirect", "enable")
                        .equals("disable");
    }

    /** Whether the traffic can meet this policy; where the guard does not decide it, a doubt is added. */
    boolean admits(FortiPolicy policy, List<String> doubts) {
        return admits(policy.interfaces(Side.SOURCE), policy.interfaces(Side.DESTINATION), doubts);
    }

    /** The same for what comes from where the policy leads. */
    boolean admitsTurnedRound(FortiPolicy policy, List<String> doubts) {
        return admits(policy.interfaces(Side.DESTINATION), policy.interfaces(Side.SOURCE), doubts);
    }

    private boolean admits(List<String> entering, List<String> leaving, List<String> doubts) {
        return admits(entering, in, "enters by ", doubts) && admits(leaving, out, "leaves by ", doubts);
    }

    /** Whether what comes or goes by a tunnel over the guard's interfaces meets this policy. */
    boolean admitsTunnels(FortiPolicy policy) {
        return admitsTunnels(policy.interfaces(Side.SOURCE), in)
                || admitsTunnels(policy.interfaces(Side.DESTINATION), out);
    }

    private boolean admitsTunnels(List<String> interfaces, Optional<String> named) {
        return named.filter(this::hasTunnels).isPresent()
                && (isAny(interfaces) || interfaces.stream().anyMatch(one -> topology.mayRunOver(one, named.get())));
    }

    /** Whether tunnels over the guard's interfaces pass by this policy. */
    boolean isPassedByTunnels(FortiPolicy policy) {
        return !isAny(policy.interfaces(Side.SOURCE))
                        && in.filter(this::hasTunnels).isPresent()
                || !isAny(policy.interfaces(Side.DESTINATION))
                        && out.filter(this::hasTunnels).isPresent();
    }

    private boolean hasTunnels(String named) {
        return withTunnels.computeIfAbsent(
                named, one -> named().stream().anyMatch(other -> topology.mayRunOver(other, one)));
    }

    /** Whether a virtual address acts on what enters by the guard's interface. */
    boolean mayEnter(Entry virtual) {
        return isAt(virtual.all("extintf"), in)
                && (virtual.all("srcintf-filter").isEmpty() || isAt(virtual.all("srcintf-filter"), in));
    }

    private boolean isAt(List<String> interfaces, Optional<String> named) {
        return named.isEmpty()
                || isAny(interfaces)
                || interfaces.stream().anyMatch(one -> isWithin(one, named.get()) || isPartOf(one, named.get()));
    }

    private boolean admits(List<String> interfaces, Optional<String> named, String how, List<String> doubts) {
        if (isAny(interfaces)) {
            return true;
        }
        if (named.isEmpty()) {
            doubts.addAll(onlyOnePair ? List.of() : List.of("matches only what " + how + names(interfaces)));
            return true;
        }
        if (interfaces.stream().anyMatch(one -> isWithin(one, named.get()))) {
            return true;
        }
        var parts =
                interfaces.stream().filter(one -> isPartOf(one, named.get())).toList();
        doubts.addAll(parts.isEmpty() ? List.of() : List.of("matches only what " + how + names(parts)));
        return !parts.isEmpty();
    }

    /** A member of what the guard names, or a tunnel over it: some of the traffic comes that way. */
    private boolean isPartOf(String one, String named) {
        return isWithin(named, one) || topology.mayRunOver(one, named);
    }

    private static boolean isAny(List<String> interfaces) {
        return interfaces.isEmpty() || interfaces.contains("any");
    }

    private boolean isWithin(String one, String named) {
        return topology.within(one).contains(named);
    }

    private static String names(List<String> interfaces) {
        return String.join(" or ", interfaces.stream().map(Redaction::value).toList());
    }
}
