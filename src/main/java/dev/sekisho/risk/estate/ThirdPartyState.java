package dev.sekisho.risk.estate;

/** Whether the relation goes on. */
public enum ThirdPartyState {
    ACTIVE,
    OFFBOARDED
}
