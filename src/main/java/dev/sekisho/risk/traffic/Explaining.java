package dev.sekisho.risk.traffic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        var explaining = new Explaining(packets, new RuleWalk(rules));
        explaining.add(region);
        var permitting = rules.rules().stream()
                .filter(rule -> rule.effect() == Action.PERMIT)
                .iterator();
        while (!explaining.decisions.isEmpty() && explaining.decisions.size() < most && permitting.hasNext()) {
            explaining.add(permitting.next().within(region));
        }
        return explaining.decisions;
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
