package dev.sekisho.risk.score;

import java.util.Arrays;

/** The arithmetic of scores: five points more are twice the expected loss, so independent losses are added as powers of 2. */
public final class Loss {
    /** The highest score, in milli-points. */
    public static final int HIGHEST = 100_000;

    /** How many terms are added; the smaller ones would move a score by next to nothing and cost a look at everything. */
    public static final int TERMS = 10;

    private static final double DOUBLING = 5_000;

    /** What a term that is so many milli-points smaller adds. */
    private static final double[] SHARES = new double[HIGHEST];

    static {
        Arrays.setAll(SHARES, smaller -> StrictMath.pow(2, -smaller / DOUBLING));
    }

    private Loss() {}

    /** The expected loss a score stands for, 1 at score 0. */
    public static double of(int milliPoints) {
        return StrictMath.pow(2, milliPoints / DOUBLING);
    }

    /**
     * LSE5: the score of the ten greatest of these together, in milli-points, neither floored nor capped. Added in the order
     * of size and rounded once, so that neither names nor order matter. It moves with its terms: where each is so much
     * greater, so is it.
     *
     * @param milliPoints at least one
     */
    public static int combine(int... milliPoints) {
        int[] sorted = milliPoints.clone();
        Arrays.sort(sorted);
        return ascending(sorted, sorted.length);
    }

    /** The same of so many, the first in an array that are in ascending order. */
    static int ascending(int[] sorted, int length) {
        int greatest = sorted[length - 1];
        double sum = 0;
        for (int i = Math.max(0, length - TERMS); i < length; i++) {
            sum += share(greatest - sorted[i]);
        }
        return greatest + score(sum);
    }

    /** The same of two. */
    static int combine(int one, int other) {
        int greater = Math.max(one, other);
        return greater + score(1 + share(greater - Math.min(one, other)));
    }

    private static double share(int smaller) {
        return smaller < SHARES.length ? SHARES[smaller] : of(-smaller);
    }

    /** The score that stands for an expected loss. */
    private static int score(double loss) {
        return (int) Math.round(DOUBLING * StrictMath.log(loss) / StrictMath.log(2));
    }

    /** Between no risk and the highest score. */
    public static int capped(int milliPoints) {
        return Math.max(0, Math.min(HIGHEST, milliPoints));
    }
}
