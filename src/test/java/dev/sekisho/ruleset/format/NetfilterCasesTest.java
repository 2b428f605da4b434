package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small configurations that once were read wrongly, or easily could be, each with the right answer. */
class NetfilterCasesTest {

    private static RuleSet read(String file, String chain) throws IOException {
        try (var stream = NetfilterCasesTest.class.getResourceAsStream("/firewall/netfilter/" + file)) {
            assertThat(stream).as(file).isNotNull();
            var format = file.endsWith(".json") ? Format.NFTABLES_JSON : Format.IPTABLES_SAVE;
            var guard = chain == null ? GuardSelector.unnamed() : GuardSelector.chain(chain);
            return format.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), guard.carryingIpv6());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ipt-v4-with-icmpv6-rule.txt  | FORWARD | 10.0.0.5 | 3389 | true
            ip6only.txt                  | FORWARD | 10.0.0.5 | 3389 | true
            ipt-iface-plus-any.txt       | FORWARD | 10.0.0.5 | 22   | false
            ipt-iface-plus-any.txt       | FORWARD | 10.0.0.6 | 22   | true
            ipt-reversed-range.txt       | FORWARD | 10.0.0.5 | 22   | false
            ipt-ctstate-dnat-only.txt    | FORWARD | 10.0.0.5 | 443  | true
            ipt-multiport-neg.txt        | FORWARD | 10.0.0.5 | 22   | true
            ipt-multiport-neg.txt        | FORWARD | 10.0.0.5 | 85   | true
            ipt-multiport-neg.txt        | FORWARD | 10.0.0.5 | 23   | false
            plain-ipt.txt                | FORWARD | 10.0.0.5 | 443  | true
            plain-ipt.txt                | FORWARD | 10.0.0.5 | 22   | false
            nft-prerouting-drop.json     |         | 10.0.0.5 | 22   | false
            nft-dyn-set.json             |         | 10.0.0.5 | 22   | true
            nft-bridge-plus-ip.json      |         | 10.0.0.5 | 22   | true
            nft-goto-accept-policy.json  |         | 10.0.0.5 | 22   | true
            nft-goto-accept-policy.json  |         | 10.0.0.5 | 80   | false
            """)
    void answersRight(String file, String chain, String destination, int port, boolean permitted) throws IOException {
        assertThat(Verdicts.permits(read(file, chain), Packet.tcp("198.51.100.7", destination, port)))
                .isEqualTo(permitted);
    }

    @Test
    void saysWhereAPublishedAddressLeads() throws IOException {
        assertThat(read("ipt-dnat-pub.txt", "FORWARD").translations())
                .extracting(Translation::toString)
                .singleElement()
                .asString()
                .endsWith(": tcp 203.0.113.5 port 8443 -> 10.0.0.5 port 443");
        assertThat(read("ipt-input-redirect.txt", "INPUT").translations())
                .extracting(Translation::toString)
                .singleElement()
                .asString()
                .endsWith(": tcp 0.0.0.0/0 port 80 -> itself port 8080");
    }

    @Test
    void countsNoRuleTwiceForThePolicy() throws IOException {
        var rules = read("plain-ipt.txt", "FORWARD").within(AddressSet.ANY4);

        assertThat(rules.rules()).hasSize(1);
    }

    @Test
    void leavesOpenWhatAFileSaysNothingOf() throws IOException {
        var four = Packet.tcp("198.51.100.7", "10.0.0.5", 3389);
        var six = Packet.tcp("2001:db8::7", "2001:db9::5", 3389);

        assertThat(Verdicts.decider(read("ip6only.txt", "FORWARD"), four))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(read("ip6only.txt", "FORWARD"), six)).isFalse();
        assertThat(Verdicts.decider(read("plain-ipt.txt", "FORWARD"), six))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
    }
}
