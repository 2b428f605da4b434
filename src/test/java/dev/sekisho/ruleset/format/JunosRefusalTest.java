package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no configuration of Junos, cut in the middle, or made to do harm. */
class JunosRefusalTest {

    private static final String BRACES = """
            security { policies { from-zone untrust to-zone trust { policy a { match { source-address [ any h ];
            destination-address any; application any; } then { permit; } } } }
            address-book { global { address h { dns-name x.example; } } } }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello world                                                              | neither
            ''                                                                       | neither
            set                                                                      | neither
            set frobnicate x                                                         | neither
            set system host-name a                                                   | neither
            set firewall name X default-action drop                                  | neither
            set interfaces ethernet eth0 address 10.0.0.1/24                         | neither
            set zone trust network layer3 ethernet1/1                                | neither
            policy p { match { source-address any; } then { permit; } }              | neither
            {"security": {"policies": {}}}                                           | neither
            <configuration><security/></configuration>                               | neither
            security { policies { from-zone a to-zone b { policy p { match {         | ends in the middle
            security { policies { from-zone a to-zone b { policy p { match { source-address an | ends in the middle
            security { policies; } }                                                 | a brace closes that nothing opened
            security { policies { default-policy { permit-all } } }                  | in the middle of a statement
            security { policies { { } } }                                            | no word stands before
            security { policies { ; } }                                              | without a word
            security { policies { /* never closed                                    | comment never ends
            security { policies { a "never closed                                    | never ends
            set security policies global policy a description "never closed          | never ends
            """)
    void refuses(String text, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.JUNOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining(reason);
    }

    @Test
    void tellsWhereItStops() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.JUNOS.read("security {\n policies {\n  }}}\n", GuardSelector.unnamed()))
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(3));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        var depth = 100_000;
        for (var text : new String[] {
            "security " + "{ a ".repeat(depth) + "x; " + "}".repeat(depth), "set security " + "a ".repeat(40_000)
        }) {
            assertThatExceptionOfType(UnreadableConfiguration.class)
                    .isThrownBy(() -> Format.JUNOS.read(text, GuardSelector.unnamed()))
                    .withMessageContaining("nested too deeply");
        }
    }

    @Test
    void survivesDamageInEveryForm() {
        var random = new Random(11);
        var samples = new String[] {
            SrxText.ZONES
                    + SrxText.commands("policy a: source-address [ h k ]; book address-set h address k;"
                            + "groups g security policies from-zone <*> to-zone <t*> policy <*> then log; apply-groups g;"
                            + "deactivate P policy a; insert P policy a before policy a"),
            BRACES
        };
        for (int i = 0; i < 4000; i++) {
            var whole = samples[i % samples.length];
            var at = random.nextInt(whole.length());
            var damaged = whole.substring(0, at)
                    + (char) (' ' + random.nextInt(95))
                    + whole.substring(Math.min(whole.length(), at + random.nextInt(3)));
            try {
                assertThat(Format.JUNOS.read(damaged, GuardSelector.unnamed())).isNotNull();
            } catch (UnreadableConfiguration | UnsuitableGuard refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    /** Sets of sets of sets, each holding the next ten times, would be ten thousand million members. */
    @Test
    void endsOnSetsThatMultiply() {
        var text = new StringBuilder(SrxText.ZONES);
        for (int level = 0; level < 10; level++) {
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 10; j++) {
                    text.append("set security address-book global address-set g" + level + "-" + i
                            + (level == 9 ? " address h" + j : " address-set g" + (level + 1) + "-" + j) + "\n");
                    text.append("set applications application-set s" + level + "-" + i
                            + (level == 9 ? " application p" + j : " application-set s" + (level + 1) + "-" + j)
                            + "\n");
                }
            }
        }
        for (int j = 0; j < 10; j++) {
            text.append("set applications application p" + j + " protocol tcp destination-port " + (100 + j) + "\n");
            text.append("set security address-book global address h" + j + (j == 9 ? " dns-name x" : " 10.0.0." + j)
                    + "\n");
        }
        text.append(SrxText.commands("policy a: destination-address g0-0 +application s0-0"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            var rules = Format.JUNOS.read(text.toString(), SrxText.INWARDS);
            assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.4 105")))
                    .isNotEqualTo(Answer.CLOSED);
            assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.4 110")))
                    .isEqualTo(Answer.CLOSED);
        });
    }

    /** Each group adds a name below every name, and the next one below those. */
    @Test
    void endsOnGroupsThatMultiply() {
        var text = new StringBuilder(SrxText.ZONES);
        for (int level = 0; level < 8; level++) {
            for (int i = 0; i < 40; i++) {
                text.append("set groups g" + level + " security policies" + " <*>".repeat(level) + " n" + i + " x\n");
            }
            text.append("set apply-groups g" + level + "\n");
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThatExceptionOfType(UnreadableConfiguration.class)
                        .isThrownBy(() -> Format.JUNOS.read(text.toString(), SrxText.INWARDS))
                        .withMessageContaining("parts"));
    }

    @Test
    void endsOnPatternsThatBacktrack() {
        var text = SrxText.commands("groups g security policies from-zone <" + "a*".repeat(30)
                + "b> to-zone <*> policy <*>" + " then deny; apply-groups g; policy " + "a".repeat(60_000) + ":");

        var rules = Format.JUNOS.read(SrxText.ZONES + text, SrxText.INWARDS);

        assertThat(rules.hasOpaque()).isTrue();
    }

    /** Nothing of what is secret leaves, wherever it stands. */
    @Test
    void echoesNoSecret() {
        var rules = SrxText.read("security ike policy x pre-shared-key ascii-text CANARY; frobnicate CANARY;"
                + "apply-groups psk-CANARY; set security frobnicate psk-CANARY;"
                + "policy psk-CANARY: source-address key-CANARY +application secret-CANARY +password-CANARY x;"
                + "security nat destination rule-set r from zone untrust;"
                + "security nat destination rule-set r rule key-CANARY match destination-address-name psk-CANARY;"
                + "security nat destination rule-set r rule key-CANARY then destination-nat pool psk-CANARY");

        assertThat(rules.rules() + " " + rules.notes() + rules.translations()).doesNotContain("CANARY");
        assertThat(rules.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.origin() + rule.opaque()).doesNotContain("CANARY"));
    }
}
