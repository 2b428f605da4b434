package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Loss;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A score divided among those who make it, by the loss to be expected of each: who drives the risk. */
public final class Shares {
    /** So many have a line of their own. */
    private static final int SHOWN = 50;

    private static final Comparator<Part> GREATEST_FIRST = Comparator.comparingInt(Part::milliPoints)
            .thenComparingInt(Part::wholeMilli)
            .thenComparingInt(Part::lowMilli)
            .reversed()
            .thenComparing(Part::code);

    private Shares() {}

    /**
     * One of them.
     *
     * @param code the line it gets
     * @param wholeMilli before it was raised or capped; decides the order of those that are the same
     * @param lowMilli at best; decides the order of those that are the same still
     */
    public record Part(String code, int milliPoints, int wholeMilli, int lowMilli, List<String> facts) {

        static Part uncapped(String code, int milliPoints, List<String> facts) {
            return new Part(code, milliPoints, milliPoints, 0, facts);
        }
    }

    /** One line a part, the greatest first, and one for all that are not shown; they sum to the score. */
    public static List<Contribution> of(int whole, List<Part> parts) {
        if (whole <= 0 || parts.isEmpty()) {
            return List.of();
        }
        List<Part> sorted = parts.stream().sorted(GREATEST_FIRST).toList();
        int shown = sorted.size() <= SHOWN + 1 ? sorted.size() : SHOWN;
        int lines = shown + (shown < sorted.size() ? 1 : 0);
        var weights = new double[lines];
        for (int i = 0; i < sorted.size(); i++) {
            weights[Math.min(i, lines - 1)] += Loss.of(sorted.get(i).milliPoints());
        }
        int[] shares = divide(whole, weights);
        return IntStream.range(0, lines)
                .mapToObj(i -> i < shown
                        ? new Contribution(
                                sorted.get(i).code(), shares[i], sorted.get(i).facts())
                        : new Contribution("OTHERS", shares[i], String.valueOf(sorted.size() - shown)))
                .toList();
    }

    /** Divides a whole among parts by weight, exactly: what rounding leaves goes to the largest remainders. */
    static int[] divide(int whole, double... weights) {
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
