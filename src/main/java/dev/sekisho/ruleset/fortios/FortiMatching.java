package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.fortios.FortiPolicy.Side;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what each policy matches of the guard's traffic. */
final class FortiMatching {

    private final FortiObjects objects;
    private final FortiVirtuals virtuals;
    private final FortiConditions conditions;
    private final FortiInterfaces interfaces;

    FortiMatching(
            FortiObjects objects, FortiVirtuals virtuals, FortiConditions conditions, FortiInterfaces interfaces) {
        this.objects = objects;
        this.virtuals = virtuals;
        this.conditions = conditions;
        this.interfaces = interfaces;
    }

    /** Empty if the traffic never meets the policy. */
    Optional<FortiReading> read(FortiPolicy policy) {
        var doubts = new ArrayList<String>();
        if (!interfaces.admits(policy, doubts)) {
            return Optional.empty();
        }
        doubts.addAll(conditions.of(policy));
        var sources = exactSources(policy, doubts);
        var services = services(policy, doubts);
        var virtual = virtual(policy);
        var names = new ArrayList<>(policy.addresses(Side.DESTINATION));
        names.removeAll(virtual);
        var plain = virtual.isEmpty() || !names.isEmpty() ? addresses(policy, Side.DESTINATION, names) : null;
        return Optional.of(new FortiReading(
                policy, policy.action(), List.copyOf(doubts), sources, services, plain, addresses(policy, virtual)));
    }

    /** What the far side of a tunnel may begin, or whoever an opener lets in. */
    Optional<FortiReading> readTurnedRound(FortiPolicy policy) {
        var openers = policy.openers();
        var doubts = new ArrayList<String>();
        if (!policy.admitsFromTunnel() && openers.isEmpty() || !interfaces.admitsTurnedRound(policy, doubts)) {
            return Optional.empty();
        }
        doubts.addAll(conditions.of(policy));
        var from = addresses(policy, Side.DESTINATION, policy.addresses(Side.DESTINATION));
        var to = addresses(policy, Side.SOURCE, policy.addresses(Side.SOURCE));
        doubts.addAll(from.doubts());
        var services = services(policy, doubts);
        var reading = new FortiReading(policy, Action.PERMIT, List.copyOf(doubts), from.set(), services, to, List.of());
        return Optional.of(policy.admitsFromTunnel() ? reading : answered(reading, openers));
    }

    private static FortiReading answered(FortiReading reading, List<String> openers) {
        var ports = List.of(RuleMatch.ANY.over(ProtocolSet.TCP_UDP));
        var policy = reading.policy();
        var any = policy.six() ? AddressSet.ANY6 : AddressSet.ANY4;
        return new FortiReading(policy, Action.PERMIT, reading.doubts(), any, ports, reading.plain(), List.of())
                .doubting("only where a session let it in (" + String.join(", ", openers) + ")");
    }

    private List<String> virtual(FortiPolicy policy) {
        return policy.isNegated(Side.DESTINATION)
                ? List.of()
                : policy.addresses(Side.DESTINATION).stream()
                        .filter(name -> virtuals.isVirtual(name, policy.six()))
                        .toList();
    }

    private List<FortiVirtualAddress> addresses(FortiPolicy policy, List<String> virtual) {
        return virtual.stream()
                .flatMap(name -> virtuals.named(name, policy.six()).stream())
                .filter(address -> interfaces.mayEnter(address.entry()))
                .distinct()
                .toList();
    }

    private AddressSet exactSources(FortiPolicy policy, List<String> doubts) {
        var sources = addresses(policy, Side.SOURCE, policy.addresses(Side.SOURCE));
        doubts.addAll(sources.doubts());
        return sources.set();
    }

    private Resolved<AddressSet> addresses(FortiPolicy policy, Side side, List<String> names) {
        var six = policy.six();
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        var internet = policy.internetService(side);
        if (policy.entry().isOn(internet)) {
            return Resolved.doubtful(all, "depends on " + internet);
        }
        if (names.isEmpty()) {
            return Resolved.doubtful(all, "names no " + policy.key(side));
        }
        if (policy.mayBeNegated(side)) {
            return Resolved.doubtful(all, "a negation may be of IPv6 too");
        }
        var set = Resolved.union(
                names.stream().map(name -> objects.address(name, six)).toList());
        // all but something unknown may be anything
        return !policy.isNegated(side)
                ? set
                : new Resolved<>(set.doubts().isEmpty() ? all.minus(set.set()) : all, set.doubts());
    }

    private List<RuleMatch> services(FortiPolicy policy, List<String> doubts) {
        if (policy.entry().isOn(policy.internetService(Side.DESTINATION))) {
            return List.of(RuleMatch.ANY);
        }
        var names = policy.entry().all("service");
        if (names.isEmpty()) {
            doubts.add("names no service");
            return List.of(RuleMatch.ANY);
        }
        var services = Resolved.concat(names.stream().map(objects::service).toList());
        doubts.addAll(services.doubts());
        if (!policy.entry().isOn("service-negate")) {
            return services.set();
        }
        return services.doubts().isEmpty() ? without(services.set()) : List.of(RuleMatch.ANY);
    }

    private static List<RuleMatch> without(List<RuleMatch> services) {
        var left = List.of(RuleMatch.ANY);
        for (var service : services) {
            left = left.stream().flatMap(rest -> rest.minus(service).stream()).toList();
        }
        return left;
    }
}
