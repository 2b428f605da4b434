package dev.sekisho.risk.estate.software;

/** Whether an installed software is used; only a verified stop takes its flaws away. */
public enum UseState {
    IN_USE,
    STOPPED_DECLARED,
    STOPPED_VERIFIED,
    REMOVED;

    /** A declared stop that nobody verified still counts as in use. */
    public boolean live() {
        return this == IN_USE || this == STOPPED_DECLARED;
    }
}
