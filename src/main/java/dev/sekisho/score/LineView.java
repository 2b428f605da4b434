package dev.sekisho.score;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Points;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a score.
 *
 * @param points its share as shown; the lines sum to the score as shown
 * @param milliPoints its exact share, 1 point = 1000; the lines sum to the exact score
 */
@Schema(
        name = "Contribution",
        description =
                "One line of a score. The points of all lines sum to the score exactly, and so do the milli-points (1 point = 1000). Lines may be negative: BREAK, BASE and CAP lower a score.")
record LineView(
        @Schema(
                description = "What the line is for; GET /assessment/model says what each code means.",
                examples = "E.FILTER")
        String code,

        @Schema(
                description = "Share of the score in points, one decimal; the lines sum to the score as shown.",
                examples = "7.5")
        BigDecimal points,

        @Schema(description = "Exact share in thousandths of a point; the lines sum to the exact score.")
        int milliPoints,

        @Schema(
                description = "What it is and where, in a sentence; a BREAK line names what has to be broken.",
                examples = "nothing filters MSP運用回線")
        String detail,

        @Schema(
                description =
                        "Names the sentence whatever the language, so that a client may word it itself. More may come.",
                examples = "LINE.E.FILTER.NONE")
        String textKey,

        @Schema(description = "What the sentence is filled in with: names, keys and numbers, by the name of the gap.")
        Map<String, String> parameters) {

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
        Phrase said = words.apply(line);
        return new LineView(line.code(), points, line.milliPoints(), said.detail(), said.textKey(), said.parameters());
    }
}
