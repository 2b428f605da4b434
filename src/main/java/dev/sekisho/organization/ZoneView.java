package dev.sekisho.organization;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Addresses;
import dev.sekisho.registry.field.Name;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.Egress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A network segment of ours. */
@Schema(name = "Zone", description = "A network segment of ours.")
record ZoneView(
        @Schema(description = "Key of the zone, unique among zones; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call the zone.") @NotNull @Name
        String name,

        @Schema(description = "Key of the organization it belongs to.") @NotNull @Key
        String organization,

        @Schema(
                description =
                        "Its allocated addresses, IPv4 and IPv6. Without any, nothing can be measured against it and every link into it counts as open.",
                examples = "[\"10.77.16.0/22\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> cidrs,

        @Schema(description = "0 to 100; without one it is scored as 100.") @Min(0) @Max(100) @Nullable
        Integer criticality,

        @Schema(description = "What the zone is for; UNKNOWN where not stated.") @Nullable
        Environment environment,

        @Schema(description = "Whether it holds critical data; not stated counts as yes.") @Nullable
        Boolean holdsCriticalData,

        @Schema(description = "Whether an intrusion in the zone would be seen.") @Valid @Nullable
        MonitoringView monitoring,

        @Schema(description = "What may leave it; not stated counts as NONE.") @Nullable
        Egress egress,

        @Schema(
                description =
                        "ACTIVE where not stated. What still connects to a zone that is RETIRING or RETIRED is a finding; its risk is counted until it is cut.")
        @Nullable
        ZoneState state)
        implements Registered {

    static ZoneView of(ZoneEntity row) {
        return new ZoneView(
                row.id,
                row.name,
                row.organization,
                row.cidrs,
                row.criticality,
                row.environment,
                row.holdsCriticalData,
                row.monitoring,
                row.egress,
                row.state);
    }
}
