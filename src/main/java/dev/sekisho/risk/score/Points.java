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

    /** By how much a score falls, so that what is shown of it before, less this, is what is shown of it afterwards. */
    public static BigDecimal shownFall(int milliPoints, int byMilli) {
        return ofTenths(fallInTenths(milliPoints, byMilli));
    }

    /** The same in tenths of a point. */
    public static long fallInTenths(int milliPoints, int byMilli) {
        return toTenths(milliPoints) - toTenths(milliPoints - byMilli);
    }

    public static BigDecimal ofTenths(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
