package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.netfilter.ChainRule.InterfaceCondition;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions on interfaces: by the guard's interface where it names one, by the addresses behind an interface
 * where they are known, and the loopback by its addresses; anything else is a doubt.
 */
record ChainInterfaces(Optional<String> in, Optional<String> out, Map<String, AddressSet> behind) {

    private static final int NAMED = 20;
    private static final AddressSet LOOPBACK = AddressSet.of("127.0.0.0/8", "::1");

    static ChainInterfaces of(GuardSelector guard) {
        return new ChainInterfaces(
                guard.one(GuardSelector.Key.INTERFACE), guard.one(GuardSelector.Key.OUT_INTERFACE), guard.behind());
    }

    /** The traffic that can meet the rule's conditions on interfaces; what cannot be decided is added to the doubts. */
    RuleMatch match(ChainRule rule, List<String> doubts) {
        var match = RuleMatch.ANY;
        for (var condition : rule.in()) {
            match = match.from(addresses(condition, in, "enters by", doubts));
        }
        for (var condition : rule.out()) {
            match = match.to(addresses(condition, out, "leaves by", doubts));
        }
        return match;
    }

    /** A name that no condition can mean may be a slip of the pen. */
    void noteUnknown(ChainTable table, RuleCollector rules) {
        var all = table.rules().toList();
        noteUnknown(in, all.stream().flatMap(rule -> rule.in().stream()).toList(), rules);
        noteUnknown(out, all.stream().flatMap(rule -> rule.out().stream()).toList(), rules);
    }

    /** Whether a rule names the interface, or no rule depends on any. */
    static boolean mentions(Stream<ChainRule> rules, String name) {
        var conditions = rules.flatMap(rule -> Stream.concat(rule.in().stream(), rule.out().stream()))
                .filter(condition -> !condition.namesAll())
                .toList();
        return conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.names(name));
    }

    private static void noteUnknown(Optional<String> named, List<InterfaceCondition> conditions, RuleCollector rules) {
        var known = conditions.stream().anyMatch(condition -> named.isPresent() && condition.names(named.get()));
        if (named.isPresent() && !conditions.isEmpty() && !known) {
            rules.note("no rule names the interface " + Redaction.value(named.get()) + "; they name "
                    + conditions.stream()
                            .flatMap(condition -> condition.names().stream())
                            .distinct()
                            .sorted()
                            .limit(NAMED)
                            .map(Redaction::value)
                            .collect(Collectors.joining(", ")));
        }
    }

    private AddressSet addresses(
            InterfaceCondition condition, Optional<String> named, String how, List<String> doubts) {
        if (named.isPresent()) {
            return condition.matches(named.get()) ? AddressSet.ANY : AddressSet.NONE;
        }
        if (condition.namesAll()) {
            return condition.negated() ? AddressSet.NONE : AddressSet.ANY;
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
