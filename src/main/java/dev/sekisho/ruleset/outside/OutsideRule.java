package dev.sekisho.ruleset.outside;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;

/**
 * What a rule says of the guard's traffic, in addresses as they are before translation.
 *
 * @param parts what it matches, each with why that may be too much
 */
public record OutsideRule(Action action, List<Part> parts, int line, String origin) {

    /** @param doubts empty if the match is exact */
    public record Part(RuleMatch match, List<String> doubts) {}
}
