package dev.sekisho.risk.score;

import java.util.Arrays;

/** The arithmetic of scores: five points more are twice the expected loss, so independent losses are added as powers of 2. */
public final class Loss {
    /** The highest score, in milli-points. */
    public static final int HIGHEST = 100_000;

    /** How many terms are added; the smaller ones would move a score by next to nothing and cost a look at everything. */
    public static final int TERMS = 10;

    private static final double DOUBLING = 5_000;

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
        int greatest = sorted[sorted.length - 1];
        double sum = 0;
        for (int i = Math.max(0, sorted.length - TERMS); i < sorted.length; i++) {
            sum += of(sorted[i] - greatest);
        }
        return greatest + (int) Math.round(DOUBLING * StrictMath.log(sum) / StrictMath.log(2));
    }

    /** Between no risk and the highest score. */
    public static int capped(int milliPoints) {
        return Math.max(0, Math.min(HIGHEST, milliPoints));
    }
}
