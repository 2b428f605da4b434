package dev.sekisho.connection;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.Addresses;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.registry.field.Ports;
import dev.sekisho.registry.field.Protocol;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Traffic that somebody approved. */
@Schema(name = "ApprovedFlow", description = "Traffic that somebody approved; a missing field means any.")
record FlowView(
        @Schema(
                description = "Where the traffic comes from: addresses, CIDR blocks or ranges.",
                examples = "[\"198.51.100.0/24\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> sources,

        @Schema(
                description = "Where the traffic goes: addresses, CIDR blocks or ranges.",
                examples = "[\"10.77.40.7/32\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> destinations,

        @Schema(description = "TCP, UDP, ICMP, ANY or a number.", examples = "TCP") @Protocol @Nullable
        String protocol,

        @Schema(
                description = "Ports the traffic goes to: numbers or ranges such as 8000-8010.",
                examples = "[\"443\", \"8000-8010\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Ports String> destinationPorts,

        @Schema(description = "Who answers for it.") @Size(min = 1, max = 200) @Nullable
        String owner,

        @Schema(description = "Why it is needed.") @Size(min = 1, max = 500) @Nullable
        String need,

        @Schema(description = "Last day of the approval.") @Nullable
        LocalDate expiresOn) {

    ApprovedFlow fact() {
        return new ApprovedFlow(
                new Flow(
                        sources == null ? AddressSet.ANY : AddressSet.parse(sources),
                        destinations == null ? AddressSet.ANY : AddressSet.parse(destinations),
                        protocol == null ? ProtocolSet.ANY : ProtocolSet.parse(protocol),
                        destinationPorts == null ? PortSet.ANY : PortSet.parse(destinationPorts)),
                owner,
                need,
                expiresOn);
    }

    static List<ApprovedFlow> facts(@Nullable List<FlowView> said) {
        return said == null ? List.of() : said.stream().map(FlowView::fact).toList();
    }

    /** Ports without a protocol that has them say nothing. */
    boolean portsWithoutProtocol() {
        return destinationPorts != null
                && protocol != null
                && ProtocolSet.parse(protocol).intersect(ProtocolSet.TCP_UDP).isEmpty();
    }

    /** Keeps the flows in one column. */
    @Converter
    public static class Column extends JsonColumn<List<FlowView>> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
