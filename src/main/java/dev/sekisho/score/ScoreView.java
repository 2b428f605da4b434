package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One row of the list of scores. */
@Schema(
        name = "RiskScore",
        description =
                "A score 0 to 100, higher is worse; five points more mean twice the expected loss. It is an index, not a probability.")
record ScoreView(
        Subject.Kind subject,
        String key,
        String name,
        @Schema(examples = "82.5") BigDecimal score,
        Band band,
        Interval interval,

        @Schema(
                description =
                        "Change against 30 days ago, in points; absent when there was no score then, and when it was computed under another version of the model.")
        @Nullable
        BigDecimal change30d,

        @Schema(description = "Why there is no change to tell though there was a score 30 days ago.") @Nullable
        NoChange change30dReason,

        FindingCounts findings,

        @Schema(description = "Codes of the findings that are not resolved.")
        List<String> codes,

        String modelVersion,

        @Schema(description = "When the score became what it is.")
        Instant asOf) {

    /** Why two scores are not compared. */
    @Schema(
            name = "NoChange",
            description =
                    "MODEL_CHANGED: the score of 30 days ago was computed under another version of the model; the difference would be that of the models.")
    enum NoChange {
        MODEL_CHANGED
    }
}
