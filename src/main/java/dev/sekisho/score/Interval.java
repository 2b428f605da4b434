package dev.sekisho.score;

import dev.sekisho.risk.score.Points;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the score lies whatever the unknown facts turn out to be. */
@Schema(
        description =
                "Where the score lies whatever the unknown facts turn out to be: low if all turned out well, high if all turned out badly.")
record Interval(
        @Schema(description = "The score if every unknown fact turned out well, 0 to 100.")
        BigDecimal low,

        @Schema(description = "The score if every unknown fact turned out badly, 0 to 100.")
        BigDecimal high) {
    static Interval of(int lowMilli, int highMilli) {
        return new Interval(Points.shown(lowMilli), Points.shown(highMilli));
    }
}
