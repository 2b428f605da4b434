package dev.sekisho.risk.traffic;

import java.util.Arrays;
import java.util.List;

/**
 * How two rule sets differ in what they permit; both lists are empty exactly if they permit the same, however they are
 * written. One witness per deciding rule, as the later set decides what was added and the earlier what was removed.
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
        var walk = new RuleWalk(after);
        return Arrays.stream(Family.values())
                .flatMap(family -> gained(family, before, after, walk).stream())
                .toList();
    }

    private static List<Decision> gained(Family family, RuleSet before, RuleSet after, RuleWalk walk) {
        var now = Compiled.of(family, after, before.rules());
        var then = Compiled.of(now.diagram(), before);
        return Explaining.byRule(now.minus(then.root()), Rule.permit(), walk, Measuring.MOST_WITNESSES);
    }
}
