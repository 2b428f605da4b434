package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of an SRX speak of real addresses; where the outer ones lead is listed. */
class JunosTranslationTest {

    private static final String SET = "security nat destination rule-set r from zone untrust;"
            + "security nat destination pool p address 10.0.0.5/32;"
            + "security nat destination rule-set r rule a match destination-address 203.0.113.5/32;";
    private static final String THEN = "security nat destination rule-set r rule a then destination-nat pool p;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy a: destination-address h; book address h 10.0.0.5     | tcp 198.51.100.7 10.0.0.5 443    | OPEN
            policy a: destination-address h; book address h 203.0.113.5  | tcp 198.51.100.7 10.0.0.5 443    | CLOSED
            policy a: destination-address h +then deny; policy b: ; book address h 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 443 | OPEN
            """)
    void policiesSpeakOfRealDestinations(String commands, String packet, Answer expected) {
        assertThat(Answer.of(SrxText.read(SET + THEN + commands), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    private static String only(String commands) {
        var found = SrxText.read(commands + ";policy p:").translations().stream()
                .map(Translation::toString)
                .map(text -> text.replaceFirst("^line \\d+ ", ""))
                .toList();
        return String.join("; ", found);
    }

    @Test
    void listsWhereDestinationsLead() {
        assertThat(only(SET + THEN)).isEqualTo("rule a: any 203.0.113.5 -> 10.0.0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            security nat destination pool q address 10.0.0.7/32 port 8443; security nat destination rule-set r rule a match destination-port 443; security nat destination rule-set r rule a match protocol tcp; security nat destination rule-set r rule a then destination-nat pool q | rule a: tcp 203.0.113.5 port 443 -> 10.0.0.7 port 8443
            security nat destination pool q address 10.0.0.7 to 10.0.0.9; security nat destination rule-set r rule a then destination-nat pool q | rule a: any 203.0.113.5 -> 10.0.0.7-10.0.0.9
            security nat destination rule-set r rule a match destination-port 80 to 82; security nat destination rule-set r rule a match protocol udp | rule a: udp 203.0.113.5 port 80-82 -> 10.0.0.5
            security nat destination rule-set r rule a match application junos-https | rule a: tcp 203.0.113.5 port 443 -> 10.0.0.5
            security nat destination rule-set r rule a match application junos-http; deactivate security nat destination rule-set r rule a match application junos-http | rule a: any 203.0.113.5 -> 10.0.0.5
            deactivate security nat destination rule-set r rule a        | ''
            security nat destination rule-set r from zone dmz; delete security nat destination rule-set r from zone untrust | ''
            security nat destination rule-set r from zone dmz            | rule a: any 203.0.113.5 -> 10.0.0.5
            security nat destination rule-set r from interface ge-0/0/0.0; delete security nat destination rule-set r from zone | rule a: any 203.0.113.5 -> 10.0.0.5
            """)
    void readsWhatARuleTakes(String commands, String expected) {
        assertThat(only(SET + THEN + commands)).isEqualTo(expected);
    }

    @Test
    void asksStaticRulesFirst() {
        var listed = only(SET + THEN + "security nat static rule-set s from zone untrust;"
                + "security nat static rule-set s rule b match destination-address 203.0.113.0/29;"
                + "security nat static rule-set s rule b then static-nat prefix 10.1.0.0/29");

        assertThat(listed).startsWith("rule b: any 203.0.113.0/29 -> 10.1.0.0/29; rule a:");
    }

    /** One that is to leave packets as they are keeps them from the next. */
    @Test
    void keepsWhatIsExempt() {
        var rules = SrxText.read("security nat destination rule-set r rule o match destination-address 203.0.113.5/32;"
                + "security nat destination rule-set r rule o match source-address 198.51.100.7/32;"
                + "security nat destination rule-set r rule o then destination-nat off;" + SET + THEN + "policy p:");

        assertThat(rules.translations()).hasSize(2);
        assertThat(rules.translations().get(0).isIdle()).isTrue();
        assertThat(rules.translations().get(1).isExact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            security nat destination rule-set r from routing-instance x; delete security nat destination rule-set r from zone
            security nat destination rule-set r rule a match source-address-name nowhere
            security nat destination rule-set r rule a then destination-nat pool nowhere
            security nat destination rule-set r rule a match application nowhere
            security nat destination rule-set q from interface ge-0/0/0.0; security nat destination rule-set q rule b match destination-address 203.0.113.9/32; security nat destination rule-set q rule b then destination-nat pool p
            """)
    void tellsWhatMayApplyOrNot(String commands) {
        assertThat(SrxText.read(SET + THEN + commands + ";policy p:").notes())
                .anySatisfy(note -> assertThat(note).contains("this translation may apply or not"));
    }
}
