package dev.sekisho.risk.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules that do nothing. Opaque rules may match less than they state, so they neither shadow another rule nor make
 * one before them redundant.
 *
 * @param shadowed rules that can never match
 * @param redundant rules whose removal, each on its own, changes nothing; the shadowed are not repeated here
 * @param undecided rules that interact in too many ways to tell; nothing is claimed of them
 */
public record Anomalies(List<Rule> shadowed, List<Rule> redundant, List<Rule> undecided) {

    /** Less than a verdict may take, since which rule decides has many more values than whether it permits. */
    static final int MOST_EDGES = 10_000_000;

    public Anomalies {
        shadowed = List.copyOf(shadowed);
        redundant = List.copyOf(redundant);
        undecided = List.copyOf(undecided);
    }

    public static Anomalies of(RuleSet rules) {
        return of(rules, MOST_EDGES);
    }

    static Anomalies of(RuleSet rules, int mostEdges) {
        var plain = rules.rules().stream().filter(rule -> !rule.isOpaque()).toList();
        try {
            return of(rules, plain, Roles.of(rules.with(plain), mostEdges));
        } catch (TooComplexException tooComplex) {
            return new Anomalies(List.of(), List.of(), plain);
        }
    }

    public boolean shadowsDeny() {
        return shadowed.stream().anyMatch(rule -> rule.action() == Action.DENY);
    }

    private static Anomalies of(RuleSet rules, List<Rule> plain, Roles roles) {
        var shadowed = new ArrayList<Rule>();
        var redundant = new ArrayList<Rule>();
        for (int i = 0; i < plain.size(); i++) {
            var rule = plain.get(i);
            if (!roles.matches(i)) {
                shadowed.add(rule);
            } else if (!roles.matters(i) && !precedesOpaque(rule, rules.rules())) {
                redundant.add(rule);
            }
        }
        return new Anomalies(shadowed, redundant, List.of());
    }

    private static boolean precedesOpaque(Rule rule, List<Rule> rules) {
        var from = rules.indexOf(rule);
        return rules.subList(from, rules.size()).stream().anyMatch(later -> later.isOpaque() && later.mayOverlap(rule));
    }
}
