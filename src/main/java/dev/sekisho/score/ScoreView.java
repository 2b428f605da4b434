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
                "A score 0 to 100, higher is worse; ten points more mean twice the odds. It is an index, not a probability.")
record ScoreView(
        Subject.Kind subject,
        String key,
        String name,
        @Schema(examples = "85.0") BigDecimal score,
        Band band,
        Interval interval,

        @Schema(description = "Change against 30 days ago, in points; absent when there was no score then.") @Nullable
        BigDecimal change30d,

        FindingCounts findings,

        @Schema(description = "Codes of the findings that are not resolved.")
        List<String> codes,

        String modelVersion,

        @Schema(description = "When the score became what it is.")
        Instant asOf) {}
