package dev.sekisho.ruleset.netfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NftablesReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static final String HEAD = """
            {"nftables": [{"metainfo": {"version": "1.0.2", "json_schema_version": 1}},
            {"table": {"family": "inet", "name": "f", "handle": 1}},
            {"set": {"family": "inet", "name": "partners", "table": "f", "type": "ipv4_addr", "flags": ["interval"],
             "elem": [{"prefix": {"addr": "198.51.100.0", "len": 24}}, {"range": ["203.0.113.1", "203.0.113.9"]}, "192.0.2.1"]}},
            {"set": {"family": "inet", "name": "seen", "table": "f", "type": "ipv4_addr", "flags": ["dynamic"]}},
            {"map": {"family": "inet", "name": "verdicts", "table": "f", "type": "inet_service", "map": "verdict",
             "elem": [[22, {"drop": null}], [443, {"jump": {"target": "x"}}], ["*", {"accept": null}]]}},
            {"chain": {"family": "inet", "table": "f", "name": "fwd", "type": "filter", "hook": "forward", "prio": 0, "policy": "drop"}},
            {"chain": {"family": "inet", "table": "f", "name": "x"}}
            """;

    private static String rule(String chain, String expressions) {
        return ",{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"" + chain
                + "\", \"handle\": 9, \"expr\": [" + expressions + "]}}\n";
    }

    private static String match(String operator, String left, String right) {
        return "{\"match\": {\"op\": \"" + operator + "\", \"left\": " + left + ", \"right\": " + right + "}}, ";
    }

    private static String field(String text) {
        var words = text.split(" ");
        return switch (words[0]) {
            case "meta", "ct" -> "{\"" + words[0] + "\": {\"key\": \"" + words[1] + "\"}}";
            default -> "{\"payload\": {\"protocol\": \"" + words[0] + "\", \"field\": \"" + words[1] + "\"}}";
        };
    }

    private static RuleSet read(String... rules) {
        return Format.NFTABLES_JSON.read(HEAD + String.join("", rules) + "]}", GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip saddr       | == | "198.51.100.7"                                     | true
            ip saddr       | == | {"prefix": {"addr": "198.51.100.0", "len": 24}}    | true
            ip saddr       | != | {"prefix": {"addr": "198.51.100.0", "len": 24}}    | false
            ip daddr       | == | {"range": ["10.9.0.1", "10.9.0.6"]}                | false
            ip saddr       | == | "@partners"                                        | true
            ip saddr       | != | "@partners"                                        | false
            ip daddr       | == | {"set": ["10.9.0.6", {"elem": {"val": "10.9.0.7", "comment": "w"}}]} | true
            ip6 saddr      | == | {"prefix": {"addr": "2001:db8::", "len": 32}}      | false
            ip protocol    | == | "tcp"                                              | true
            meta l4proto   | == | 6                                                  | true
            meta l4proto   | == | {"set": ["udp", "icmp"]}                           | false
            meta nfproto   | == | "ipv6"                                             | false
            tcp dport      | == | 443                                                | true
            tcp dport      | == | "https"                                            | true
            tcp dport      | == | {"set": [22, {"range": [440, 450]}]}               | true
            tcp dport      | != | {"set": [22, 443]}                                 | false
            tcp dport      | >= | 443                                                | true
            tcp dport      | <  | 443                                                | false
            th dport       | == | 443                                                | true
            tcp sport      | == | {"range": [1024, 65535]}                           | true
            udp dport      | == | 443                                                | false
            ct state       | in | ["established", "related"]                         | false
            ct state       | in | ["established", "new"]                             | true
            ct state       | == | {"set": ["established", "related"]}                | false
            ct state       | != | "invalid"                                          | true
            ct state       | !  | "new"                                              | false
            tcp flags      | == | "syn"                                              | true
            tcp flags      | in | ["syn", "ack"]                                     | true
            tcp flags      | == | "ack"                                              | false
            icmp type      | == | "echo-request"                                     | false
            """)
    void matchesAsTheKernelDoes(String left, String operator, String right, boolean permitted) {
        var rules = read(rule(
                "fwd",
                match(operator, field(left), right)
                        + "{\"counter\": {\"packets\": 1, \"bytes\": 2}}, {\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip saddr     | "@seen"
            ip dscp      | 4
            meta mark    | 7
            meta iifname | "eth0"
            ct status    | "dnat"
            ip frag-off  | {"&": [1, 2]}
            """)
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String left, String right) {
        var condition = match("==", field(left), right);
        var rules = read(rule("fwd", condition + "{\"drop\": null}"), rule("fwd", condition + "{\"accept\": null}"));

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.rules()).allMatch(rule -> rule.isOpaque());
    }

    @Test
    void readsConcatenationsAndVerdictMaps() {
        var pairs = match(
                "==",
                "{\"concat\": [" + field("ip saddr") + "," + field("tcp dport") + "]}",
                "{\"set\": [{\"concat\": [\"198.51.100.7\", 443]}, {\"concat\": [\"203.0.113.1\", 22]}]}");
        var rules = read(rule("fwd", pairs + "{\"accept\": null}"));
        var byMap = read(
                rule("fwd", "{\"vmap\": {\"key\": " + field("tcp dport") + ", \"data\": \"@verdicts\"}}"),
                rule("x", match("==", field("ip saddr"), "\"198.51.100.7\"") + "{\"return\": null}"),
                rule("x", "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.1", "10.9.0.7", 22)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.1", "10.9.0.7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(byMap, Packet.tcp("203.0.113.1", "10.9.0.7", 443)))
                .isTrue();
        assertThat(Verdicts.permits(byMap, Packet.tcp("203.0.113.1", "10.9.0.7", 22)))
                .isFalse();
    }

    @Test
    void letsPacketsPassEveryChainOfTheHook() {
        var second = """
                ,{"chain": {"family": "ip", "table": "g", "name": "late", "type": "filter", "hook": "forward", "prio": 10, "policy": "accept"}},
                {"rule": {"family": "ip", "table": "g", "chain": "late", "handle": 1, "expr": [%s{"drop": null}]}}
                """.formatted(match("==", field("ip daddr"), "\"10.9.0.7\""));
        var rules = read(rule("fwd", "{\"accept\": null}"), second);

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.8", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::7", "2001:db9::7", 443)))
                .isTrue();
    }

    @Test
    void decidesInterfacesByTheGuard() {
        var text = HEAD
                + rule(
                        "fwd",
                        match("==", field("meta iifname"), "{\"set\": [\"eth0\", \"wg*\"]}") + "{\"accept\": null}")
                + "]}";

        assertThat(Verdicts.permits(Format.NFTABLES_JSON.read(text, GuardSelector.interfaceNamed("wg1")), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(Format.NFTABLES_JSON.read(text, GuardSelector.interfaceNamed("eth1")), HTTPS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rules": []}                                          | 'nftables'
            {"nftables": [                                         | ends before
            table inet filter                                      | ends before
            table inet filter {                                    | ends inside
            {"nftables": [{"rule": {"family": "ip"}}]}             | missing
            """)
    void refusesOtherDocuments(String text, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.NFTABLES_JSON.read(text, GuardSelector.unnamed()))
                .satisfies(refusal -> assertThat(refusal.reason()).contains(reason));
    }

    @Test
    void takesACycleForAnything() {
        var rules = read(rule("fwd", "{\"jump\": {\"target\": \"x\"}}"), rule("x", "{\"goto\": {\"target\": \"x\"}}"));

        assertThat(rules.opaque()).isNotEmpty();
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
    }

    @Test
    void modelsRangesOfMessageTypes() {
        var types = "{\"range\": [3, 5]}";
        var within = read(rule("fwd", match("==", field("icmp type"), types) + "{\"accept\": null}"));
        var without = read(rule("fwd", match("!=", field("icmp type"), types) + "{\"accept\": null}"));

        for (int type = 2; type <= 6; type++) {
            var message = Packet.icmp("198.51.100.7", "10.9.0.7", type);
            assertThat(Verdicts.permits(within, message)).as("type %d", type).isEqualTo(type >= 3 && type <= 5);
            assertThat(Verdicts.permits(without, message))
                    .as("not type %d", type)
                    .isEqualTo(type < 3 || type > 5);
        }
    }

    @Test
    void countsADormantTableAsNoFilter() {
        var asleep = ",{\"table\": {\"family\": \"inet\", \"name\": \"f\", \"flags\": [\"dormant\"]}}";
        var rules = read(rule("fwd", "{\"drop\": null}"), asleep);

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(rules.notes()).anyMatch(note -> note.contains("dormant"));
        assertThat(Verdicts.permits(read(rule("fwd", "{\"drop\": null}")), HTTPS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"set": {"op": "add", "elem": "10.0.0.1", "set": "@seen"}}                                             | false
            {"set": {"op": "add", "elem": "10.0.0.1", "set": "@seen", "stmt": [{"counter": null}]}}                | false
            {"set": {"op": "update", "elem": "10.0.0.1", "set": "@seen", "stmt": [{"limit": {"rate": 9}}]}}        | true
            {"meter": {"name": "m", "key": "10.0.0.1", "stmt": {"limit": {"rate": 10, "inv": true}}}}              | true
            {"meter": {"name": "m", "key": "10.0.0.1", "stmt": {"ct count": {"val": 10, "inv": true}}}}            | true
            {"last": null}                                                                                         | false
            {"limit": {"rate": 10, "per": "second", "inv": true}}                                                  | true
            {"xt": {"type": "match", "name": "hashlimit"}}                                                         | true
            """)
    void countsNoDenyThatARateMayHoldBack(String statement, boolean permitted) {
        var rules = read(rule("fwd", statement + ", {\"drop\": null}"), rule("fwd", "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"xt": {"type": "target", "name": "REJECT"}}  | false | false
            {"xt": {"type": "target", "name": "LOG"}}     | false | false
            {"xt": {"type": "target", "name": "NFQUEUE"}} | true  | true
            {"xt": null}                                  | true  | true
            """)
    void readsExtensionsOfIptablesThatDecide(String statement, boolean permitted, boolean opaque) {
        var rules = read(rule("fwd", statement), rule("fwd", "{\"drop\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }

    @Test
    void asksTheCatchAllOfAMapOnlyForWhatNoEntryNames() {
        var map =
                "{\"vmap\": {\"key\": %s, \"data\": {\"set\": [[\"*\", {\"drop\": null}], [%s, {\"jump\": {\"target\": \"x\"}}]]}}}";
        var byPort = read(rule("fwd", map.formatted(field("tcp dport"), "443")), rule("fwd", "{\"accept\": null}"));
        var byWay = HEAD
                + rule("fwd", map.formatted(field("meta iifname"), "\"eth0\""))
                + rule("fwd", "{\"accept\": null}") + "]}";

        assertThat(Verdicts.permits(byPort, HTTPS)).isTrue();
        assertThat(Verdicts.permits(byPort, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(byPort.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(Format.NFTABLES_JSON.read(byWay, GuardSelector.interfaceNamed("eth0")), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(Format.NFTABLES_JSON.read(byWay, GuardSelector.interfaceNamed("eth1")), HTTPS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            == | "syn"                                        | true
            == | {"set": ["fin", "syn"]}                      | true
            != | {"set": ["fin", "syn"]}                      | false
            in | "syn"                                        | true
            !  | ["fin", "rst"]                               | true
            !  | "syn"                                        | false
            """)
    void readsFlagsAsAlternativesAndAsOneValue(String operator, String right, boolean permitted) {
        var rules = read(rule("fwd", match(operator, field("tcp flags"), right) + "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {"|": [{"|": [{"|": ["fin", "syn"]}, "rst"]}, "ack"]} ; "syn"                                  ; true
            ["fin", "syn", "rst", "ack"]                          ; "syn"                                  ; true
            {"|": ["fin", "syn"]}                                 ; {"|": ["fin", "syn"]}                  ; false
            {"|": ["fin", "syn"]}                                 ; {"set": ["fin", {"|": ["fin", "syn"]}]} ; false
            {"|": ["fin", "ack"]}                                 ; 0                                      ; true
            """)
    void readsMaskedFlags(String mask, String right, boolean permitted) {
        var left = "{\"&\": [" + field("tcp flags") + ", " + mask + "]}";
        var rules = read(rule("fwd", match("==", left, right) + "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            == | eth0 | true
            == | eth1 | false
            != | eth0 | true
            """)
    void readsInterfacesTogetherWithOtherFields(String operator, String way, boolean permitted) {
        var text = HEAD
                + rule(
                        "fwd",
                        match(
                                        operator,
                                        "{\"concat\": [" + field("meta iifname") + "," + field("tcp dport") + "]}",
                                        "{\"set\": [{\"concat\": [\"eth0\", 443]}, {\"concat\": [\"eth1\", 22]}]}")
                                + "{\"accept\": null}")
                + "]}";
        var rules = Format.NFTABLES_JSON.read(text, GuardSelector.interfaceNamed(way));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(operator.equals("!="));
    }

    @Test
    void readsStatesJoinedByABar() {
        var rules = read(rule(
                "fwd",
                match("in", field("ct state"), "{\"|\": [\"established\", \"related\"]}") + "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
    }

    @Test
    void negatesConcatenations() {
        var pairs = match(
                "!=",
                "{\"concat\": [" + field("ip saddr") + "," + field("tcp dport") + "]}",
                "{\"set\": [{\"concat\": [\"198.51.100.7\", 443]}, {\"concat\": [\"203.0.113.1\", 22]}]}");
        var rules = read(rule("fwd", pairs + "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.1", "10.9.0.7", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.1", "10.9.0.7", 22)))
                .isFalse();
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10.9.3.7, 255.255.0.255, true", "10.9.0.8, 255.255.0.255, false"})
    void readsMaskedAddresses(String value, String mask, boolean permitted) {
        var left = "{\"&\": [" + field("ip daddr") + ", \"" + mask + "\"]}";
        var rules = read(rule("fwd", match("==", left, "\"" + value + "\"") + "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
    }

    @Test
    void countsMembersWithALimitAsDoubtful() {
        var set = ",{\"set\": {\"family\": \"inet\", \"name\": \"slow\", \"table\": \"f\", \"type\": \"ipv4_addr\","
                + " \"stmt\": [{\"limit\": {\"rate\": 9}}], \"elem\": [\"198.51.100.7\"]}}";
        var rules = read(
                set,
                rule("fwd", match("==", field("ip saddr"), "\"@slow\"") + "{\"drop\": null}"),
                rule("fwd", "{\"accept\": null}"));

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
    }

    @Test
    void saysWhichTablesAndChainsThereAre() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.NFTABLES_JSON.read(
                        HEAD + "]}", GuardSelector.unnamed().with(GuardSelector.Key.TABLE, "g")))
                .withMessage("there is no table 'g' in the configuration; it has inet f");
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.NFTABLES_JSON.read(HEAD + "]}", GuardSelector.chain("fdw")))
                .withMessage("there is no chain 'fdw' in the configuration; it has fwd, x");
    }
}
