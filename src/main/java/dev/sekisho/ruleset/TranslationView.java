package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the device does to destinations, in neutral form. */
@Schema(
        name = "Translation",
        description =
                "A destination translation: what a partner sends to outerAddresses and outerPorts arrives at innerAddresses and innerPorts. A missing source, protocol or outer port means any; a missing inner side means that it stays as it is. The first one that matches counts, and the rules speak of the inner address.")
record TranslationView(
        @Schema(description = "Addresses, CIDR blocks or ranges it holds for.") @Nullable
        List<String> sources,

        @Schema(description = "Protocols it holds for: TCP, UDP, ICMP or numbers.") @Nullable
        List<String> protocols,

        @Schema(description = "Addresses the partner sends to.")
        List<String> outerAddresses,

        @Schema(description = "Ports the partner sends to.") @Nullable
        List<String> outerPorts,

        @Schema(description = "Addresses the packets arrive at.") @Nullable
        List<String> innerAddresses,

        @Schema(description = "Ports the packets arrive at.") @Nullable
        List<String> innerPorts,

        @Schema(description = "Line of the configuration it stands in.") @Nullable
        Integer line,

        @Schema(description = "Its name or text on the device, secrets removed.") @Nullable
        String origin) {

    static TranslationView of(Translation translation) {
        AddressSet inner = translation.inner();
        PortSet innerPorts = translation.innerPorts();
        return new TranslationView(
                translation.sources().equals(AddressSet.ANY)
                        ? null
                        : translation.sources().texts(),
                translation.protocols().isAny() ? null : translation.protocols().texts(),
                translation.outer().texts(),
                translation.outerPorts().isAny()
                        ? null
                        : translation.outerPorts().texts(),
                inner == null ? null : inner.texts(),
                innerPorts == null ? null : innerPorts.texts(),
                translation.line() == 0 ? null : translation.line(),
                translation.origin().isEmpty() ? null : translation.origin());
    }

    Translation fact() {
        return new Translation(
                sources == null ? AddressSet.ANY : AddressSet.parse(sources),
                protocols == null ? ProtocolSet.ANY : ProtocolSet.parse(protocols),
                AddressSet.parse(outerAddresses),
                outerPorts == null ? PortSet.ANY : PortSet.parse(outerPorts),
                innerAddresses == null ? null : AddressSet.parse(innerAddresses),
                innerPorts == null ? null : PortSet.parse(innerPorts),
                origin == null ? "" : origin,
                line == null ? 0 : line);
    }
}
