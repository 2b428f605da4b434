package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import org.junit.jupiter.api.Test;

class RuleWalkTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);
    private static final Packet PING = Packet.icmp("198.51.100.7", "10.9.0.7", 8);
    private static final Packet TUNNEL = new Packet("198.51.100.7", "10.9.0.7", 47, 0, 0);

    @Test
    void letsTheFirstMatchDecide() {
        var deny = Rule.deny().to("10.9.0.0/16").at(1, "no servers");
        var permit = Rule.permit().at(2, "the rest");

        var decision = new RuleWalk(RuleSet.of(deny, permit)).decide(HTTPS);

        assertThat(decision).isEqualTo(new Decision(HTTPS, Action.DENY, deny));
        assertThat(decision).hasToString("DENY tcp 198.51.100.7:40000 -> 10.9.0.7:443 by no servers");
    }

    @Test
    void fallsBackToTheDefaultAction() {
        assertThat(new RuleWalk(RuleSet.of()).decide(HTTPS))
                .hasToString("DENY tcp 198.51.100.7:40000 -> 10.9.0.7:443 by default action");
        assertThat(new RuleWalk(RuleSet.of().orElse(Action.PERMIT))
                        .decide(HTTPS)
                        .action())
                .isEqualTo(Action.PERMIT);
    }

    @Test
    void countsAnOpaqueRuleAsPermitting() {
        var unread = Rule.deny().to("10.9.0.0/16").opaque("time ranges are not modelled");

        assertThat(new RuleWalk(RuleSet.of(unread)).decide(HTTPS).action()).isEqualTo(Action.PERMIT);
    }

    @Test
    void looksAtEveryField() {
        var rule = Rule.permit()
                .from("198.51.100.0/24")
                .to("10.9.0.0/16")
                .tcp("443")
                .sourcePorts(PortSet.of("1024-65535"));

        assertThat(RuleWalk.matches(rule, HTTPS)).isTrue();
        assertThat(RuleWalk.matches(rule, Packet.tcp("198.51.101.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(RuleWalk.matches(rule, Packet.tcp("198.51.100.7", "10.8.0.7", 443)))
                .isFalse();
        assertThat(RuleWalk.matches(rule, Packet.tcp("198.51.100.7", "10.9.0.7", 444)))
                .isFalse();
        assertThat(RuleWalk.matches(rule, Packet.udp("198.51.100.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(RuleWalk.matches(rule, new Packet("198.51.100.7", "10.9.0.7", 6, 53, 443)))
                .isFalse();
    }

    @Test
    void asksPortsOnlyOfProtocolsThatHaveThem() {
        var anyProtocolToHttps = Rule.permit().ports(PortSet.of(443));

        assertThat(RuleWalk.matches(anyProtocolToHttps, HTTPS)).isTrue();
        assertThat(RuleWalk.matches(anyProtocolToHttps, PING)).isFalse();
        assertThat(RuleWalk.matches(anyProtocolToHttps, TUNNEL)).isFalse();
        assertThat(RuleWalk.matches(Rule.permit(), TUNNEL)).isTrue();
    }

    @Test
    void asksTypesOnlyOfIcmp() {
        var echo = Rule.permit().types(IcmpTypeSet.of(8));

        assertThat(RuleWalk.matches(echo, PING)).isTrue();
        assertThat(RuleWalk.matches(echo, Packet.icmp("198.51.100.7", "10.9.0.7", 0)))
                .isFalse();
        assertThat(RuleWalk.matches(echo, HTTPS)).isFalse();
        assertThat(RuleWalk.matches(echo, TUNNEL)).isFalse();
    }

    @Test
    void takesPortsAndTypesTogetherAsEither() {
        var service = Rule.permit().ports(PortSet.of(443)).types(IcmpTypeSet.of(8));

        assertThat(RuleWalk.matches(service, HTTPS)).isTrue();
        assertThat(RuleWalk.matches(service, PING)).isTrue();
        assertThat(RuleWalk.matches(service, TUNNEL)).isFalse();
    }
}
