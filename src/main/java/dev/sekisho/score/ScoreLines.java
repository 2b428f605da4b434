package dev.sekisho.score;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Points;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The lines of a score as they are shown. */
final class ScoreLines {
    private ScoreLines() {}

    /** Lines rounded to tenths so that they still sum to the score as it is shown (largest remainder). */
    static List<LineView> shown(List<Contribution> contributions, Function<Contribution, Phrase> words) {
        int whole = contributions.stream().mapToInt(Contribution::milliPoints).sum();
        long[] tenths = contributions.stream()
                .mapToLong(line -> Math.floorDiv(line.milliPoints(), Points.MILLI_PER_TENTH))
                .toArray();
        long missing = Points.toTenths(whole) - LongStream.of(tenths).sum();
        IntStream.range(0, tenths.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> -Math.floorMod(contributions.get(i).milliPoints(), Points.MILLI_PER_TENTH)))
                .limit(missing)
                .forEach(i -> tenths[i]++);
        return IntStream.range(0, tenths.length)
                .mapToObj(i -> view(contributions.get(i), Points.ofTenths(tenths[i]), words))
                .toList();
    }

    private static LineView view(Contribution line, BigDecimal points, Function<Contribution, Phrase> words) {
        return LineView.of(line.code(), line.milliPoints(), points, words.apply(line));
    }
}
