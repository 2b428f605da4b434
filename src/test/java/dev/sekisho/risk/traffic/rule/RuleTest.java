package dev.sekisho.risk.traffic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.set.PortSet;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void printsAsPeopleWriteIt() {
        assertThat(Rule.permit().from("198.51.100.0/24").to("10.9.0.7").tcp("443", "8000-8010"))
                .hasToString("permit tcp 198.51.100.0/24 -> 10.9.0.7 port 443,8000-8010");
        assertThat(Rule.deny().udp("53").sourcePorts(PortSet.of(53)))
                .hasToString("deny udp any port 53 -> any port 53");
        assertThat(Rule.permit().icmp("8")).hasToString("permit icmp type 8 any -> any");
    }

    @Test
    void permitsWhatItsReaderCouldNotModel() {
        var unread = Rule.deny().opaque("time ranges are not modelled");

        assertThat(unread.isOpaque()).isTrue();
        assertThat(unread.effect()).isEqualTo(Action.PERMIT);
        assertThat(unread.action()).isEqualTo(Action.DENY);
        assertThat(Rule.deny().effect()).isEqualTo(Action.DENY);
    }

    @Test
    void keepsWhereItCameFrom() {
        var rule = Rule.permit().at(12, "line 12: permit ip any any");

        assertThat(rule.to("10.0.0.0/8").line()).isEqualTo(12);
        assertThat(rule.acting(Action.DENY).origin()).isEqualTo("line 12: permit ip any any");
    }

    @Test
    void overlapsOnlyInAllOfItsSides() {
        var web = Rule.permit().from("10.1.0.0/16").to("10.2.0.0/16").tcp("443");

        assertThat(web.mayOverlap(Rule.deny())).isTrue();
        assertThat(web.mayOverlap(Rule.deny().from("10.3.0.0/16"))).isFalse();
        assertThat(web.mayOverlap(Rule.deny().to("10.3.0.0/16"))).isFalse();
        assertThat(web.mayOverlap(Rule.deny().udp("443"))).isFalse();
    }
}
