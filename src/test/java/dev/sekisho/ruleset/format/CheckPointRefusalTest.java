package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no access rulebase of Check Point, or only a part of one, is refused and says why. */
class CheckPointRefusalTest {

    private static final String RULE = "{'type': 'access-rule', 'uid': 'u%1$d', 'rule-number': %1$d, 'enabled': true}";

    private static String page(String range, String... rules) {
        return "{'uid': 'L', 'name': 'Network', " + range + ", 'rulebase': [" + String.join(",", rules) + "]}\n";
    }

    private static String rule(int number) {
        return RULE.formatted(number);
    }

    private static void refused(String text, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .as(text)
                .isThrownBy(() -> Format.CHECKPOINT.read(text.replace('\'', '"'), GuardSelector.unnamed()))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            hello                                                                  | not JSON
            ""                                                                     | empty
            {}                                                                     | what this answers is not known
            []                                                                     | an access rulebase of the management API is expected
            [1]                                                                    | an answer of the management API is expected
            {'code': 'generic_err_object_not_found', 'message': 'x'}               | an access rulebase of the management API is expected
            {'objects': [], 'total': 0}                                            | an access rulebase of the management API is expected
            {'uid': 'n', 'rulebase': [], 'total': 0}                               | an access rulebase of the management API is expected
            {'uid': 't', 'name': 'IPS', 'rulebase': [{'type': 'threat-rule'}], 'total': 1} | an access rulebase of the management API is expected
            {'sid': 'x', 'url': 'https://192.0.2.1'}                               | what this answers is not known
            {'rulebase': [], 'name': null, 'total': 0                              | ends before it is complete
            {'uid': 'L', 'name': 'Network', 'rulebase': [], 'from': 1, 'to': 1}    | the field 'total' is missing
            {'uid': 'L', 'name': 'Network', 'rulebase': ['u1'], 'total': 1}        | a rule is expected
            {'uid': 'L', 'name': 'Network', 'rulebase': {}, 'total': 0}            | an array is expected
            {'uid': 'L', 'name': 'Network', 'rulebase': [], 'total': 'x'}          | a whole number is expected
            """)
    void refuses(String text, String reason) {
        refused(text, reason);
    }

    @Test
    void refusesPagesThatAreNotAll() {
        refused(page("'from': 1, 'to': 2, 'total': 3", rule(1), rule(2)), "2 of 3 rules");
        refused(page("'from': 2, 'to': 3, 'total': 3", rule(2), rule(3)), "rule 1 is not among them");
        refused(
                page("'from': 1, 'to': 1, 'total': 3", rule(1)) + page("'from': 3, 'to': 3, 'total': 3", rule(3)),
                "rule 2 is not");
        refused(page("'from': 1, 'to': 2, 'total': 2", rule(1), rule(3)), "rule 2 is not");
        refused(
                page("'from': 1, 'to': 1, 'total': 2", rule(1)) + page("'from': 2, 'to': 2, 'total': 3", rule(2)),
                "differ");
        refused(page("'total': 1"), "0 of 1 rules");
        refused(page("'from': 1, 'to': 1, 'total': 0", rule(1)), "1 of 0 rules");
        refused(
                page("'from': 1, 'to': 2, 'total': 2", rule(1), rule(2).replace("u2", "other"))
                        + page("'from': 2, 'to': 2, 'total': 2", rule(2)),
                "rule 3 is not");
        refused(
                page("'from': 1, 'to': 1, 'total': 1", rule(1))
                        + "{'uid': 'n', 'from': 1, 'to': 1, 'total': 2, 'rulebase': [{'type': 'nat-rule', 'rule-number': 1}]}",
                "1 of 2 rules");
    }

    @Test
    void readsPagesThatAreAll() {
        var pages = page("'from': 2, 'to': 3, 'total': 3", rule(2), rule(3))
                + page("'from': 1, 'to': 2, 'total': 3", rule(1), rule(2));
        var sections = page(
                "'from': 1, 'to': 2, 'total': 2",
                "{'type': 'access-section', 'from': 1, 'to': 1, 'rulebase': [" + rule(1) + "]}",
                "{'type': 'access-section', 'rulebase': []}",
                rule(2));

        assertThat(Format.CHECKPOINT
                        .read(pages.replace('\'', '"'), GuardSelector.unnamed())
                        .rules())
                .hasSize(3);
        assertThat(Format.CHECKPOINT
                        .read(sections.replace('\'', '"'), GuardSelector.unnamed())
                        .rules())
                .hasSize(2);
        assertThat(Format.CHECKPOINT
                        .read(page("'total': 0").replace('\'', '"'), GuardSelector.unnamed())
                        .rules())
                .isEmpty();
    }

    /** Each layer leads to the next, and groups contain one another. */
    @Test
    void endsOnWhatLeadsFarOrInCircles() {
        var layers = new StringBuilder("rule a: inline L0");
        var groups = new StringBuilder("rule a: source g0");
        for (int i = 0; i < 3000; i++) {
            layers.append("; layer L").append(i).append(": ; rule x: inline L").append(i + 1);
            groups.append("; group g")
                    .append(i)
                    .append(" g")
                    .append(i + 1)
                    .append(",g")
                    .append(i / 2);
        }
        var packet = Packet.tcp("198.51.100.7", "10.0.0.5", 22);

        assertThat(Answer.of(CheckPointText.read(layers.toString()), packet)).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(CheckPointText.read(groups.toString()), packet)).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(
                        CheckPointText.read(
                                "rule a: inline I; layer I: ; rule x: inline J; layer J: ; rule y: inline I"),
                        packet))
                .isEqualTo(Answer.DOUBT);
    }

    /** What of two large layers passes both is not followed rule by rule, and nothing of it counts as certain. */
    @Test
    void endsOnLayersThatAreTooLargeTogether() {
        var text = new StringBuilder("package P Network,Apps; rule z: source bad +action drop; host bad 192.0.2.1");
        for (int i = 0; i < 500; i++) {
            text.append("; rule r")
                    .append(i)
                    .append(": service t")
                    .append(i)
                    .append("; tcp t")
                    .append(i)
                    .append(' ')
                    .append(i + 1);
        }
        text.append("; layer Apps: cleanup accept");
        for (int i = 0; i < 500; i++) {
            text.append("; rule r").append(i).append(": service t").append(i).append(" +action drop");
        }
        var rules = CheckPointText.read(text.toString());

        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 22))).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 2222)))
                .isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules, Packet.tcp("192.0.2.1", "10.0.0.5", 22))).isEqualTo(Answer.CLOSED);
    }

    @Test
    void survivesDamage() {
        var random = new Random(13);
        var whole = CheckPointText.of(
                "rule a: source g +service s +inline I; group g h,n; host h 192.0.2.1; net n 10.0.0.0/8;"
                        + "services s t; tcp t >1023; layer I: ; rule x: destination x +source-negate; but x n,h;"
                        + "nat n: original-destination h +translated-destination n; global accept-rip last; package P Network");
        for (int i = 0; i < 2000; i++) {
            var at = random.nextInt(whole.length());
            var damaged = whole.substring(0, at)
                    + (char) (' ' + random.nextInt(95))
                    + whole.substring(Math.min(whole.length(), at + random.nextInt(3)));
            try {
                Format.CHECKPOINT.read(damaged, GuardSelector.unnamed());
            } catch (UnreadableConfiguration | UnsuitableGuard refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
            }
        }
    }
}
