package dev.sekisho.risk.traffic;

import java.util.List;

/**
 * What a firewall enforces: the first rule that matches decides, the default action where none does.
 *
 * @param notes what the reader wants people to know about this set
 */
public record RuleSet(List<Rule> rules, Action defaultAction, List<String> notes) {

    public RuleSet {
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
    }

    /** The usual firewall: what no rule permits is denied. */
    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules), Action.DENY, List.of());
    }

    public RuleSet orElse(Action action) {
        return new RuleSet(rules, action, notes);
    }

    public RuleSet with(List<Rule> others) {
        return new RuleSet(others, defaultAction, notes);
    }

    public boolean hasOpaque() {
        return rules.stream().anyMatch(Rule::isOpaque);
    }

    public List<Rule> opaque() {
        return rules.stream().filter(Rule::isOpaque).toList();
    }
}
