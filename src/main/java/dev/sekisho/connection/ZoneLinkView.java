package dev.sekisho.connection;

import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.Name;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Transport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way from one of our zones into another. */
@Schema(
        name = "ZoneLink",
        description = "A way from one of our zones into another. What is not stated counts as the worst.")
record ZoneLinkView(
        @Key @Nullable String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Key of the zone it starts in.") @NotNull @Key
        String from,

        @Schema(description = "Key of the zone it leads into.") @NotNull @Key
        String to,

        @Nullable Transport transport,
        @Nullable Access access,
        @Nullable Authentication authentication,
        @Nullable Egress egress,
        @Valid @Nullable MonitoringView monitoring,
        @Size(max = 1000) @Nullable List<@NotNull @Valid FlowView> approvedFlows,
        @Valid @Nullable FirewallView firewall,

        @Schema(description = "ACTIVE where not stated. Only CUT_VERIFIED takes the risk away; RETIRED comes after it.")
        @Nullable
        LinkState state)
        implements LinkView {

    static ZoneLinkView of(ZoneLinkEntity row) {
        return new ZoneLinkView(
                row.id,
                row.name,
                row.fromZone,
                row.toZone,
                row.transport,
                row.access,
                row.authentication,
                row.egress,
                row.monitoring,
                row.approvedFlows,
                FirewallView.of(row),
                row.state);
    }

    void writeTo(ZoneLinkEntity row) {
        row.fromZone = from;
        row.toZone = to;
        writeTerms(row);
    }
}
