package dev.sekisho.risk.score;

/** The label of a score. */
public enum Band {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL;

    private static final int MILLI = 1000;

    public static Band of(int milliPoints) {
        if (milliPoints < 30 * MILLI) {
            return LOW;
        }
        if (milliPoints < 50 * MILLI) {
            return MODERATE;
        }
        return milliPoints < 70 * MILLI ? HIGH : CRITICAL;
    }
}
