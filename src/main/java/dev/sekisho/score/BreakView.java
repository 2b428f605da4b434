package dev.sekisho.score;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
