package dev.sekisho.dataholding;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Data or systems of ours that a third party holds. */
@Schema(
        name = "DataHolding",
        description =
                "Data or systems of ours that a third party holds, such as our customers' records at a cloud service. What is not stated counts as the worst.")
record DataHoldingView(
        @Schema(
                description =
                        "Key of the data holding, unique among data holdings; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call it.") @NotNull @Name
        String name,

        @Schema(description = "Key of the third party that holds it.") @NotNull @Key
        String thirdParty,

        @Schema(description = "Key of our organization it belongs to.") @NotNull @Key
        String organization,

        @Schema(description = "What it holds, in words.", examples = "Names and addresses of customers")
        @Size(min = 1, max = 1000)
        @Nullable
        String what,

        @Schema(description = "How many records it holds: people, contracts or the like.") @Min(0) @Nullable
        Long records,

        @Schema(description = "0 to 100; without one it is scored as 100.") @Min(0) @Max(100) @Nullable
        Integer criticality,

        @Schema(
                description =
                        "Whether it is encrypted, so that who takes the storage cannot read it; not stated counts as no.")
        @Nullable
        Boolean encrypted,

        @Schema(
                description =
                        "Whether it can be reached only from the networks and by the people that need it; not stated counts as no.")
        @Nullable
        Boolean accessRestricted,

        @Schema(
                description =
                        "When somebody last looked at how access to it is configured; not stated counts as never.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate configurationReviewedOn,

        @Schema(
                description =
                        "How it comes back to us and is deleted there when the relation ends, or where that is written.")
        @Size(min = 1, max = 2000)
        @Nullable
        String exitPlan,

        @Schema(
                description =
                        "Date of the proof that the third party has deleted all of it; absent while it holds anything. From that day it is no risk any more.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate deletionProvenOn)
        implements Registered {

    static DataHoldingView of(DataHoldingEntity row) {
        return new DataHoldingView(
                row.id,
                row.name,
                row.thirdParty,
                row.organization,
                row.what,
                row.records,
                row.criticality,
                row.encrypted,
                row.accessRestricted,
                row.configurationReviewedOn,
                row.exitPlan,
                row.deletionProvenOn);
    }
}
