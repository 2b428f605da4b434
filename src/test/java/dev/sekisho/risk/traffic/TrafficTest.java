package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TrafficAnswer.Verdict;
import java.util.stream.IntStream;
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
    void showsBothOverIpv6() {
        var web = Rule.permit().to("2001:db8::/64").tcp("443").at(1, "web");
        var noDatabase = Rule.deny().to("2001:db8::9").from("2001:db8:9::/64").at(2, "no database");
        var link = Traffic.of(RuleSet.of(noDatabase, web));

        var answer = link.query(Flow.tcp("2001:db8:9::7", "2001:db8::8/125", "443"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PERMITTED_SOME);
        assertThat(answer.decidedBy()).containsExactly(noDatabase, web);
        assertThat(answer.permitted()).hasToString("PERMIT tcp [2001:db8:9::7]:40000 -> [2001:db8::8]:443 by web");
        assertThat(answer.denied()).hasToString("DENY tcp [2001:db8:9::7]:40000 -> [2001:db8::9]:443 by no database");
        assertThat(link.query(Flow.tcp("2001:db8:a::7", "2001:db8::8/125", "443"))
                        .verdict())
                .isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(link.query(Flow.tcp("::/0", "2001:db8::", "443")).verdict()).isEqualTo(Verdict.PERMITTED_ALL);
        assertThat(link.query(Flow.tcp("::/0", "::-2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "443"))
                        .verdict())
                .isEqualTo(Verdict.PERMITTED_NONE);
    }

    @Test
    void isAboutNothingWhereNoPacketIsLikeIt() {
        assertThat(LINK.query(Flow.tcp("198.51.100.7", "::1", "443")).isAboutNothing())
                .isTrue();
        assertThat(LINK.query(Flow.tcp("198.51.100.7", "10.9.0.7", "443")).isAboutNothing())
                .isFalse();
        assertThat(LINK.query(Flow.udp("198.51.100.7", "10.9.0.7", "53")).isAboutNothing())
                .isFalse();
    }

    @Test
    void takesMoreMemoryForMoreRules() {
        var hosts = IntStream.range(0, 200)
                .mapToObj(host -> Rule.permit().to("10.9.0." + host).tcp("" + (1000 + host)))
                .toArray(Rule[]::new);

        assertThat(LINK.kilobytes()).isPositive();
        assertThat(Traffic.of(RuleSet.of(hosts)).kilobytes()).isBetween(LINK.kilobytes() + 10, 1000);
    }

    @Test
    void decidesSinglePackets() {
        assertThat(LINK.decide(Packet.tcp("198.51.100.7", "10.9.0.9", 443)).rule())
                .isEqualTo(NO_DATABASE);
    }
}
