package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of Check Point name addresses as packets are sent; answers are about the address where they arrive. */
class CheckPointTranslationTest {

    private static final String HOSTS =
            "host out 203.0.113.5; host in 10.0.0.5; tcp https 443; tcp alt 8443; host p 198.51.100.7; ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: destination out; nat n: original-destination out +translated-destination in    | tcp 198.51.100.7 10.0.0.5 443   | OPEN
            rule a: destination out; nat n: original-destination out +translated-destination in    | tcp 198.51.100.7 10.0.0.6 443   | CLOSED
            rule a: destination in; nat n: original-destination out +translated-destination in     | tcp 198.51.100.7 10.0.0.5 443   | OPEN
            rule a: destination out; nat n: original-destination out +translated-destination in +off | tcp 198.51.100.7 10.0.0.5 443 | CLOSED
            rule a: destination out +action drop; rule b: destination in; nat n: original-destination out +translated-destination in | tcp 198.51.100.7 10.0.0.5 443 | OPEN
            rule a: destination in +action drop; rule b: ; nat n: original-destination out +translated-destination in | tcp 198.51.100.7 10.0.0.5 443 | OPEN
            rule a: destination in,out +action drop; rule b: ; nat n: original-destination out +translated-destination in | tcp 198.51.100.7 10.0.0.5 443 | CLOSED
            rule a: destination out +service https; nat n: original-destination out +translated-destination in +original-service https +translated-service alt | tcp 198.51.100.7 10.0.0.5 8443 | OPEN
            rule a: destination out +service https; nat n: original-destination out +translated-destination in +original-service https +translated-service alt | tcp 198.51.100.7 10.0.0.5 443 | CLOSED
            rule a: destination out; nat n: original-destination out +translated-destination in +original-source p | tcp 198.51.100.7 10.0.0.5 443 | OPEN
            rule a: destination out; nat n: original-destination out +translated-destination in +original-source p | tcp 198.51.100.8 10.0.0.5 443 | CLOSED
            rule a: destination out; nat m: original-source p; nat n: original-destination out +translated-destination in | tcp 198.51.100.7 10.0.0.5 443 | CLOSED
            rule a: destination out; nat m: original-source p; nat n: original-destination out +translated-destination in | tcp 198.51.100.8 10.0.0.5 443 | OPEN
            rule a: destination out; nat n: original-destination out +translated-destination lost  | tcp 198.51.100.7 10.0.0.5 443   | DOUBT
            rule a: destination out; nat n: original-destination lost +translated-destination in   | tcp 198.51.100.7 10.0.0.5 443   | DOUBT
            rule a: destination out; host s 10.0.0.7; nat n: original-destination out +translated-destination in +install-on g; simple-gateway g | tcp 198.51.100.7 10.0.0.5 443 | DOUBT
            rule a: destination out; host s nat.method=static                                      | tcp 198.51.100.7 10.0.0.5 443   | CLOSED
            rule a: destination pub; host pub 203.0.113.9; host x 10.0.0.9; type y                 | tcp 198.51.100.7 10.0.0.9 443   | CLOSED
            """)
    void followsWrittenRules(String text, String packet, Answer expected) {
        assertThat(Answer.of(CheckPointText.read(HOSTS + text), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            checkpoint-host x ipv4-address=10.0.0.9 nat.method=static nat.ipv4-address=203.0.113.9 nat.install-on=All | 10.0.0.9 | OPEN
            checkpoint-host x ipv4-address=10.0.0.9 nat.method=static nat.ipv4-address=203.0.113.9 nat.install-on=All  | 10.0.0.8 | CLOSED
            checkpoint-host x ipv4-address=10.0.0.9 nat.method=hide nat.ipv4-address=203.0.113.9 nat.install-on=All    | 10.0.0.9 | CLOSED
            checkpoint-host x ipv4-address=10.0.0.9 nat.method=static nat.ipv4-address=203.0.113.9 nat.install-on=gw   | 10.0.0.9 | DOUBT
            checkpoint-host x ipv4-address=10.0.0.9 nat.method=static nat.install-on=All                               | 10.0.0.9 | DOUBT
            """)
    void followsWhatObjectsSay(String object, String destination, Answer expected) {
        var rules = CheckPointText.read("rule a: destination pub; host pub 203.0.113.9; " + object);

        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", destination, 443)))
                .isEqualTo(expected);
    }

    @Test
    void keepsThePlaceWithinABlock() {
        var text = "rule a: destination pub; host pub 203.0.113.9; network n subnet4=10.0.0.0 mask-length4=24"
                + " nat.method=static nat.ipv4-address=203.0.113.0 nat.install-on=All";
        var range = "rule a: destination pub; host pub 203.0.113.9; address-range n ipv4-address-first=10.0.0.4"
                + " ipv4-address-last=10.0.0.7 nat.method=static nat.ipv4-address=203.0.113.8 nat.install-on=All";

        assertThat(Answer.of(CheckPointText.read(text), Packet.tcp("198.51.100.7", "10.0.0.9", 443)))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(CheckPointText.read(text), Packet.tcp("198.51.100.7", "10.0.0.8", 443)))
                .isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(CheckPointText.read(range), Packet.tcp("198.51.100.7", "10.0.0.5", 443)))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(CheckPointText.read(range), Packet.tcp("198.51.100.7", "10.0.0.7", 443)))
                .isEqualTo(Answer.CLOSED);
    }

    /** The server shows what it makes of an object by naming the object on both sides. */
    @Test
    void readsGeneratedRulesFromTheirObjects() {
        var generated = "nat n: auto-generated +original-destination s +translated-destination s; ";
        var stated =
                "checkpoint-host s ipv4-address=10.0.0.9 nat.method=static nat.ipv4-address=203.0.113.9 nat.install-on=All";
        var rule = "rule a: destination pub; host pub 203.0.113.9; ";

        assertThat(CheckPointText.read(rule + generated + stated).translations())
                .hasSize(1);
        assertThat(Answer.of(
                        CheckPointText.read(rule + generated + "host s 10.0.0.9"),
                        Packet.tcp("198.51.100.7", "10.0.0.9", 443)))
                .as("the address outside is not shown")
                .isEqualTo(Answer.DOUBT);
        assertThat(CheckPointText.read(rule + "nat n: auto-generated +method hide +original-source s; host s 10.0.0.9")
                        .translations())
                .isEmpty();
    }

    @Test
    void listsTranslationsInTheirOrder() {
        var rules = CheckPointText.read(HOSTS + "rule a: ; nat n: original-destination out +translated-destination in;"
                + "nat m: original-destination in +translated-destination out +original-service https");

        assertThat(rules.translations())
                .extracting(Translation::origin)
                .containsExactly("NAT rule 1 n", "NAT rule 2 m");
    }
}
