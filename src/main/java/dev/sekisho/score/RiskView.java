package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A score with every line it is made of. */
@Schema(name = "Risk", description = "A score with every line it is made of: it is defined as their sum.")
record RiskView(
        Subject.Kind subject,
        String key,
        String name,
        @Schema(examples = "85.0") BigDecimal score,
        int milliPoints,
        Band band,
        Interval interval,
        List<LineView> contributions,
        FindingCounts findings,
        List<String> codes,
        String modelVersion,
        Instant asOf) {}
