package dev.sekisho.finding;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody answers for a finding until a day. */
@Schema(
        name = "Acceptance",
        description =
                "Somebody answers for a finding until a day: at most a year from today, and at most 14 days for software without a fix (SW-03). It covers what the finding is about at that moment, its traffic, targets, advisory, version and severity; whatever comes on top opens the finding again, which says what is new.")
record AcceptanceView(
        @NotNull
        @FutureOrPresent
        @Schema(
                description =
                        "Last day the acceptance holds, today at the earliest and a year from today at the latest.",
                examples = "2026-12-01")
        LocalDate until,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                description = "Why the risk is accepted, in words an auditor understands.",
                examples = "Isolated until the replacement on 1 December")
        String reason) {}
