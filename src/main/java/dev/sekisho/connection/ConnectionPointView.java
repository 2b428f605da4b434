package dev.sekisho.connection;

import dev.sekisho.organization.MonitoringView;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.Addresses;
import dev.sekisho.registry.field.DomainName;
import dev.sekisho.registry.field.DomainNames;
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

/** The network point where a third party connects to us. */
@Schema(
        name = "ConnectionPoint",
        description = "The network point where a third party connects to us. What is not stated counts as the worst.")
record ConnectionPointView(
        @Schema(
                description =
                        "Key of the connection point, unique among them; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Key of the third party that connects here.") @NotNull @Key
        String thirdParty,

        @Schema(description = "Key of the zone it lands in.") @NotNull @Key
        String zone,

        @Schema(description = "Key of the host it lands on, where it is one host.") @Key @Nullable
        String asset,

        @Schema(description = "What carries the link; UNKNOWN where not stated, which counts as the internet.")
        @Nullable
        Transport transport,

        @Schema(description = "When it is open at all.") @Nullable
        Access access,

        @Schema(
                description =
                        "How whoever uses the link proves who they are; UNKNOWN where not stated, which counts as none.")
        @Nullable
        Authentication authentication,

        @Schema(description = "Administrator's rights behind it; not stated counts as yes.") @Nullable
        Boolean privileged,

        @Schema(
                description =
                        "The accounts used here, and hosts and accounts elsewhere with the same value, share a password.")
        @Size(min = 1, max = 100)
        @Nullable
        String credentialGroup,

        @Schema(
                description =
                        "Name of who authenticates the accounts used here, where that is somebody else; whoever breaks in there can log in wherever it is named.",
                examples = "login.example.com")
        @Size(min = 1, max = 100)
        @Nullable
        String identityProvider,

        @Schema(
                description =
                        "The third party's addresses; any where not stated. They narrow nothing that rules permit to sources nobody registered: that counts as this link's, and NET-11 tells it.",
                examples = "[\"198.51.100.0/24\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> sourceCidrs,

        @Schema(
                description =
                        "Fully qualified domain names the third party comes from, where its addresses are not fixed; other scripts are kept in ASCII. Nothing is looked up: a name may stand for any address, so with one any address counts as the third party's, whatever sourceCidrs say.",
                examples = "[\"vpn.partner.example\"]")
        @Size(max = 50)
        @Nullable
        List<@NotNull @DomainName String> sourceNames,

        @Schema(
                description =
                        "The third party's addresses change and nobody knows them: any address counts as the third party's, whatever sourceCidrs say. Not stated counts as no: the addresses that are stated are all.")
        @Nullable
        Boolean sourcesDynamic,

        @Schema(
                description =
                        "What may leave towards the third party; UNKNOWN where not stated, which counts as anything.")
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

    ConnectionPointView {
        credentialGroup = credentialGroup == null ? null : credentialGroup.strip();
        identityProvider = identityProvider == null ? null : identityProvider.strip();
        sourceNames = sourceNames == null
                ? null
                : sourceNames.stream()
                        .map(source -> source == null ? null : DomainNames.ascii(source))
                        .toList();
    }

    static ConnectionPointView of(ConnectionPointEntity row) {
        return new ConnectionPointView(
                row.id,
                row.name,
                row.thirdParty,
                row.zone,
                row.asset,
                row.transport,
                row.access,
                row.authentication,
                row.privileged,
                row.credentialGroup,
                row.identityProvider,
                row.sourceCidrs,
                row.sourceNames,
                row.sourcesDynamic,
                row.egress,
                row.monitoring,
                row.approvedFlows,
                FirewallView.of(row),
                row.state);
    }

    void writeTo(ConnectionPointEntity row) {
        row.thirdParty = thirdParty;
        row.zone = zone;
        row.asset = asset;
        row.privileged = privileged;
        row.credentialGroup = credentialGroup;
        row.identityProvider = identityProvider;
        row.sourceCidrs = sourceCidrs;
        row.sourceNames = sourceNames;
        row.sourcesDynamic = sourcesDynamic;
        writeTerms(row);
    }
}
