package dev.sekisho.risk.score;

import java.math.BigDecimal;

/** Milli-points as they are shown: points with one decimal. */
public final class Points {
    /** How many make a tenth of a point, the least that is shown. */
    public static final int MILLI_PER_TENTH = 100;

    private static final double MILLI = 1_000;

    private Points() {}

    /** Points as whole milli-points. */
    public static int milli(double points) {
        return (int) Math.round(MILLI * points);
    }

    public static BigDecimal shown(int milliPoints) {
        return ofTenths(toTenths(milliPoints));
    }

    public static long toTenths(int milliPoints) {
        return Math.round(milliPoints / (double) MILLI_PER_TENTH);
    }

    public static BigDecimal ofTenths(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
