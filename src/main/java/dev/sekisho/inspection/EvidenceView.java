package dev.sekisho.inspection;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What there is to show for an inspection. */
@Schema(
        name = "InspectionEvidence",
        description =
                "What there is to show for an inspection: at least one of the two. The configuration may be kept elsewhere, so its hash need not be one of the rule sets stored here.")
record EvidenceView(
        @Schema(description = "SHA-256 of the configuration that was looked at, in lower-case hexadecimal digits.")
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits")
        @Nullable
        String ruleSetSha256,

        @Schema(description = "Where the record of the inspection is kept.", examples = "DMS-2026-0117")
        @Size(min = 1, max = 1000)
        @Nullable
        String document) {

    static @Nullable EvidenceView of(InspectionEntity row) {
        return row.ruleSetSha256 == null && row.document == null
                ? null
                : new EvidenceView(row.ruleSetSha256, row.document);
    }

    boolean empty() {
        return ruleSetSha256 == null && (document == null || document.isBlank());
    }
}
