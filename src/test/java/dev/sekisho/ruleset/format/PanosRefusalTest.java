package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableFormat;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no configuration of PAN-OS, cut in the middle, or made to do harm. */
class PanosRefusalTest {

    private static final String RULE =
            "rulebase { security { rules { a { from any; to any; source any; destination any;"
                    + " application any; service any; action allow; } } } }";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <config><devices>                                                        | not well-formed
            <config><devices></config>                                               | not well-formed
            <config/>                                                                | neither
            <html><body/></html>                                                     | not that of a PAN-OS configuration
            <opnsense><filter/></opnsense>                                           | not that of a PAN-OS configuration
            <response status="error"><msg><line>x</line></msg></response>            | an error that the API answers with
            <!DOCTYPE config [<!ENTITY a SYSTEM "file:///etc/hostname">]><config><shared>&a;</shared></config> | document types
            <!DOCTYPE config SYSTEM "http://127.0.0.1/x.dtd"><config/>               | document types
            <config><shared>&undefined;</shared></config>                            | ''
            config { rulebase { security { rules { a { from any;                     | ends in the middle
            rulebase { security; } }                                                 | a brace closes that nothing opened
            set                                                                      | neither
            set frobnicate x                                                         | neither
            set address h description "never closed                                  | never ends
            hello world                                                              | neither
            ''                                                                       | neither
            """)
    void refuses(String text, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.PANOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set version 20.4R1\nset system host-name a\nset security policies default-policy deny-all\n",
                "security { policies { from-zone a to-zone b { policy p { then { permit; } } } } }"
            })
    void namesTheFormatOfJunos(String text) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.PANOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining("JUNOS");
    }

    @Test
    void namesTheKindOfAnotherDevice() {
        var text = "set interfaces ethernet eth0 address 10.0.0.1/24\nset firewall name X default-action drop\n";

        assertThatExceptionOfType(UnsuitableFormat.class)
                .isThrownBy(() -> Format.PANOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining("VyOS");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        var depth = 100_000;
        for (var text : new String[] {
            "<config>" + "<a>".repeat(depth) + "</a>".repeat(depth) + "</config>",
            "config " + "{ a ".repeat(depth) + "x; " + "}".repeat(depth),
            "set address " + "a ".repeat(40_000)
        }) {
            assertThatExceptionOfType(UnreadableConfiguration.class)
                    .isThrownBy(() -> Format.PANOS.read(text, GuardSelector.unnamed()))
                    .withMessageContaining("nested too deeply");
        }
    }

    @Test
    void survivesDamageInEveryForm() {
        var random = new Random(11);
        var samples = new String[] {PanosText.ZONES + PanosText.commands("rule a: source [ 10.0.0.1 h ]"), RULE};
        for (int i = 0; i < 4000; i++) {
            var whole = samples[i % samples.length];
            var at = random.nextInt(whole.length());
            var damaged = whole.substring(0, at)
                    + (char) (' ' + random.nextInt(95))
                    + whole.substring(Math.min(whole.length(), at + random.nextInt(3)));
            try {
                assertThat(Format.PANOS.read(damaged, GuardSelector.unnamed())).isNotNull();
            } catch (UnreadableConfiguration | UnsuitableFormat | UnsuitableGuard refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    /** Groups of groups of groups, each holding the next ten times, would be ten thousand million members. */
    @Test
    void endsOnGroupsThatMultiply() {
        var text = new StringBuilder(PanosText.ZONES);
        for (int level = 0; level < 10; level++) {
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 10; j++) {
                    var member = level == 9 ? "10.0." + i + "." + j : "g" + (level + 1) + "-" + j;
                    text.append("set address-group g" + level + "-" + i + " static " + member + "\n");
                    text.append("set service-group s" + level + "-" + i + " members "
                            + (level == 9 ? "p" + j : "s" + (level + 1) + "-" + j) + "\n");
                    text.append("set application-group a" + level + "-" + i + " members "
                            + (level == 9 ? "ssh" : "a" + (level + 1) + "-" + j) + "\n");
                }
            }
        }
        for (int j = 0; j < 10; j++) {
            text.append("set service p" + j + " protocol tcp port " + (100 + j) + "\n");
        }
        text.append(PanosText.commands("rule a: destination g0-0 service s0-0;"
                + "rule b: destination g0-0 service application-default application a0-0"));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Answer.of(
                                Format.PANOS.read(text.toString(), PanosText.INWARDS),
                                PanosText.packet("tcp 198.51.100.7 10.0.3.4 105")))
                        .isNotEqualTo(Answer.CLOSED));
    }

    /** Nothing of what is secret leaves, wherever it stands. */
    @Test
    void echoesNoSecret() {
        var text = "mgt-config users a phash CANARY; shared server-profile x secret CANARY; frobnicate CANARY rulebase;"
                + "rule psk-CANARY: destination key-CANARY service secret-CANARY source-user psk=CANARY;"
                + "nat password-CANARY: destination 203.0.113.5 +destination-translation translated-address psk-CANARY";

        var rules = PanosText.read(text);

        assertThat(rules.rules() + " " + rules.notes() + rules.translations()).doesNotContain("CANARY");
        assertThat(rules.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.origin() + rule.opaque()).doesNotContain("CANARY"));
    }

    /** A deny of a part of a configuration that holds no rules at all cannot be known. */
    @Test
    void takesAConfigurationWithoutRulesForAPart() {
        var part = Format.PANOS.read("set address h ip-netmask 10.0.0.1\n", GuardSelector.unnamed());
        var empty = Format.PANOS.read(
                "<config><devices><entry name='l'><vsys><entry name='vsys1'><rulebase><security><rules/></security>"
                        + "</rulebase></entry></vsys></entry></devices></config>",
                PanosText.INWARDS);

        assertThat(Answer.of(part, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(empty, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(Answer.CLOSED);
    }

    /** The API answers with the part that was asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<response status='success'><result><rules>@</rules></result></response>",
                "<response status='success'><result><security><rules>@</rules></security></result></response>",
                "<response status='success'><result><rulebase><security><rules>@</rules></security></rulebase></result></response>",
                "<rulebase><security><rules>@</rules></security></rulebase>"
            })
    void readsAPartOfAConfiguration(String around) {
        var rule = "<entry name='r'><from><member>any</member></from><to><member>any</member></to><source><member>any"
                + "</member></source><destination><member>10.0.0.5</member></destination><application><member>any"
                + "</member></application><service><member>any</member></service><action>allow</action></entry>";

        var rules = Format.PANOS.read(around.replace("@", rule), PanosText.INWARDS);

        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.6 22")))
                .isEqualTo(Answer.CLOSED);
    }
}
