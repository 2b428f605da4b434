package dev.sekisho.thirdparty;

import dev.sekisho.change.seal.Personal;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A vendor, managed service provider, partner or subcontractor. */
@Schema(name = "ThirdParty", description = "A vendor, managed service provider, partner or subcontractor.")
record ThirdPartyView(
        @Schema(
                description =
                        "Key of the third party, unique among third parties; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call the third party.") @NotNull @Name
        String name,

        @Schema(description = "What it is to us.") @NotNull ThirdPartyKind kind,

        @Schema(description = "0 to 100, how much we depend on it.") @Min(0) @Max(100) @Nullable
        Integer criticality,

        @Schema(
                description =
                        "Key of the third party whose subcontractor it is. At most 16 stand in one line of parents; a write that makes a longer one is answered 422, a longer one that is stored stays.")
        @Key
        @Nullable
        String parent,

        @Schema(description = "Who of us answers for the relation.") @Size(min = 1, max = 200) @Nullable @Personal
        String owner,

        @Schema(description = "Whom to call there.") @Size(max = 100) @Nullable @Personal
        List<@NotNull @Valid ContactView> contacts,

        @Schema(description = "The contract with it; absent counts as no clause agreed.") @Valid @Nullable
        AgreementView agreement,

        @Schema(description = "Day of the last security assessment.") @NotInFuture(groups = Plausible.class) @Nullable
        LocalDate assessedOn,

        @Schema(description = "Share of its own suppliers it declared, 0 to 1; not stated counts as 0.")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double subprocessorsDeclared,

        @Schema(description = "Outside rating, 0 best to 1 worst; not stated counts as 1.")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double externalRating,

        @Schema(description = "ACTIVE where not stated.") @Nullable
        ThirdPartyState state,

        @Schema(description = "What is known of an intrusion there; NONE where not stated.") @Nullable
        Notice notice)
        implements Registered {

    static ThirdPartyView of(ThirdPartyEntity row) {
        return new ThirdPartyView(
                row.id,
                row.name,
                row.kind,
                row.criticality,
                row.parent,
                row.owner,
                row.contacts,
                row.agreement,
                row.assessedOn,
                row.subprocessorsDeclared,
                row.externalRating,
                row.state,
                row.notice);
    }
}
