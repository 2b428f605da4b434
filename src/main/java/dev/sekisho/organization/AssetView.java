package dev.sekisho.organization;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Addresses;
import dev.sekisho.registry.field.Name;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A host of ours. */
@Schema(name = "Asset", description = "A host of ours.")
record AssetView(
        @Schema(
                description =
                        "Key of the host, unique among assets; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call the host.") @NotNull @Name
        String name,

        @Schema(description = "Key of the zone it is in.") @NotNull @Key
        String zone,

        @Schema(description = "IP addresses, CIDR blocks or ranges of the host.", examples = "[\"10.77.16.10\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> addresses,

        @Schema(description = "0 to 100; without one it is scored as 100.") @Min(0) @Max(100) @Nullable
        Integer criticality,

        @Schema(description = "Key of the third party that runs it.") @Key @Nullable
        String managedBy,

        @Schema(description = "Whether an intrusion on the host would be seen.") @Valid @Nullable
        MonitoringView monitoring,

        @Schema(description = "Hosts with the same value share an administrator's password.")
        @Size(min = 1, max = 100)
        @Nullable
        String credentialGroup)
        implements Registered {

    AssetView {
        credentialGroup = credentialGroup == null ? null : credentialGroup.strip();
    }

    static AssetView of(AssetEntity row) {
        return new AssetView(
                row.id,
                row.name,
                row.zone,
                row.addresses,
                row.criticality,
                row.managedBy,
                row.monitoring,
                row.credentialGroup);
    }
}
