package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.ChainRule.InterfaceCondition;
import dev.sekisho.risk.traffic.AddressSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions on interfaces: by the guard's interface where it names one, by the addresses behind an interface
 * where they are known, and the loopback by its addresses; anything else is a doubt.
 */
record ChainInterfaces(Optional<String> in, Optional<String> out, Map<String, AddressSet> behind) {

    private static final AddressSet LOOPBACK = AddressSet.of("127.0.0.0/8", "::1");

    static ChainInterfaces of(Guard guard) {
        return new ChainInterfaces(guard.one(Guard.Key.INTERFACE), guard.one(Guard.Key.OUT_INTERFACE), guard.behind());
    }

    /** The traffic that can meet the rule's conditions on interfaces; what cannot be decided is added to the doubts. */
    Match match(ChainRule rule, List<String> doubts) {
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
        if (condition.names().stream().allMatch(name -> known(name) != null)) {
            var known =
                    AddressSet.union(condition.names().stream().map(this::known).toList());
            return condition.negated() ? known.complement() : known;
        }
        doubts.add("matches only what " + how + " " + condition);
        return AddressSet.ANY;
    }

    private @Nullable AddressSet known(String name) {
        return name.equals("lo") ? LOOPBACK : behind.get(name);
    }
}
