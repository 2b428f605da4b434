package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IptablesTest {

    @Test
    void writesAWholeTable() {
        var rules = RuleSet.of(
                Rule.permit().from("198.51.100.0/24").to("10.9.0.7-10.9.0.8").tcp("443", "8000-8010"),
                Rule.deny().to("2001:db8::/32"));

        assertThat(Iptables.four(rules, "FORWARD")).isEqualTo("""
                        *filter
                        :FORWARD DROP [0:0]
                        -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
                        -A FORWARD -s 198.51.100.0/24 -d 10.9.0.7/32 -p tcp -m multiport --dports 443,8000:8010 -j ACCEPT
                        -A FORWARD -s 198.51.100.0/24 -d 10.9.0.8/32 -p tcp -m multiport --dports 443,8000:8010 -j ACCEPT
                        COMMIT
                        """);
        assertThat(Iptables.six(rules.orElse(Action.PERMIT), "INPUT")).isEqualTo("""
                        *filter
                        :INPUT ACCEPT [0:0]
                        -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
                        -A INPUT -d 2001:db8::/32 -j DROP
                        COMMIT
                        """);
    }

    @Test
    void writesIcmpByType() {
        assertThat(Iptables.four(RuleSet.of(Rule.permit().icmp("0", "8")), "FORWARD"))
                .contains("-A FORWARD -p icmp --icmp-type 0 -j ACCEPT\n-A FORWARD -p icmp --icmp-type 8 -j ACCEPT\n");
        assertThat(Iptables.six(
                        RuleSet.of(Rule.permit().over(ProtocolSet.ICMPV6).types(IcmpTypeSet.of(255))), "FORWARD"))
                .contains("-A FORWARD -p ipv6-icmp --icmpv6-type 255 -j ACCEPT\n");
        assertThat(Iptables.four(RuleSet.of(Rule.permit().over(ProtocolSet.ICMP)), "FORWARD"))
                .contains("-A FORWARD -p icmp -j ACCEPT\n");
    }

    @Test
    void splitsLongPortLists() {
        var odd = IntStream.range(0, 16).mapToObj(i -> "" + (2 * i + 1)).toArray(String[]::new);
        var fifteen = IntStream.range(0, 15).mapToObj(i -> "" + (2 * i + 1)).collect(Collectors.joining(","));

        assertThat(Iptables.four(RuleSet.of(Rule.permit().tcp(odd)), "FORWARD"))
                .contains("--dports " + fifteen + " -j ACCEPT\n", "--dports 31 -j ACCEPT\n");
    }

    @Test
    void writesEachProtocolAndSourcePorts() {
        var rule = Rule.permit().over(ProtocolSet.TCP_UDP).ports(PortSet.of(53)).sourcePorts(PortSet.of("1024-65535"));

        assertThat(Iptables.four(RuleSet.of(rule), "FORWARD"))
                .contains(
                        "-p tcp -m multiport --sports 1024:65535 -m multiport --dports 53 -j ACCEPT",
                        "-p udp -m multiport --sports 1024:65535 -m multiport --dports 53 -j ACCEPT");
    }

    @Test
    void neverNamesTheProtocolThatWouldMeanAny() {
        var rules = RuleSet.of(Rule.permit().over(ProtocolSet.of("0-2")));

        assertThat(Iptables.four(rules, "FORWARD"))
                .contains("-p icmp -j", "-p 2 -j")
                .doesNotContain("-p 0 ");
        assertThat(Iptables.six(rules, "FORWARD")).contains("-p 2 -j").doesNotContain("-p 0 ", "-p icmp");
    }
}
