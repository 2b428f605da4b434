package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;

/** What a rule set says of one packet, found rule by rule. */
enum Answer {
    OPEN,
    DOUBT,
    CLOSED;

    static Answer of(RuleSet rules, Packet packet) {
        if (!Verdicts.permits(rules, packet)) {
            return CLOSED;
        }
        return Verdicts.decider(rules, packet).filter(Rule::isOpaque).isPresent() ? DOUBT : OPEN;
    }
}
