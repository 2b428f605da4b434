package dev.sekisho.risk.traffic;

/** What a rule does with the packets it matches. */
public enum Action {
    PERMIT,
    DENY
}
