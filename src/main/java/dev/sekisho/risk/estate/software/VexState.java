package dev.sekisho.risk.estate.software;

/** What is said of a vulnerability in software, in the states of VEX; the less safe ones stand first. */
public enum VexState {
    AFFECTED,
    UNDER_INVESTIGATION,
    FIXED,
    NOT_AFFECTED;

    /** Whether it says that nothing is to be done. */
    public boolean clean() {
        return this == FIXED || this == NOT_AFFECTED;
    }
}
