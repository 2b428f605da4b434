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
        @Schema(description = "The kind of thing the score is of.")
        Subject.Kind subject,

        @Schema(description = "Key of what the score is of; \"portfolio\" for all together.")
        String key,

        @Schema(description = "Name of what the score is of.")
        String name,

        @Schema(description = "The score, 0 best to 100 worst, one decimal.", examples = "82.5")
        BigDecimal score,

        @Schema(description = "The label of the score.") Band band,

        @Schema(description = "Where the score lies whatever the unknown facts turn out to be.")
        Interval interval,

        @Schema(
                description =
                        "Change against 30 days ago, in points; absent when there was no score then, and when it was computed under another version of the model.")
        @Nullable
        BigDecimal change30d,

        @Schema(description = "Why there is no change to tell though there was a score 30 days ago.") @Nullable
        NoChange change30dReason,

        @Schema(description = "Findings on it that are not resolved, by severity.")
        FindingCounts findings,

        @Schema(description = "Codes of the findings that are not resolved.")
        List<String> codes,

        @Schema(description = "Version of the weights it was computed with.")
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
