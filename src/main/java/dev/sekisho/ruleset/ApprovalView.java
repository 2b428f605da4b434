package dev.sekisho.ruleset;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which revision of a link's rule set is approved. */
@Schema(name = "RuleSetApproval", description = "Which revision of a link's rule set is approved.")
public record ApprovalView(
        @Schema(description = "Number of the revision, counted from 1.", examples = "1") @NotNull @Min(1)
        Integer revision) {}
