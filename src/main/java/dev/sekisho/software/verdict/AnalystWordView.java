package dev.sekisho.software.verdict;

import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The word of a person of ours that counts for a flaw, beside what sources say. */
@Schema(
        name = "AnalystWord",
        description = "The word of a person of ours that counts for a flaw, and what would hold without it.")
public record AnalystWordView(
        @Schema(description = "Key of the verdict, see GET /analyst-verdicts/{key}.")
        String verdict,

        @Schema(description = "What is said, in the states of VEX.")
        VexState state,

        @Schema(description = "Why it is not affected; absent of other states.") @Nullable
        Justification justification,

        @Schema(description = "Why, in the person's own words.")
        String reason,

        @Schema(description = "Who says so.") String author,
        @Schema(description = "When it was last said.") Instant givenAt,

        @Schema(description = "Last day it counts; the day after, what sources say stands again.")
        LocalDate until,

        @Schema(description = "What holds without it: what sources say.")
        Verdict sources) {

    /** @return null where none counts */
    public static @Nullable AnalystWordView of(Match match) {
        AnalystWord word = match.analysts().counting();
        Verdict sources = match.analysts().sources();
        return word == null || sources == null
                ? null
                : new AnalystWordView(
                        word.verdict(),
                        word.state(),
                        word.justification() == null ? null : Justification.valueOf(word.justification()),
                        word.reason(),
                        word.author(),
                        word.givenAt(),
                        word.until(),
                        sources);
    }

    /** The state as CycloneDX calls it. */
    public String cycloneDxState() {
        return switch (state) {
            case AFFECTED -> "exploitable";
            case UNDER_INVESTIGATION -> "in_triage";
            case FIXED -> "resolved";
            case NOT_AFFECTED -> "not_affected";
        };
    }

    /** The justification as CycloneDX calls it; null where there is none. */
    public @Nullable String cycloneDxJustification() {
        return justification == null ? null : justification.cycloneDx();
    }
}
