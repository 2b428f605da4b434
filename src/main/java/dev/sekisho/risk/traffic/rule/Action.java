package dev.sekisho.risk.traffic.rule;

/** What a rule does with the packets it matches. */
public enum Action {
    PERMIT,
    DENY
}
