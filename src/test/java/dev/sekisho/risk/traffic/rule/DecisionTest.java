package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Packet PACKET = Packet.tcp("198.51.100.7", "10.9.0.7", 22);
    private static final Rule SSH = Rule.permit().tcp("22");

    @Test
    void callsARuleAsItsDeviceDoesAndAsItReads() {
        assertThat(by(SSH.at(9, "tmp")).ruleInWords()).isEqualTo("line 9 tmp: permit tcp any -> any port 22");
        assertThat(by(SSH.at(0, "tmp")).ruleInWords()).isEqualTo("tmp: permit tcp any -> any port 22");
        assertThat(by(SSH).ruleInWords()).isEqualTo("permit tcp any -> any port 22");
        assertThat(by(null).ruleInWords()).isEqualTo("default action");
    }

    @Test
    void saysTheSameEveryTimeItIsAsked() {
        Decision decision = by(SSH.at(9, "tmp"));

        assertThat(decision.packetInWords()).isEqualTo(PACKET.toString()).isEqualTo(decision.packetInWords());
        assertThat(decision.ruleInWords()).isEqualTo(decision.ruleInWords());
        assertThat(decision.toString())
                .isEqualTo("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:22 by tmp")
                .isEqualTo(decision.toString());
    }

    @Test
    void isEqualByContent() {
        Decision decision = by(SSH);

        assertThat(decision).isEqualTo(by(SSH)).hasSameHashCodeAs(by(SSH));
        assertThat(decision)
                .isNotEqualTo(by(null))
                .isNotEqualTo(new Decision(PACKET, Action.DENY, SSH))
                .isNotEqualTo(new Decision(Packet.udp("198.51.100.7", "10.9.0.7", 22), Action.PERMIT, SSH));
    }

    private static Decision by(@Nullable Rule rule) {
        return new Decision(PACKET, Action.PERMIT, rule);
    }
}
