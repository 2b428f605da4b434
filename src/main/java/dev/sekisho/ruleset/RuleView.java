package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.Rule.DeviceLine;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One rule in neutral form. */
@Schema(
        name = "Rule",
        description = "One rule in neutral form; a missing field means any. The first rule that matches decides.")
public record RuleView(
        @Schema(description = "What becomes of a packet the rule matches.")
        Action action,

        @Schema(description = "Addresses, CIDR blocks or ranges the packet comes from.") @Nullable
        List<String> sources,

        @Schema(description = "Addresses, CIDR blocks or ranges the packet goes to.") @Nullable
        List<String> destinations,

        @Schema(description = "Protocols: TCP, UDP, ICMP or numbers from 0 to 255.") @Nullable
        List<String> protocols,

        @Schema(description = "Ports or ranges of ports the packet comes from.") @Nullable
        List<String> sourcePorts,

        @Schema(description = "Ports or ranges of ports the packet goes to.") @Nullable
        List<String> destinationPorts,

        @Schema(description = "Types of ICMP messages, by number.") @Nullable
        List<String> icmpTypes,

        @Schema(description = "Why it could not be modelled; it then counts as permitting all it states.") @Nullable
        String opaque,

        @Schema(description = "Where its device stands on the way; absent where it is the only one.") @Nullable
        Integer position,

        @Schema(description = "Line of the configuration it stands in.") @Nullable
        Integer line,

        @Schema(description = "Its name or text on the device, secrets removed.") @Nullable
        String origin,

        @Schema(description = "true where nobody wrote it: the device applies it by itself.") @Nullable
        Boolean implied) {

    public static RuleView of(Rule rule) {
        return new RuleView(
                rule.action(),
                rule.sources().equals(AddressSet.ANY) ? null : rule.sources().texts(),
                rule.destinations().equals(AddressSet.ANY)
                        ? null
                        : rule.destinations().texts(),
                rule.protocols().isAny() ? null : rule.protocols().texts(),
                rule.sourcePorts().isAny() ? null : rule.sourcePorts().texts(),
                rule.destinationPorts().isAny() ? null : rule.destinationPorts().texts(),
                rule.icmpTypes().isAny() ? null : rule.icmpTypes().texts(),
                rule.opaque(),
                rule.position() == 0 ? null : rule.position(),
                rule.line() == 0 ? null : rule.line(),
                rule.origin().isEmpty() ? null : rule.origin(),
                rule.isImplied() ? true : null);
    }

    Rule fact() {
        return new Rule(
                action,
                sources == null ? AddressSet.ANY : AddressSet.parse(sources),
                destinations == null ? AddressSet.ANY : AddressSet.parse(destinations),
                protocols == null ? ProtocolSet.ANY : ProtocolSet.parse(protocols),
                sourcePorts == null ? PortSet.ANY : PortSet.parse(sourcePorts),
                destinationPorts == null ? PortSet.ANY : PortSet.parse(destinationPorts),
                icmpTypes == null ? IcmpTypeSet.ANY : IcmpTypeSet.parse(icmpTypes),
                new DeviceLine(line == null ? 0 : line, origin == null ? "" : origin, opaque, isImplied()));
    }

    /** Rows older than the field tell it of those that stand on no line. */
    private boolean isImplied() {
        return line == null || Boolean.TRUE.equals(implied);
    }
}
