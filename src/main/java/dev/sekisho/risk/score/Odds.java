package dev.sekisho.risk.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The arithmetic of scores: ten points more are twice the odds, so independent causes add their odds. */
public final class Odds {
    /** The highest score, in milli-points. */
    public static final int HIGHEST = 100_000;

    private static final double DOUBLING = 10_000;

    private Odds() {}

    /** The odds a score stands for, 1 at score 0. */
    public static double of(int milliPoints) {
        return Math.pow(2, milliPoints / DOUBLING);
    }

    /** The score that stands for these odds, 0..100 points. */
    public static int score(double odds) {
        if (odds <= 1) {
            return 0;
        }
        return (int) Math.min(HIGHEST, Math.round(DOUBLING * Math.log(odds) / Math.log(2)));
    }

    /**
     * LSE10 of independent causes. A cause that scores 0 is none; no cause at all scores 0. Summed in the order of size,
     * so that neither names nor order matter.
     */
    public static int combine(int... milliPoints) {
        int[] causes =
                Arrays.stream(milliPoints).filter(cause -> cause > 0).sorted().toArray();
        if (causes.length == 0) {
            return 0;
        }
        double odds = Arrays.stream(causes).mapToDouble(Odds::of).sum();
        return Math.max(causes[causes.length - 1], score(odds));
    }

    /** Divides a whole among parts by weight, exactly: what rounding leaves goes to the largest remainders. */
    public static int[] divide(int whole, double... weights) {
        double sum = Arrays.stream(weights).sum();
        double[] exact =
                Arrays.stream(weights).map(weight -> whole * weight / sum).toArray();
        int[] parts =
                Arrays.stream(exact).mapToInt(part -> (int) Math.floor(part)).toArray();
        int left = whole - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer part) -> parts[part] - exact[part]))
                .limit(left)
                .forEach(part -> parts[part]++);
        return parts;
    }
}
