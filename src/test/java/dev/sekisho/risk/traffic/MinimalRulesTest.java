package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.PortSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinimalRulesTest {

    private static final RuleSet WIDE_OPEN = RuleSet.of(Rule.permit());

    @Test
    void keepsAnApprovedFlowAsOneRule() {
        var minimal = MinimalRules.of(WIDE_OPEN, List.of(Flow.tcp("198.51.100.0/24", "10.9.0.7", "443")));

        assertThat(minimal)
                .isEqualTo(RuleSet.of(
                        Rule.permit().from("198.51.100.0/24").to("10.9.0.7").tcp("443")));
    }

    @Test
    void joinsFlowsThatDifferInOneField() {
        var minimal = MinimalRules.of(
                WIDE_OPEN,
                List.of(
                        Flow.tcp("198.51.100.7", "10.9.0.7", "443"),
                        Flow.tcp("198.51.100.7", "10.9.0.7", "8443"),
                        Flow.tcp("198.51.100.8", "10.9.0.7", "443", "8443"),
                        Flow.tcp("198.51.100.7-198.51.100.8", "10.9.0.8", "443", "8443")));

        assertThat(minimal.rules())
                .extracting(Rule::toString)
                .containsExactly("permit tcp 198.51.100.7-198.51.100.8 -> 10.9.0.7-10.9.0.8 port 443,8443");
    }

    @Test
    void keepsFlowsThatOverlapAsTheyAre() {
        var minimal = MinimalRules.of(
                WIDE_OPEN,
                List.of(
                        Flow.tcp("198.51.100.0/24", "10.9.0.0/24", "443"),
                        Flow.tcp("198.51.100.7", "10.9.0.0/16", "443")));

        assertThat(minimal.rules())
                .extracting(Rule::toString)
                .containsExactlyInAnyOrder(
                        "permit tcp 198.51.100.0/24 -> 10.9.0.0/24 port 443",
                        "permit tcp 198.51.100.7 -> 10.9.0.0/16 port 443");
    }

    @Test
    void joinsFlowsThatDifferInProtocol() {
        var minimal = MinimalRules.of(
                WIDE_OPEN,
                List.of(Flow.tcp("198.51.100.7", "10.9.0.7", "53"), Flow.udp("198.51.100.7", "10.9.0.7", "53")));

        assertThat(minimal.rules())
                .extracting(Rule::toString)
                .containsExactly("permit tcp,udp 198.51.100.7 -> 10.9.0.7 port 53");
    }

    @Test
    void leavesOutWhatAnotherFlowCovers() {
        var minimal = MinimalRules.of(
                WIDE_OPEN,
                List.of(
                        Flow.tcp("198.51.100.7", "10.9.0.7", "443"),
                        Flow.tcp("198.51.100.0/24", "10.9.0.0/24", "443")));

        assertThat(minimal.rules())
                .extracting(Rule::toString)
                .containsExactly("permit tcp 198.51.100.0/24 -> 10.9.0.0/24 port 443");
    }

    @Test
    void openOnlyWhatPassesToday() {
        var today = RuleSet.of(Rule.permit().to("10.9.0.7").tcp("443").sourcePorts(PortSet.of("1024-65535")));

        var minimal = MinimalRules.of(today, List.of(Flow.tcp("198.51.100.0/24", "10.9.0.0/24", "443")));

        assertThat(minimal.rules())
                .extracting(Rule::toString)
                .containsExactly("permit tcp 198.51.100.0/24 port 1024-65535 -> 10.9.0.7 port 443");
        assertThat(MinimalRules.of(RuleSet.of(), List.of(Flow.tcp("198.51.100.7", "10.9.0.7", "443")))
                        .rules())
                .isEmpty();
    }
}
