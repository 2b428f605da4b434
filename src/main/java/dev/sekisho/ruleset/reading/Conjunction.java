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

    /** What the second decides by a rule for everything, so that nothing of it is left to its default. */
    private final List<RuleMatch> taken;

    private int steps;

    private Conjunction(RuleSet second) {
        this.second = second.with(withoutIdle(second));
        this.taken = wholes(second.rules());
    }

    public static RuleSet of(RuleSet first, RuleSet second) {
        var both = new Conjunction(second);
        Stream.concat(first.notes().stream(), second.notes().stream()).forEach(both.rules::note);
        Stream.concat(first.translations().stream(), second.translations().stream())
                .distinct()
                .forEach(both.rules::translate);
        var before = withoutIdle(first);
        before.forEach(both::add);
        if (first.defaultAction() == Action.DENY) {
            return both.rules.finish(Action.DENY);
        }
        // what the first took with a rule for everything, such as a policy, never gets here
        var takenBefore = wholes(before);
        both.second.rules().stream()
                .filter(rule -> !isWithinOne(rule, takenBefore))
                .forEach(rule -> both.add(match(rule), rule, doubts(rule)));
        return both.rules.finish(second.defaultAction());
    }

    /**
     * Without implied rules behind one for everything: crossed with the other set they would look like rules. One that
     * decides otherwise than the default stays, for a rule before it matters because of it.
     */
    private static List<Rule> withoutIdle(RuleSet set) {
        var left = new ArrayList<Rule>();
        var wholes = new ArrayList<RuleMatch>();
        for (var rule : set.rules()) {
            var mayGo = rule.isImplied() && rule.effect() == set.defaultAction();
            if (!mayGo || !isWithinOne(rule, wholes)) {
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
        if (!isWithinOne(rule, taken)) {
            var byDefault = unwritten(second.defaultAction(), rule);
            add(match(rule), byDefault, second.defaultAction() == Action.DENY ? List.of() : doubts(rule));
        }
    }

    /** What the second lets pass without a rule is the first one's rule still; what it denies so nobody wrote. */
    private static Rule unwritten(Action action, Rule first) {
        var decided = Rule.of(action).at(first.line(), first.origin());
        return first.isImplied() || action == Action.DENY ? decided.implied() : decided;
    }

    private void add(RuleMatch match, Rule rule, List<String> doubts) {
        rules.addLike(rule, match, doubts);
    }

    private static Rule labelled(Rule next, Rule first) {
        return next.isImplied() && !next.isOpaque()
                ? unwritten(next.action(), first)
                : next.at(next.line(), first.origin() + " + " + next.origin());
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
