package dev.sekisho.score;

import dev.sekisho.risk.estate.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Open and accepted findings of a subject by severity, and the codes among them. */
@Schema(description = "Findings that are not resolved, by severity.")
record FindingCounts(
        @Schema(description = "How many of severity CRITICAL.")
        int critical,

        @Schema(description = "How many of severity HIGH.") int high,

        @Schema(description = "How many of severity MEDIUM.")
        int medium,

        @Schema(description = "How many of severity LOW.") int low) {
    static final FindingCounts NONE = new FindingCounts(0, 0, 0, 0);

    FindingCounts with(Severity severity, int count) {
        return switch (severity) {
            case CRITICAL -> new FindingCounts(critical + count, high, medium, low);
            case HIGH -> new FindingCounts(critical, high + count, medium, low);
            case MEDIUM -> new FindingCounts(critical, high, medium + count, low);
            case LOW -> new FindingCounts(critical, high, medium, low + count);
        };
    }
}
