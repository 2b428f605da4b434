package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.9.0.7", 22);
    private static final Rule RULE = Rule.permit().tcp("22");

    private static Decision by(@Nullable Rule rule) {
        return new Decision(SSH, Action.PERMIT, rule);
    }

    @Test
    void callsARuleAsItsDeviceDoes() {
        assertThat(by(RULE.at(9, "tmp")).ruleInWords()).isEqualTo("line 9 tmp: permit tcp any -> any port 22");
        assertThat(by(RULE.at(0, "tmp")).ruleInWords()).isEqualTo("tmp: permit tcp any -> any port 22");
        assertThat(by(RULE).ruleInWords()).isEqualTo("permit tcp any -> any port 22");
        assertThat(by(null).ruleInWords()).isEqualTo("default action");
    }

    @Test
    void saysInOneLineWhatHappensAndWhy() {
        assertThat(by(RULE.at(9, "tmp"))).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:22 by tmp");
        assertThat(by(RULE))
                .hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:22 by permit tcp any -> any port 22");
        assertThat(by(null)).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:22 by default action");
    }

    @Test
    void isItsPacketItsActionAndItsRule() {
        assertThat(by(RULE)).isEqualTo(by(RULE)).hasSameHashCodeAs(by(RULE));
        assertThat(by(RULE)).isNotEqualTo(by(null)).isNotEqualTo(RULE);
        assertThat(by(RULE)).isNotEqualTo(new Decision(SSH, Action.DENY, RULE));
        assertThat(by(RULE))
                .isNotEqualTo(new Decision(Packet.tcp("198.51.100.7", "10.9.0.7", 23), Action.PERMIT, RULE));
    }
}
