package dev.sekisho.score;

import dev.sekisho.attackpath.HopView;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Band;
import dev.sekisho.software.identity.NotJudgedView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A score with every line it is made of. */
@Schema(
        name = "Risk",
        description =
                "A score with every line it is made of: it is defined as their sum. The lines tell what is at stake at the worst target (CONSEQUENCE), what still stands in between (BREAK, negative), how the way is kept (E, INNER, V, A and the standing of the third party), and what all other targets add (BREADTH). Those of zones, assets, organizations and the portfolio tell instead which third parties the score comes from, each with its share. GET /assessment/model says what each code means.")
record RiskView(
        @Schema(description = "The kind of thing the score is of.")
        Subject.Kind subject,

        @Schema(description = "Key of what the score is of; \"portfolio\" for all together.")
        String key,

        @Schema(description = "Name of what the score is of.")
        String name,

        @Schema(description = "The score, 0 best to 100 worst, one decimal.", examples = "82.5")
        BigDecimal score,

        @Schema(description = "The exact score in thousandths of a point.")
        int milliPoints,

        @Schema(description = "The label of the score.") Band band,

        @Schema(description = "Where the score lies whatever the unknown facts turn out to be.")
        Interval interval,

        @Schema(description = "Every line the score is the sum of, in the order they were computed.")
        List<LineView> contributions,

        @Schema(
                description =
                        "The greatest risk it is made of, which its lines tell; absent where nothing leads anywhere.")
        @Nullable
        ThreatView worst,

        @Schema(
                description =
                        "How that gets to its target, hop by hop: of the ways with the fewest breaks one with the fewest hops. What comes over a zone link crosses that link.")
        List<HopView> path,

        @Schema(description = "Everything that has to be broken on that path, each once, the first first.")
        List<BreakView> breaks,

        @Schema(description = "The three greatest risks after the worst, the greatest first.")
        List<ThreatView> next,

        @Schema(
                description =
                        "The one unknown fact on that path whose best answer lowers the score most, out of the twelve that may lower it most; absent where none does.")
        @Nullable
        MoveView answer,

        @Schema(
                description =
                        "The one remedy on that path that lowers the score most, of the five that promise most; absent where none does. To cut the connection is not among them.")
        @Nullable
        MoveView remedy,

        @Schema(description = "Findings on it that are not resolved, by severity.")
        FindingCounts findings,

        @Schema(description = "Codes of the findings that are not resolved.")
        List<String> codes,

        @Schema(description = "Version of the weights it was computed with.")
        String modelVersion,

        @Schema(
                description =
                        "When the score became what it is. That of an asset is kept nowhere, so it is when it was worked out.")
        Instant asOf,

        @Schema(
                description =
                        "Of the portfolio: the software in use that nobody can judge, and why. It counts in no score. Absent of everything else.")
        @Nullable
        NotJudgedView notJudged) {
    /** Something that has to be broken on a way. */
    @Schema(name = "Break", description = "Something that has to be broken on a way, with where it stands.")
    record BreakView(
            @Schema(
                    description = "Its label; GET /attack-paths says which kinds there are.",
                    examples = "own:connection-point:msp-unix")
            String label,

            @Schema(description = "What it is and where it stands, in a sentence.")
            String detail,

            @Schema(
                    description =
                            "Names the sentence whatever the language, so that a client may word it itself. More may come.",
                    examples = "BREAK.own")
            String textKey,

            @Schema(description = "What the sentence is filled in with: names and keys, by the name of the gap.")
            Map<String, String> parameters) {

        static BreakView of(String label, Phrase said) {
            return new BreakView(label, said.detail(), said.textKey(), said.parameters());
        }
    }
}
