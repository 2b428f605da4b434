package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two filters in a row: only what both permit gets through. Each permit of the first is judged by all of the second. */
public final class Conjunction {

    private final RuleCollector rules = new RuleCollector();
    private final RuleSet second;
    private int steps;

    private Conjunction(RuleSet second) {
        this.second = second;
    }

    public static RuleSet of(RuleSet first, RuleSet second) {
        var both = new Conjunction(second);
        Stream.concat(first.notes().stream(), second.notes().stream()).forEach(both.rules::note);
        Stream.concat(first.translations().stream(), second.translations().stream())
                .distinct()
                .forEach(both.rules::translate);
        var before = withoutIdle(first.rules());
        before.forEach(both::add);
        if (first.defaultAction() == Action.DENY) {
            return both.rules.finish(Action.DENY);
        }
        // what the first took with a rule for everything, such as a policy, never gets here
        var taken = wholes(before);
        second.rules().stream()
                .filter(rule -> !isWithinOne(rule, taken))
                .forEach(rule -> both.add(match(rule), rule, doubts(rule)));
        return both.rules.finish(second.defaultAction());
    }

    /** Without implied rules behind one for everything: crossed with the second they would look like rules. */
    private static List<Rule> withoutIdle(List<Rule> rules) {
        var left = new ArrayList<Rule>();
        var wholes = new ArrayList<RuleMatch>();
        for (var rule : rules) {
            if (!rule.isImplied() || !isWithinOne(rule, wholes)) {
                left.add(rule);
                wholes.addAll(wholes(List.of(rule)));
            }
        }
        return left;
    }

    /** What certainly takes everything of a family. */
    private static List<RuleMatch> wholes(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.isOpaque())
                .map(Conjunction::match)
                .filter(match -> RuleMatch.ANY4.isWithin(match) || RuleMatch.ANY6.isWithin(match))
                .toList();
    }

    private static boolean isWithinOne(Rule rule, List<RuleMatch> wholes) {
        var match = match(rule);
        return wholes.stream().anyMatch(match::isWithin);
    }

    private void add(Rule rule) {
        if (rule.effect() == Action.DENY) {
            add(match(rule), rule, List.of());
            return;
        }
        for (var next : second.rules()) {
            var reached = match(rule).and(match(next));
            var doubts = new ArrayList<>(doubts(rule));
            doubts.addAll(doubts(next));
            // a certain deny of the second filter is certain whether or not the first one lets the packet come
            add(reached, labelled(next, rule), next.effect() == Action.DENY ? List.of() : doubts);
            count(rule);
        }
        add(match(rule), byDefault(rule), second.defaultAction() == Action.DENY ? List.of() : doubts(rule));
    }

    /** What the second lets pass by default is the first one's rule still; what it denies so nobody wrote. */
    private Rule byDefault(Rule rule) {
        var decided = Rule.of(second.defaultAction()).at(rule.line(), rule.origin());
        return rule.isImplied() || second.defaultAction() == Action.DENY ? decided.implied() : decided;
    }

    private void add(RuleMatch match, Rule rule, List<String> doubts) {
        rules.addLike(rule, match, doubts);
    }

    private static Rule labelled(Rule next, Rule first) {
        return next.at(next.line(), first.origin() + " + " + next.origin());
    }

    public static RuleMatch match(Rule rule) {
        return RuleMatch.ANY
                .from(rule.sources())
                .to(rule.destinations())
                .over(rule.protocols())
                .fromPorts(rule.sourcePorts())
                .toPorts(rule.destinationPorts())
                .types(rule.icmpTypes());
    }

    public static List<String> doubts(Rule rule) {
        var opaque = rule.opaque();
        return opaque == null ? List.of() : List.of(opaque);
    }

    private void count(Rule rule) {
        if (++steps > ConfigurationLimits.STEPS) {
            throw new UnreadableConfiguration(
                    Math.max(1, rule.line()), 1, "two filters in a row lead to too many combinations to follow");
        }
    }
}
