package dev.sekisho.score;

import dev.sekisho.risk.score.Contribution;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Milli-points as they are shown: points with one decimal. */
final class Points {
    private static final int MILLI_PER_TENTH = 100;

    private Points() {}

    static BigDecimal shown(int milliPoints) {
        return tenths(Math.round(milliPoints / (double) MILLI_PER_TENTH));
    }

    private static BigDecimal tenths(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    /** Lines rounded to tenths so that they still sum to the score as it is shown (largest remainder). */
    static List<LineView> lines(List<Contribution> contributions) {
        int whole = contributions.stream().mapToInt(Contribution::milliPoints).sum();
        long[] tenths = contributions.stream()
                .mapToLong(line -> Math.floorDiv(line.milliPoints(), MILLI_PER_TENTH))
                .toArray();
        long missing = Math.round(whole / (double) MILLI_PER_TENTH)
                - LongStream.of(tenths).sum();
        IntStream.range(0, tenths.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> -Math.floorMod(contributions.get(i).milliPoints(), MILLI_PER_TENTH)))
                .limit(missing)
                .forEach(i -> tenths[i]++);
        return IntStream.range(0, tenths.length)
                .mapToObj(i -> LineView.of(contributions.get(i), tenths(tenths[i])))
                .toList();
    }
}
