package dev.sekisho.question;

import dev.sekisho.risk.estate.Subject;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact that nobody told. */
@Schema(
        name = "Question",
        description = "A fact that nobody told, so that the worst is taken for given, and what its answer may lower.")
record QuestionView(
        @Schema(description = "Kind of what is asked about.")
        Subject.Kind subject,

        @Schema(description = "Key of what is asked about.") String key,

        @Schema(description = "Name of what is asked about.")
        String name,

        @Schema(
                description =
                        "The fact as it is called in the object, such as monitoring.flowLogsToSiem. firewall is all of it: its state, when it was inspected, and its rules. More may come.",
                examples = "authentication")
        String fact,

        @Schema(description = "The question in words.", examples = "How do users of MSP運用回線 prove who they are?")
        String question,

        @Schema(
                description =
                        "Names the sentence whatever the language, so that a client may word it itself. More may come.",
                examples = "QUESTION.CONNECTION_POINT.authentication")
        String textKey,

        @Schema(description = "What the sentence is filled in with, by the name of the gap.")
        Map<String, String> parameters,

        @Schema(
                description =
                        "An upper bound in points, not a forecast: no score it touches, of the object itself, of the third party and of the zone, falls by more when this alone is answered. It is how far the score stands above its lower end, or what the one line of this fact adds where that is less. So several facts that all have to be good for a score to fall show the same number. The exact fall, with everything else as it is, is in `answer` of GET .../risk.")
        BigDecimal couldLower,

        @Schema(description = "The highest score it touches.")
        BigDecimal score,

        @Schema(description = "Who of us answers for the third party, where one is stated.") @Nullable
        String owner,

        @Schema(description = "Key of the third party that may know.") @Nullable
        String thirdParty,

        @Schema(description = "Key of our organization that may know: the owner of the zone.") @Nullable
        String organization,

        @Schema(description = "Key of the zone it is in, is or leads into.") @Nullable
        String zone) {}
