package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the two sides of a link.
 *
 * @param ruleSet the rules the firewall enforces, in neutral form; absent when nobody gave them
 * @param approvedRuleSet the rules somebody approved; absent when nobody approved any
 */
public record Filtering(
        Firewall firewall,
        @Nullable RuleSet ruleSet,
        @Nullable RuleSet approvedRuleSet) {

    public static final Filtering UNKNOWN = by(Firewall.UNKNOWN, null);

    /** Rules nobody approved. */
    public static Filtering by(Firewall firewall, @Nullable RuleSet ruleSet) {
        return new Filtering(firewall, ruleSet, null);
    }

    public Filtering with(Firewall other) {
        return new Filtering(other, ruleSet, approvedRuleSet);
    }

    public Filtering enforcing(@Nullable RuleSet rules) {
        return new Filtering(firewall, rules, approvedRuleSet);
    }
}
