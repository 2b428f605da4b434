package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.TrafficAnswer.Verdict;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Rule WEB = Rule.permit().to("10.9.0.0/24").tcp("443").at(1, "web");
    private static final Rule NO_DATABASE = Rule.deny().to("10.9.0.9").at(2, "no database");
    private static final Traffic LINK = Traffic.of(RuleSet.of(NO_DATABASE, WEB));

    @Test
    void permitsAllOfWhatARuleCovers() {
        var answer = LINK.query(Flow.tcp("198.51.100.0/24", "10.9.0.7", "443"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(answer.decidedBy()).containsExactly(WEB);
        assertThat(answer.permitted()).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.7:443 by web");
        assertThat(answer.denied()).isNull();
    }

    @Test
    void permitsSomeAndShowsBoth() {
        var answer = LINK.query(Flow.tcp("198.51.100.7", "10.9.0.8/31", "443"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_SOME);
        assertThat(answer.decidedBy()).containsExactly(NO_DATABASE, WEB);
        assertThat(answer.permitted()).hasToString("PERMIT tcp 198.51.100.7:40000 -> 10.9.0.8:443 by web");
        assertThat(answer.denied()).hasToString("DENY tcp 198.51.100.7:40000 -> 10.9.0.9:443 by no database");
    }

    @Test
    void permitsNoneByDefault() {
        var answer = LINK.query(Flow.udp("198.51.100.7", "10.9.0.7", "53"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_NONE);
        assertThat(answer.decidedBy()).isEmpty();
        assertThat(answer.denied()).hasToString("DENY udp 198.51.100.7:40000 -> 10.9.0.7:53 by default action");
    }

    @Test
    void permitsNoneOfWhatCannotExist() {
        var answer = LINK.query(Flow.tcp("198.51.100.7", "::1", "443"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_NONE);
        assertThat(answer.denied()).isNull();
    }

    @Test
    void decidesSinglePackets() {
        assertThat(LINK.decide(Packet.tcp("198.51.100.7", "10.9.0.9", 443)).rule())
                .isEqualTo(NO_DATABASE);
    }
}
