package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains a set of permitted packets by the rules that let them through. */
final class Explaining {

    private final Compiled packets;
    private final RuleWalk walk;
    private final List<Decision> decisions = new ArrayList<>();
    private final HashSet<@Nullable Rule> named = new HashSet<>();

    private Explaining(Compiled packets, RuleWalk walk) {
        this.packets = packets;
        this.walk = walk;
    }

    /**
     * Witnesses from a region that names no ports, each of another rule; none exactly if no packet of the region is
     * in the set. A rule is looked for through its own lowest packet and so may stay unnamed behind an earlier one.
     */
    static List<Decision> byRule(Compiled packets, Rule region, RuleSet rules, int most) {
        return byRule(packets, region, rules, new RuleWalk(rules), most);
    }

    /** Packets that are looked for within a region. */
    record Part(Compiled packets, Rule region) {}

    /** The same of several sets, the most telling first: a rule named in one is not named in another. */
    static List<Decision> byRule(List<Part> parts, RuleSet rules) {
        var walk = new RuleWalk(rules);
        var told = new LinkedHashMap<Optional<Rule>, Decision>();
        parts.stream()
                .distinct()
                .flatMap(part -> byRule(part.packets, part.region, rules, walk, Measuring.MOST_WITNESSES).stream())
                .forEach(decision -> told.putIfAbsent(Optional.ofNullable(decision.rule()), decision));
        return told.values().stream().limit(Measuring.MOST_WITNESSES).toList();
    }

    private static List<Decision> byRule(Compiled packets, Rule region, RuleSet rules, RuleWalk walk, int most) {
        var explaining = new Explaining(packets, walk);
        explaining.addAll(region, rules, most);
        return explaining.decisions;
    }

    private void addAll(Rule region, RuleSet rules, int most) {
        add(region);
        var permitting = rules.rules().stream()
                .filter(rule -> rule.effect() == Action.PERMIT)
                .iterator();
        while (!decisions.isEmpty() && decisions.size() < most && permitting.hasNext()) {
            add(permitting.next().within(region));
        }
    }

    private void add(Rule part) {
        var packet = packets.find(part, Compiled.PERMITTED);
        if (packet != null) {
            var decision = walk.decide(packet);
            if (named.add(decision.rule())) {
                decisions.add(decision);
            }
        }
    }
}
