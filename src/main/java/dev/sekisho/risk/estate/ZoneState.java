package dev.sekisho.risk.estate;

/** Where a zone is in its life. */
public enum ZoneState {
    ACTIVE,
    RETIRING,
    RETIRED
}
