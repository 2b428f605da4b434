package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Translations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One concrete packet and what becomes of it. */
@Schema(name = "Witness", description = "One concrete packet, what becomes of it, and the rule that decides.")
public record WitnessView(
        @Schema(description = "The whole packet in words.", examples = "tcp 198.51.100.7:40000 -> 10.77.16.10:22")
        String packet,

        @Schema(description = "IP address it comes from.") String source,
        @Schema(description = "IP address it goes to.") String destination,

        @Schema(description = "Number of its IP protocol, such as 6 for TCP.")
        int protocol,

        @Schema(description = "Port it comes from; 0 where the protocol has none.")
        int sourcePort,

        @Schema(description = "Port it goes to; 0 where the protocol has none.")
        int destinationPort,

        @Schema(description = "What becomes of it.") Action action,

        @Schema(
                description =
                        "The same packet as a partner sends it, where the device translates its destination: the address and port before that. Absent where they are the ones above.",
                examples = "tcp 198.51.100.7:40000 -> 203.0.113.5:8022")
        @Nullable
        String sentAs,

        @Schema(description = "The deciding rule; absent where the default action decides.") @Nullable
        RuleView rule) {

    /** @param translations of the device whose decision it is */
    public static @Nullable WitnessView of(@Nullable Decision decision, Translations translations) {
        if (decision == null) {
            return null;
        }
        Packet packet = decision.packet();
        return new WitnessView(
                packet.toString(),
                packet.source(),
                packet.destination(),
                packet.protocol(),
                packet.sourcePort(),
                packet.destinationPort(),
                decision.action(),
                translations.sent(packet).map(Packet::toString).orElse(null),
                decision.rule() == null ? null : RuleView.of(decision.rule()));
    }
}
