package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The smallest practical rule set that permits what is both approved and permitted today, and nothing else. A flow that
 * is fully permitted stays one rule, of the others only what passes today; then rules that differ in a single field are
 * joined and those that the others cover are left out. Finding the true minimum would not pay.
 */
public final class MinimalRules {

    private static final int MOST_RULES = 20_000;

    private MinimalRules() {}

    /** @throws TooComplexException if the rules interact in more ways than can be held */
    public static RuleSet of(RuleSet now, List<Flow> approved) {
        var flows = approved.stream().map(Flow::asRule).toList();
        var families = Arrays.stream(Family.values())
                .map(family -> Compiled.of(family, now, flows))
                .toList();
        var whole = flows.stream()
                .filter(flow -> families.stream().allMatch(family -> family.find(flow, Compiled.DENIED) == null))
                .toList();
        var rules = new ArrayList<>(whole);
        families.forEach(family -> rules.addAll(remainder(family, flows, whole)));
        return needed(joined(rules));
    }

    private static List<Rule> remainder(Compiled permitted, List<Rule> flows, List<Rule> whole) {
        var approved = Compiled.of(permitted.diagram(), permitting(flows));
        var settled = Compiled.of(permitted.diagram(), permitting(whole));
        return Boxes.of(permitted.and(approved.root()).minus(settled.root()), MOST_RULES);
    }

    private static List<Rule> joined(List<Rule> rules) {
        var joined = rules;
        var before = 0;
        do {
            before = joined.size();
            joined = join(
                    joined,
                    rule -> rule.from(AddressSet.NONE),
                    (a, b) -> a.from(a.sources().union(b.sources())));
            joined = join(
                    joined,
                    rule -> rule.to(AddressSet.NONE),
                    (a, b) -> a.to(a.destinations().union(b.destinations())));
            joined = join(
                    joined,
                    rule -> rule.ports(PortSet.NONE),
                    (a, b) -> a.ports(a.destinationPorts().union(b.destinationPorts())));
            joined = join(
                    joined,
                    rule -> rule.over(ProtocolSet.NONE),
                    (a, b) -> a.over(a.protocols().union(b.protocols())));
        } while (joined.size() < before);
        return joined;
    }

    private static List<Rule> join(List<Rule> rules, UnaryOperator<Rule> rest, BinaryOperator<Rule> union) {
        var groups = new LinkedHashMap<Rule, Rule>();
        rules.forEach(rule -> groups.merge(rest.apply(rule), rule, union));
        return List.copyOf(groups.values());
    }

    /** Order does not matter among permits: first what those before cover goes, then what those after cover. */
    private static RuleSet needed(List<Rule> rules) {
        return permitting(reversed(withoutShadowed(reversed(withoutShadowed(rules)))));
    }

    private static List<Rule> withoutShadowed(List<Rule> rules) {
        var shadowed = Anomalies.of(permitting(rules)).shadowed();
        return rules.stream().filter(rule -> !shadowed.contains(rule)).toList();
    }

    private static List<Rule> reversed(List<Rule> rules) {
        var reversed = new ArrayList<>(rules);
        Collections.reverse(reversed);
        return reversed;
    }

    private static RuleSet permitting(List<Rule> rules) {
        return new RuleSet(rules, Action.DENY, List.of());
    }
}
