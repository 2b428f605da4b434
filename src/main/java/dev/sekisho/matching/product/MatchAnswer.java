package dev.sekisho.matching.product;

/** Whether an installed version is affected by one vulnerability. */
public enum MatchAnswer {
    AFFECTED,
    /** Outside what the source names, and the source says that means unaffected. */
    NOT_AFFECTED,
    /** Unaffected because it is at or after a version the source names as repaired. */
    FIXED,
    /** Sources contradict each other: somebody has to look. */
    CONFLICT,
    /** Not settled by anything published. Never to be read as clean. */
    UNKNOWN;

    /** Nothing to do. */
    public boolean isClean() {
        return this == NOT_AFFECTED || this == FIXED;
    }
}
