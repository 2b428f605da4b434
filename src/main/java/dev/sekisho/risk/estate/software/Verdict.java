package dev.sekisho.risk.estate.software;

/** Whether an installed version is affected by an advisory. CONFLICT and UNKNOWN count as affected. */
public enum Verdict {
    AFFECTED,
    NOT_AFFECTED,
    FIXED,
    CONFLICT,
    UNKNOWN;

    /** Unknown is never safe: everything but a stated clean answer is live. */
    public boolean live() {
        return this != NOT_AFFECTED && this != FIXED;
    }
}
