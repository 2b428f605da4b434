package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;

/**
 * What a security rule says of the guard's traffic, in addresses as they are before translation.
 *
 * @param parts what it matches, each with why that may be too much
 */
record PanReading(Action action, List<Part> parts, int line, String origin) {

    /** @param doubts empty if the match is exact */
    record Part(RuleMatch match, List<String> doubts) {}
}
