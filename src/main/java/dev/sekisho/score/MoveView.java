package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.question.Advice.Move;
import dev.sekisho.risk.score.Points;
import dev.sekisho.text.Sentences;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one answer or one remedy makes of a score. */
@Schema(
        name = "Move",
        description =
                "What one answer, the best there is, or one remedy makes of a score, with everything else as it is. It is computed exactly, as if the fact were registered.")
record MoveView(
        @Schema(description = "Kind of what it is about.") Subject.Kind subject,

        @Schema(description = "Key of what it is about.") String key,

        @Schema(description = "Name of what it is about.") String name,

        @Schema(description = "The fact that is answered, or the remedy. More may come.", examples = "firewall")
        String what,

        @Schema(description = "The question, or what to do, in words.")
        String detail,

        @Schema(
                description =
                        "Names the sentence whatever the language, so that a client may word it itself. More may come.",
                examples = "REMEDY.firewall")
        String textKey,

        @Schema(description = "What the sentence is filled in with, by the name of the gap.")
        Map<String, String> parameters,

        @Schema(description = "What the score is then, 0 to 100.")
        BigDecimal score,

        @Schema(description = "By how many points it is lower then.")
        BigDecimal lowers) {

    static MoveView of(Sentences sentences, String textKey, Move move) {
        String name = move.about().name();
        Phrase said = Phrase.of(sentences, textKey, Map.of("name", name));
        return new MoveView(
                move.about().subject().kind(),
                move.about().subject().key(),
                name,
                move.what(),
                said.detail(),
                said.textKey(),
                said.parameters(),
                Points.shown(move.scoreMilli()),
                Points.shownFall(move.scoreMilli() + move.lowersMilli(), move.lowersMilli()));
    }
}
