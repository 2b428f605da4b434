package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two ways in: what either permits gets through. */
public final class Disjunction {

    /** Into how many pieces the denies before a permit may cut it before it counts as a whole, as opaque. */
    private static final int PIECES = 2000;

    private Disjunction() {}

    /** The first one's permits without what it denies, then all of the second. */
    public static RuleSet of(RuleSet first, RuleSet second) {
        if (first.rules().isEmpty() && first.defaultAction() == Action.DENY) {
            return noted(second, first);
        }
        var both = new RuleCollector();
        Stream.concat(first.notes().stream(), second.notes().stream()).forEach(both::note);
        Stream.concat(first.translations().stream(), second.translations().stream())
                .distinct()
                .forEach(both::translate);
        permits(first).forEach(rule -> add(both, rule));
        second.rules().forEach(rule -> add(both, rule));
        return both.finish(second.defaultAction());
    }

    /** What a set permits as permits alone, so that their order says nothing any more. */
    public static List<Rule> permits(RuleSet set) {
        var permits = new ArrayList<Rule>();
        var denied = new ArrayList<RuleMatch>();
        for (var rule : set.rules()) {
            if (rule.effect() == Action.DENY) {
                denied.add(Conjunction.match(rule));
            } else {
                left(rule, denied, permits);
            }
        }
        if (set.defaultAction() == Action.PERMIT) {
            left(Rule.permit().at(0, "what no rule denies"), denied, permits);
        }
        return permits;
    }

    private static void left(Rule rule, List<RuleMatch> denied, List<Rule> permits) {
        var pieces = List.of(Conjunction.match(rule));
        for (var deny : denied) {
            pieces =
                    pieces.stream().flatMap(piece -> piece.minus(deny).stream()).toList();
            if (pieces.size() > PIECES) {
                permits.add(rule.opaque("too many exceptions stand before it to follow them"));
                return;
            }
        }
        for (var piece : pieces) {
            var plain = piece.rule(Action.PERMIT).at(rule.line(), rule.origin());
            var cut = rule.isImplied() ? plain.implied() : plain;
            permits.add(rule.opaque() == null ? cut : cut.opaque(rule.opaque()));
        }
    }

    private static void add(RuleCollector rules, Rule rule) {
        rules.addLike(rule, Conjunction.match(rule), Conjunction.doubts(rule));
    }

    private static RuleSet noted(RuleSet set, RuleSet noted) {
        if (noted.notes().isEmpty()) {
            return set;
        }
        var notes = Stream.concat(noted.notes().stream(), set.notes().stream())
                .distinct()
                .toList();
        return new RuleSet(set.rules(), set.defaultAction(), notes, set.translations());
    }
}
