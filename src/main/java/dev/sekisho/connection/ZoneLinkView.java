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
        @Schema(
                description =
                        "Key of the zone link, unique among zone links; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Key of the zone it starts in.") @NotNull @Key
        String from,

        @Schema(description = "Key of the zone it leads into.") @NotNull @Key
        String to,

        @Schema(description = "What carries the link; UNKNOWN where not stated, which counts as the internet.")
        @Nullable
        Transport transport,

        @Schema(description = "When the link is open; UNKNOWN where not stated, which counts as always.") @Nullable
        Access access,

        @Schema(
                description =
                        "How whoever uses the link proves who they are; UNKNOWN where not stated, which counts as none.")
        @Nullable
        Authentication authentication,

        @Schema(
                description =
                        "What may leave against the direction of the link; UNKNOWN where not stated, which counts as anything.")
        @Nullable
        Egress egress,

        @Schema(description = "Whether an intrusion over the link would be seen.") @Valid @Nullable
        MonitoringView monitoring,

        @Schema(description = "The traffic somebody approved; what the rules permit beyond it is excess.")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Valid FlowView> approvedFlows,

        @Schema(
                description =
                        "What is known of the firewall at the link; UNKNOWN where not stated, which counts as none.")
        @Valid
        @Nullable
        FirewallView firewall,

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
