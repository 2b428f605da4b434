package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.IptablesRule.InterfaceCondition;
import dev.sekisho.risk.traffic.AddressSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides conditions on interfaces: by the guard's interface where it names one, by the addresses behind an interface
 * where they are known, and the loopback by its addresses; anything else is a doubt.
 */
record IptablesInterfaces(Optional<String> in, Optional<String> out, Map<String, AddressSet> behind) {

    private static final AddressSet LOOPBACK = AddressSet.of("127.0.0.0/8", "::1");

    static IptablesInterfaces of(Guard guard) {
        return new IptablesInterfaces(
                guard.one(Guard.Key.INTERFACE), guard.one(Guard.Key.OUT_INTERFACE), guard.behind());
    }

    /** The traffic that can meet the rule's conditions on interfaces; what cannot be decided is added to the doubts. */
    Match match(IptablesRule rule, List<String> doubts) {
        var match = Match.ANY;
        for (var condition : rule.in()) {
            match = match.from(addresses(condition, in, "enters by", doubts));
        }
        for (var condition : rule.out()) {
            match = match.to(addresses(condition, out, "leaves by", doubts));
        }
        return match;
    }

    private AddressSet addresses(
            InterfaceCondition condition, Optional<String> named, String how, List<String> doubts) {
        if (named.isPresent()) {
            return condition.matches(named.get()) ? AddressSet.ANY : AddressSet.NONE;
        }
        var known = condition.name().equals("lo") ? LOOPBACK : behind.get(condition.name());
        if (known != null) {
            return condition.negated() ? known.complement() : known;
        }
        doubts.add("matches only what " + how + " " + condition);
        return AddressSet.ANY;
    }
}
