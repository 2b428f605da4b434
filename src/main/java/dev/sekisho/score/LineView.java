package dev.sekisho.score;

import dev.sekisho.risk.score.Contribution;
import java.math.BigDecimal;
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

        @Schema(description = "The fact behind it, in words.")
        String detail) {

    static LineView of(Contribution line, BigDecimal points) {
        return new LineView(line.code(), points, line.milliPoints(), line.detail());
    }
}
