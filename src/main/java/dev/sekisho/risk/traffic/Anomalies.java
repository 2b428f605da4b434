package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that do nothing, of those that somebody wrote. Opaque rules may match less than they state, so they neither shadow another rule nor make
 * one before them redundant.
 *
 * @param shadowed rules that can never match
 * @param redundant rules whose removal, each on its own, changes nothing; the shadowed are not repeated here
 * @param undecided rules that interact in too many ways to tell; nothing is claimed of them
 */
public record Anomalies(List<Rule> shadowed, List<Rule> redundant, List<Rule> undecided) {

    /** Twice what the verdicts of 5,000 rules take that cross one another. */
    static final int MOST_EDGES = 20_000_000;

    public Anomalies {
        shadowed = List.copyOf(shadowed);
        redundant = List.copyOf(redundant);
        undecided = List.copyOf(undecided);
    }

    public static Anomalies of(RuleSet rules) {
        return of(rules, MOST_EDGES);
    }

    static Anomalies of(RuleSet rules, int mostEdges) {
        return rules.row().isEmpty()
                ? of(rules, Space.ofEach(rules.rules()), mostEdges)
                : ofEach(rules.written(), mostEdges);
    }

    /** @param spaces one for each family, cut by at least these rules */
    static Anomalies of(RuleSet rules, List<Space> spaces) {
        return rules.row().isEmpty() ? of(rules, spaces, MOST_EDGES) : of(rules);
    }

    /** Each device by itself: that another one closes the same is no reason to take a rule out. */
    private static Anomalies ofEach(List<RuleSet> devices, int mostEdges) {
        var each = devices.stream().map(device -> of(device, mostEdges)).toList();
        return new Anomalies(
                each.stream().flatMap(one -> one.shadowed.stream()).toList(),
                each.stream().flatMap(one -> one.redundant.stream()).toList(),
                each.stream().flatMap(one -> one.undecided.stream()).toList());
    }

    private static Anomalies of(RuleSet rules, List<Space> spaces, int mostEdges) {
        return of(rules, Roles.of(rules.modelled(), spaces, mostEdges));
    }

    public boolean shadowsDeny() {
        return shadowed.stream().anyMatch(rule -> rule.action() == Action.DENY);
    }

    private static Anomalies of(RuleSet rules, Roles roles) {
        var plain = rules.modelled().rules();
        var shadowed = new ArrayList<Rule>();
        var redundant = new ArrayList<Rule>();
        var undecided = new ArrayList<Rule>();
        for (int i = 0; i < plain.size(); i++) {
            var rule = plain.get(i);
            if (rule.isImplied()) {
                continue;
            }
            if (roles.isUndecided(i)) {
                undecided.add(rule);
            } else if (!roles.matches(i)) {
                shadowed.add(rule);
            } else if (!roles.matters(i) && !(rules.hasOpaque() && precedesOpaque(rule, rules.rules()))) {
                redundant.add(rule);
            }
        }
        return new Anomalies(shadowed, redundant, undecided);
    }

    private static boolean precedesOpaque(Rule rule, List<Rule> rules) {
        var from = rules.indexOf(rule);
        return rules.subList(from, rules.size()).stream().anyMatch(later -> later.isOpaque() && later.mayOverlap(rule));
    }
}
