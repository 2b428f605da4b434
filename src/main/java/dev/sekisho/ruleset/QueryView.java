package dev.sekisho.ruleset;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.sekisho.registry.field.Addresses;
import dev.sekisho.registry.field.Ports;
import dev.sekisho.registry.field.Protocol;
import dev.sekisho.risk.traffic.rule.Addressing;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.web.json.NumberOrText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Traffic somebody asks about; a missing field means any. */
@Schema(
        name = "TrafficQuery",
        description =
                "Traffic to ask about; each field takes one text or a list of them, a missing one means any. Protocols and ports may be numbers.")
record QueryView(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Schema(
                description = "Where the traffic comes from: addresses, CIDR blocks or ranges.",
                examples = "[\"198.51.100.7\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> source,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Schema(
                description = "Where the traffic goes: addresses, CIDR blocks or ranges.",
                examples = "[\"10.77.16.10\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Addresses String> destination,

        @Schema(description = "TCP, UDP, ICMP, ANY or a number from 0 to 255.")
        @JsonDeserialize(using = NumberOrText.class)
        @Protocol
        @Nullable
        String protocol,

        @JsonDeserialize(contentUsing = NumberOrText.class)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Schema(description = "Ports the traffic goes to: numbers or ranges such as 8000-8010.", examples = "[\"22\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Ports String> destinationPort,

        @Schema(
                description =
                        "Whose address the destination is where the device translates: the REAL one, or the one a PARTNER sends to. EITHER, when missing: the reading that lets more through is the answer, which says which one it is.")
        @Nullable
        Addressing addressing) {

    Addressing as() {
        return addressing == null ? Addressing.EITHER : addressing;
    }

    Flow flow() {
        return new Flow(
                source == null ? AddressSet.ANY : AddressSet.parse(source),
                destination == null ? AddressSet.ANY : AddressSet.parse(destination),
                protocol == null ? ProtocolSet.ANY : ProtocolSet.parse(protocol),
                destinationPort == null ? PortSet.ANY : PortSet.parse(destinationPort));
    }
}
