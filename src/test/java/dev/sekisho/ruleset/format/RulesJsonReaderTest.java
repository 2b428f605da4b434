package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesJsonReaderTest {

    private static RuleSet read(String text) {
        return Format.RULES_JSON.read(text, GuardSelector.unnamed());
    }

    private static RuleSet readRule(String fields) {
        return read("{\"defaultAction\": \"DENY\",\n\"rules\": [{\"action\": \"PERMIT\"" + fields + "}]}");
    }

    @Test
    void readsTheDocumentedExample() {
        var rules = read("""
                {"defaultAction": "DENY", "rules": [
                  {"action": "PERMIT", "sources": ["198.51.100.0/24"], "destinations": ["10.9.0.7/32"],
                   "protocol": "TCP", "destinationPorts": ["443", "8000-8010"]}]}""");

        assertThat(rules.defaultAction()).isEqualTo(Action.DENY);
        assertThat(rules.notes()).isEmpty();
        assertThat(rules.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.sources()).isEqualTo(AddressSet.of("198.51.100.0/24"));
            assertThat(rule.destinations()).isEqualTo(AddressSet.of("10.9.0.7"));
            assertThat(rule.protocols()).isEqualTo(ProtocolSet.TCP);
            assertThat(rule.destinationPorts()).isEqualTo(PortSet.of("443", "8000-8010"));
            assertThat(rule.line()).isEqualTo(2);
            assertThat(rule.origin()).isEqualTo("/rules/0");
        });
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 8005)))
                .isTrue();
    }

    @Test
    void readsAMissingFieldAsAny() {
        var rule = readRule("").rules().get(0);

        assertThat(rule.sources()).isEqualTo(AddressSet.ANY);
        assertThat(rule.protocols()).isEqualTo(ProtocolSet.ANY);
        assertThat(rule.destinationPorts()).isEqualTo(PortSet.ANY);
    }

    @ParameterizedTest
    @CsvSource({"'\"UDP\"', 17", "'\"ICMP\"', 1", "47, 47", "'\"47\"', 47"})
    void readsProtocols(String protocol, int number) {
        assertThat(readRule(", \"protocol\": " + protocol).rules().get(0).protocols())
                .isEqualTo(ProtocolSet.of(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            , "source": ["10.0.0.0/8"]           | /rules/0/source                | unknown
            , "sources": "10.0.0.0/8"            | /rules/0/sources               | array
            , "sources": []                      | /rules/0/sources               | empty
            , "sources": null                    | /rules/0/sources               | null
            , "sources": ["10.0.0.0/8", "10/8"]  | /rules/0/sources/1             | decimal
            , "sources": ["10.0.0.1/8"]          | /rules/0/sources/0             | 10.0.0.1/8
            , "sources": ["010.0.0.1"]           | /rules/0/sources/0             | 010.0.0.1
            , "sources": [10]                    | /rules/0/sources/0             | string
            , "sources": ["p@ssw0rd!"]           | /rules/0/sources/0             | not of its form
            , "protocol": "tcp"                  | /rules/0/protocol              | protocol
            , "protocol": "1-5"                  | /rules/0/protocol              | protocol
            , "protocol": 256                    | /rules/0/protocol              | 256
            , "protocol": 6.5                    | /rules/0/protocol              | number
            , "protocol": true                   | /rules/0/protocol              | number
            , "destinationPorts": ["65536"]      | /rules/0/destinationPorts/0    | 65536
            , "destinationPorts": ["90-80"]      | /rules/0/destinationPorts/0    | 90-80
            , "destinationPorts": ["http"]       | /rules/0/destinationPorts/0    | http
            , "destinationPorts": [[1]]          | /rules/0/destinationPorts/0    | string
            , "protocol": 47, "destinationPorts": ["1"] | /rules/0                | no ports
            , "protocol": "TCP", "icmpTypes": ["8"]     | /rules/0                | no ICMP types
            """)
    void refusesBadFieldsWithTheirPointer(String fields, String pointer, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> readRule(fields))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains(reason).endsWith(" at " + pointer);
                    assertThat(refusal.line()).isEqualTo(2);
                    assertThat(refusal.reason()).doesNotContain("p@ssw0rd");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"rules": []}                                            | 'defaultAction' is missing
            {"defaultAction": "DENY"}                                | 'rules' is missing
            {"defaultAction": "deny", "rules": []}                   | PERMIT or DENY
            {"defaultAction": "DENY", "rules": {}}                   | array
            {"defaultAction": "DENY", "rules": [1]}                  | a rule is an object
            {"defaultAction": "DENY", "rules": [], "extra": 1}       | unknown
            {"defaultAction": "DENY", "rules": [{}]}                 | 'action' is missing
            {"defaultAction": "DENY", "rules": [{"action": "PERMIT"} | ends before
            {"defaultAction": "DENY", "rules": []} x                 | not JSON
            {"defaultAction": "DENY", "rules": []} {}                | follows
            {"defaultAction": "DENY", "defaultAction": "PERMIT"}     | twice
            []                                                       | object
            hostname fw1                                             | not JSON
            """)
    void refusesWhatIsNoRuleSet(String text, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read(text))
                .satisfies(refusal -> assertThat(refusal.reason()).contains(reason));
    }

    @Test
    void refusesAnEmptyBody() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read(""))
                .withMessageContaining("empty");
    }

    @Test
    void endsOnAMillionRules() {
        var text = "{\"defaultAction\":\"DENY\",\"rules\":[" + "{\"action\":\"DENY\"},".repeat(1_000_000) + "]}";

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("200000");
    }

    @Test
    void endsOnDeepNesting() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read("[".repeat(1_000_000)))
                .withMessageContaining("deeper");
    }

    @Test
    void takesRulesBackAsTheyAreShown() {
        var rules = Format.RULES_JSON.read("""
                {"defaultAction": "DENY", "rules": [
                 {"action": "PERMIT", "destinations": ["10.9.0.7"], "protocols": ["tcp", "17", "47-50"], "line": 12, "origin": "line 12"},
                 {"action": "PERMIT", "destinations": ["10.9.0.8"], "opaque": "depends on --match-set password CANARY"}]}
                """, GuardSelector.unnamed());

        assertThat(rules.rules().get(0).protocols()).isEqualTo(ProtocolSet.of("6", "17", "47-50"));
        assertThat(rules.rules().get(1).opaque())
                .startsWith("depends on --match-set")
                .doesNotContain("CANARY");
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.RULES_JSON.read(
                        "{\"defaultAction\": \"DENY\", \"rules\": [{\"action\": \"PERMIT\", \"protocol\": \"TCP\", \"protocols\": [\"udp\"]}]}",
                        GuardSelector.unnamed()))
                .withMessageContaining("exclude each other");
    }
}
