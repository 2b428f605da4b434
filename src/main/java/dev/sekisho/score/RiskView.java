package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A score with every line it is made of. */
@Schema(
        name = "Risk",
        description =
                "A score with every line it is made of: it is defined as their sum. The lines tell what is at stake at the worst target (CONSEQUENCE), what still stands in between (BREAK, negative), how the way is kept (E, INNER, V, A and the standing of the third party), and what all other targets add (BREADTH). Those of zones, organizations and the portfolio tell instead which third parties the score comes from, each with its share. GET /assessment/model says what each code means.")
record RiskView(
        Subject.Kind subject,
        String key,
        String name,
        @Schema(examples = "82.5") BigDecimal score,
        int milliPoints,
        Band band,
        Interval interval,
        List<LineView> contributions,
        FindingCounts findings,
        List<String> codes,
        String modelVersion,
        Instant asOf) {}
