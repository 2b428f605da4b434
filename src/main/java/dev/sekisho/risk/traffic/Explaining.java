package dev.sekisho.risk.traffic;

import java.util.ArrayList;
import java.util.List;

/** Explains a set of packets by the rules that decide them: one witness for each. */
final class Explaining {

    private Explaining() {}

    /** Of the packets that the map permits within the region, one per rule that the walk says decides them. */
    static List<Decision> byRule(Compiled packets, Rule region, RuleWalk walk, int most) {
        var decisions = new ArrayList<Decision>();
        var left = packets;
        while (decisions.size() < most) {
            var packet = left.find(region, Compiled.PERMITTED);
            if (packet == null) {
                break;
            }
            var decision = walk.decide(packet);
            decisions.add(decision);
            if (decision.rule() == null) {
                break;
            }
            left = without(left, decision.rule());
        }
        return decisions;
    }

    private static Compiled without(Compiled packets, Rule rule) {
        var matched = RuleSet.of(rule.acting(Action.PERMIT));
        return packets.minus(Compiled.of(packets.diagram(), matched).root());
    }
}
