package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What listings of netfilter leave out, and what matches less than it seems. */
class NetfilterDoubtsTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet SSH6 = Packet.tcp("2001:db8:9::1", "2001:db8:aa::5", 22);

    private static RuleSet nft(String policy, String sets, String... expressions) {
        var text = new StringBuilder("""
                {"nftables": [{"table": {"family": "inet", "name": "f", "handle": 1}},
                {"chain": {"family": "inet", "table": "f", "name": "fwd", "type": "filter", "hook": "forward", "prio": 0,
                 "policy": "POLICY"}}""".replace("POLICY", policy))
                .append(sets.isEmpty() ? "" : ",")
                .append(sets);
        for (var one : expressions) {
            text.append(",{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"fwd\", \"expr\": [")
                    .append(one)
                    .append("]}}");
        }
        return Format.NFTABLES_JSON.read(
                text.append("]}").toString(), GuardSelector.unnamed().carryingIpv6());
    }

    private static String match(String operator, String field, String right) {
        var words = field.split(" ");
        return "{\"match\": {\"op\": \"" + operator + "\", \"left\": {\"payload\": {\"protocol\": \"" + words[0]
                + "\", \"field\": \"" + words[1] + "\"}}, \"right\": " + right + "}}, ";
    }

    private static boolean isDoubtful(RuleSet rules, Packet packet) {
        return Verdicts.decider(rules, packet).filter(Rule::isOpaque).isPresent();
    }

    private static final String SHOWN_WITHOUT_MEMBERS = """
            {"set": {"family": "inet", "name": "s", "table": "f", "type": "ipv4_addr", "flags": ["interval"]}}""";

    @Test
    void takesASetWithoutMembersForOneThatIsNotShown() {
        var permit = nft("drop", SHOWN_WITHOUT_MEMBERS, match("==", "ip saddr", "\"@s\"") + "{\"accept\": null}");
        var deny = nft("accept", SHOWN_WITHOUT_MEMBERS, match("!=", "ip saddr", "\"@s\"") + "{\"drop\": null}");

        assertThat(isDoubtful(permit, SSH)).isTrue();
        assertThat(Verdicts.permits(deny, SSH)).isTrue();
    }

    @Test
    void takesASetThatRulesAddToForOneThatChanges() {
        var set = """
                {"set": {"family": "inet", "name": "s", "table": "f", "type": "ipv4_addr", "elem": ["192.0.2.7"]}}""";
        var knock = match("==", "tcp dport", "1234")
                + "{\"set\": {\"op\": \"add\", \"elem\": {\"payload\": {\"protocol\": \"ip\", \"field\": \"saddr\"}},"
                + " \"set\": \"@s\"}}, {\"drop\": null}";
        var enter = match("==", "ip saddr", "\"@s\"") + "{\"accept\": null}";

        assertThat(isDoubtful(nft("drop", set, knock, enter), SSH)).isTrue();
        assertThat(Verdicts.permits(nft("drop", set, enter), SSH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"flags\": [\"timeout\"], \"elem\": [[\"192.0.2.1\", {\"accept\": null}]]",
                ", \"flags\": [\"dynamic\"], \"elem\": [[\"198.51.100.7\", {\"drop\": null}]]"
            })
    void takesAnEntryThatIsNotShownForAPermit(String elements) {
        var map = "{\"map\": {\"family\": \"inet\", \"name\": \"m\", \"table\": \"f\", \"type\": \"ipv4_addr\","
                + " \"map\": \"verdict\"" + elements + "}}";
        var rules = nft(
                "drop",
                map,
                "{\"vmap\": {\"key\": {\"payload\": {\"protocol\": \"ip\", \"field\": \"saddr\"}},"
                        + " \"data\": \"@m\"}}");

        assertThat(isDoubtful(rules, SSH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accept | == | "tcp"            | drop   | true  | false
            accept | == | {"set": [6, 17]} | drop   | true  | false
            drop   | != | "tcp"            | accept | true  | true
            drop   | == | "tcp"            | accept | true  | false
            drop   | == | 60               | accept | true  | true
            drop   | == | "udp"            | accept | false | false
            """)
    void knowsThatAnExtensionHeaderHidesTheProtocol(
            String policy, String operator, String value, String verdict, boolean permitted, boolean doubtful) {
        var rules = nft(policy, "", match(operator, "ip6 nexthdr", value) + "{\"" + verdict + "\": null}");

        assertThat(Verdicts.permits(rules, SSH6)).isEqualTo(permitted);
        assertThat(isDoubtful(rules, SSH6)).isEqualTo(doubtful);
    }

    @Test
    void takesNoOtherProgramsHeaderForAFamily() {
        var text = "# Generated by our roles for iptables, IPv6 part\n*filter\n:FORWARD DROP [0:0]\nCOMMIT\n";
        var rules = Format.IPTABLES_SAVE.read(text, GuardSelector.unnamed().carryingIpv6());

        assertThat(isDoubtful(rules, SSH)).isTrue();
        assertThat(isDoubtful(rules, SSH6)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mangle, DNPT", "raw, RAWDNAT"})
    void leavesOpenWhatIsSentToAnAddressThatIsRewrittenBeforeTheFilter(String table, String target) {
        var text = "# Generated by ip6tables-save v1.8.7\n*" + table + "\n:PREROUTING ACCEPT [0:0]\n"
                + "-A PREROUTING -d 2001:db8:aa::/48 -j " + target + " --to fd00::/48\nCOMMIT\n"
                + "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -d fd00::/48 -j ACCEPT\nCOMMIT\n";
        var rules = Format.IPTABLES_SAVE.read(text, GuardSelector.unnamed().carryingIpv6());

        assertThat(isDoubtful(rules, SSH6)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8:9::1", "2001:db8:bb::5", 22)))
                .isFalse();
    }
}
