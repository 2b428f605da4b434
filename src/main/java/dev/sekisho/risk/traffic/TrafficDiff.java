package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.Family;
import java.util.Arrays;
import java.util.List;

/**
 * How two rule sets differ in what they permit; both lists are empty exactly if they permit the same, however they are
 * written. Up to twenty
 * witnesses a family, each of another deciding rule: of the later set for what was added, of the earlier for the rest.
 */
public record TrafficDiff(List<Decision> added, List<Decision> removed) {

    public TrafficDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** @throws TooComplexException if the rules interact in more ways than can be held */
    public static TrafficDiff between(RuleSet before, RuleSet after) {
        return new TrafficDiff(gained(before, after), gained(after, before));
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    private static List<Decision> gained(RuleSet before, RuleSet after) {
        return Arrays.stream(Family.values())
                .flatMap(family -> gained(family, before, after).stream())
                .toList();
    }

    private static List<Decision> gained(Family family, RuleSet before, RuleSet after) {
        var now = Compiled.of(family, after, before.rules());
        var then = Compiled.of(now.diagram(), before);
        return Explaining.byRule(now.minus(then.root()), Rule.permit(), after, Measuring.MOST_WITNESSES);
    }
}
