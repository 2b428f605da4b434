package dev.sekisho.software;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.software.identity.IdentityQuality;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A software product in some version at some place. */
@Schema(name = "Installation", description = "A software product in some version at some place.")
record InstallationView(
        @Schema(
                description =
                        "Key of the installation, unique among installations; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Key of the software product.") @NotNull @Key
        String product,

        @Schema(
                description = "As the vendor writes it; without one it is scored as affected by everything.",
                examples = "7.2.6")
        @Size(min = 1, max = 200)
        @Nullable
        String version,

        @Schema(
                description =
                        "Where it is installed: on one host, at one connection point, somewhere in one zone, or where a third party holds data of ours.")
        @NotNull
        @Valid
        PlaceView at,

        @Schema(description = "IN_USE where not stated. Only STOPPED_VERIFIED and REMOVED take the flaws away.")
        @Nullable
        UseState useState,

        @Schema(
                description =
                        "When we first knew of this version here. It starts no clock: what is known of a flaw does.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate firstKnownOn,

        @Schema(description = "What was done here about single advisories.") @Size(max = 1000) @Nullable
        List<@NotNull @Valid TreatmentView> treatments,

        @Schema(
                description =
                        "How well this version, or what it is made of, is known to what was loaded; UNMATCHED and NO_FEED mean that nobody knows whether it is affected by anything. Absent until it is assessed as it is. Computed: what is sent is not kept.",
                readOnly = true)
        @Nullable
        IdentityQuality identity)
        implements Registered {

    static InstallationView of(InstallationEntity row, @Nullable IdentityQuality identity) {
        return new InstallationView(
                row.id,
                row.name,
                row.product,
                row.versionText,
                new PlaceView(row.asset, row.connectionPoint, row.zone, row.dataHolding),
                row.useState,
                row.firstKnownOn,
                row.treatments,
                identity);
    }
}
