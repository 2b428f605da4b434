package dev.sekisho.risk.estate.link;

/** Whether a link carries traffic; only a verified cut takes its risk away. */
public enum LinkState {
    ACTIVE,
    CUT_DECLARED,
    CUT_VERIFIED,
    RETIRED;

    /** A declared cut that nobody verified still counts as up. */
    public boolean up() {
        return this == ACTIVE || this == CUT_DECLARED;
    }
}
