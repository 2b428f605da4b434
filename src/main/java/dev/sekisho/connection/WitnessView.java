package dev.sekisho.connection;

import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.Decision;
import dev.sekisho.risk.traffic.Packet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One concrete packet and what becomes of it. */
@Schema(name = "Witness", description = "One concrete packet, what becomes of it, and the rule that decides.")
record WitnessView(
        @Schema(examples = "tcp 198.51.100.7:40000 -> 10.77.16.10:22")
        String packet,

        String source,
        String destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        Action action,

        @Schema(description = "The deciding rule; absent where the default action decides.") @Nullable
        RuleView rule) {

    static @Nullable WitnessView of(@Nullable Decision decision) {
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
                decision.rule() == null ? null : RuleView.of(decision.rule()));
    }
}
