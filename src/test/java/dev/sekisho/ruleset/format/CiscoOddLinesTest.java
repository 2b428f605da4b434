package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single lines that a device refuses or nobody knows, and what "show access-list" prints. */
class CiscoOddLinesTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet WEB = Packet.tcp("198.51.100.7", "10.0.0.5", 80);
    private static final Packet OTHER = Packet.tcp("198.51.100.7", "10.0.0.6", 22);

    private static RuleSet ios(String lines) {
        return Format.CISCO_IOS.read("version 15.2\n" + lines + "\nend\n", GuardSelector.acl("A"));
    }

    private static RuleSet asa(String lines) {
        return Format.CISCO_ASA.read("ASA Version 9.8(2)\n" + lines + "\n: end\n", GuardSelector.acl("A"));
    }

    private static String lines(String text) {
        return text.replace(';', '\n');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit tcp any                        | DOUBT  | DOUBT
            permit tcp any any eq                 | DOUBT  | DOUBT
            permit tcp any any eq x1              | DOUBT  | DOUBT
            permit tcp any any eq 70000           | DOUBT  | DOUBT
            permit tcq any any                    | DOUBT  | DOUBT
            permit tcp 10.0.0.256 0.0.0.255 any   | DOUBT  | DOUBT
            permit                                | DOUBT  | DOUBT
            allow tcp any any                     | DOUBT  | DOUBT
            permit tcp 198.51.100.7 any eq 22     | DOUBT  | CLOSED
            permit tcp 198.51.100.8 any eq 22     | CLOSED | CLOSED
            deny tcp 198.51.100.7 any eq 22       | CLOSED | CLOSED
            deny tcq any any                      | CLOSED | CLOSED
            """)
    void anUnreadableEntryIsReadByWhatItBeginsWith(String entry, Answer ssh, Answer web) {
        var router = ios("ip access-list extended A\n " + entry);
        var firewall = asa("access-list A extended " + entry);

        assertThat(Answer.of(router, SSH)).isEqualTo(ssh);
        assertThat(Answer.of(router, WEB)).isEqualTo(web);
        assertThat(Answer.of(firewall, SSH)).isEqualTo(ssh);
        assertThat(Answer.of(firewall, WEB)).isEqualTo(web);
    }

    @ParameterizedTest
    @CsvSource({"deny tcq any any", "deny tcp any any eq", "deny tcp any", "deny tcp 198.51.100.7 any eq 22"})
    void aDenyThatCannotBeReadDeniesNothing(String deny) {
        assertThat(Answer.of(ios("ip access-list extended A\n " + deny + "\n permit ip any any"), SSH))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(asa("access-list A extended " + deny + "\naccess-list A extended permit ip any any"), SSH))
                .isEqualTo(Answer.OPEN);
    }

    @Test
    void tellsLineAndReasonInTheNotes() {
        assertThat(
                        ios("ip access-list extended A\n permit tcq any any\n deny tcp any any eq\n permit tcp any any eq 22")
                                .notes())
                .containsExactly(
                        "line 3: this counts as a permit: a protocol is expected",
                        "line 4: this deny counts as not matching: a port is missing");
        assertThat(asa("object-group service S tcp\n port-object-group eq 443\n"
                                + "access-list A extended permit tcp any host 10.0.0.5 object-group S")
                        .notes())
                .containsExactly("line 3 in group S is not modelled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit | port-object-group eq 443;port-object eq 443   | DOUBT
            permit | port-object eq 443                            | CLOSED
            permit | port-object eq 22                             | OPEN
            permit | port-object range 30 20                       | DOUBT
            permit | port-object range 40 30                       | CLOSED
            deny   | port-object-group eq 443;port-object eq 22    | OPEN
            deny   | port-object range 30 20                       | OPEN
            """)
    void aMemberThatCannotBeReadMakesTheGroupDoubtful(String action, String members, Answer ssh) {
        var group = "object-group service S tcp\n " + members.replace(";", "\n ") + "\n";
        var last = action.equals("deny") ? "access-list A extended permit ip any any" : "";

        assertThat(Answer.of(
                        asa(group + "access-list A extended " + action + " tcp any host 10.0.0.5 object-group S\n"
                                + last),
                        SSH))
                .isEqualTo(ssh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            object network N; range 10.0.0.9 10.0.0.1 | CLOSED | a range that ends before it begins holds no address
            object network N; range 10.0.0.1 10.0.0.9 | OPEN   | and this one does
            object network N; range 10.0.0.1          | DOUBT  | half a range may be anything
            object network N; netrange 10.0.0.1       | DOUBT  | a word that nobody knows may be anything
            object network N; host                    | DOUBT  | a host without an address may be anything
            """)
    void anObjectIsReadAsFarAsItCan(String object, Answer ssh, String because) {
        assertThat(Answer.of(asa(lines(object) + "\naccess-list A extended permit ip any object N"), SSH))
                .as(because)
                .isEqualTo(ssh);
    }

    @Test
    void aGroupThatContainsItselfMayBeAnything() {
        var cycle = "object-group network X\n group-object Y\nobject-group network Y\n group-object X\n"
                + " network-object host 10.0.0.6\n";

        assertThat(Answer.of(asa(cycle + "access-list A extended permit ip any object-group X"), SSH))
                .isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(
                        asa(cycle + "access-list A extended deny ip any object-group X\n"
                                + "access-list A extended permit ip any any"),
                        OTHER))
                .isEqualTo(Answer.OPEN);
    }

    @Test
    void namesThatAreMissingHideNothing() {
        var rules = ios("object-group network\n host 10.0.0.5\nip access-list extended\n deny ip any any\n"
                + "ip access-list extended A\n permit tcp any any eq 22");

        assertThat(Answer.of(rules, SSH)).isEqualTo(Answer.OPEN);
        assertThat(rules.notes()).hasSize(2).allMatch(note -> note.contains("missing"));
    }

    @Test
    void aReversedRangeOfPortsIsTurnedRoundByARouterAndADoubtOnAFirewall() {
        assertThat(Answer.of(ios("ip access-list extended A\n permit tcp any any range 30 20"), SSH))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(asa("access-list A extended permit tcp any any range 30 20"), SSH))
                .isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(
                        asa("access-list A extended deny tcp any any range 30 20\n"
                                + "access-list A extended permit ip any any"),
                        SSH))
                .isEqualTo(Answer.OPEN);
    }

    @Test
    void entriesThatLostTheirSpaceBelongToTheListAboveThem() {
        assertThat(Answer.of(
                        ios("ip access-list extended A\npermit tcp any host 10.0.0.5 eq 22\n20 deny ip any any"), SSH))
                .isEqualTo(Answer.OPEN);
    }

    @Test
    void readsWhatARouterShows() {
        var shown =
                "r1#show access-lists\nStandard IP access list 10\n    10 permit 198.51.100.0, wildcard bits 0.0.0.255"
                        + " (12 matches)\n    20 deny   any\nExtended IP access list A\n"
                        + "    20 deny ip any any log (5 matches)\n    10 permit tcp any host 10.0.0.5 eq 22 (24 matches)\n"
                        + "Reflexive IP access list R\n     permit tcp host 198.51.100.7 host 10.0.0.6 (9 matches) (time left 12)\n"
                        + "IPv6 access list S\n    permit tcp any any eq 22 (8 matches) sequence 10\n";

        assertThat(Answer.of(Format.CISCO_IOS.read(shown, GuardSelector.acl("A")), SSH))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(Format.CISCO_IOS.read(shown, GuardSelector.acl("A")), OTHER))
                .isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(Format.CISCO_IOS.read(shown, GuardSelector.acl("10")), OTHER))
                .isEqualTo(Answer.OPEN);
        assertThat(Answer.of(
                        Format.CISCO_IOS.read(shown, GuardSelector.acl("S").carryingIpv6()),
                        Packet.tcp("2001:db8::1", "2001:db8::2", 22)))
                .isEqualTo(Answer.OPEN);
    }

    private static final String SHOWN = """
            access-list cached ACL log flows: total 0, denied 0 (deny-flow-max 4096)
                        alert-interval 300
            access-list A; 5 elements; name hash: 0x1a2b3c4d
            access-list A line 1 remark partners
            access-list A line 2 extended permit tcp object-group P object S eq ssh (hitcnt=3) 0x11111111
              access-list A line 2 extended permit tcp host 198.51.100.7 host 10.0.0.5 eq ssh (hitcnt=3) 0x22222222
              access-list A line 2 extended permit tcp host 198.51.100.8 host 10.0.0.5 eq ssh (hitcnt=0) 0x33333333
            access-list A line 3 extended permit tcp any host 10.0.0.6 eq ssh inactive (hitcnt=0) (inactive) 0x44444444
            access-list A line 4 extended permit tcp any host 10.0.0.7 eq ssh time-range T (hitcnt=0) (inactive) 0x55555555
            access-list A line 5 extended deny ip any any log informational interval 300 (hitcnt=9) 0x66666666
            """;

    @Test
    void readsWhatAFirewallShows() {
        var rules = Format.CISCO_ASA.read(SHOWN, GuardSelector.unnamed());

        assertThat(Answer.of(rules, SSH)).isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules, WEB)).isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules, OTHER)).isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules, Packet.tcp("198.51.100.9", "10.0.0.5", 22))).isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules, Packet.tcp("198.51.100.9", "10.0.0.7", 22))).isEqualTo(Answer.DOUBT);
    }

    @Test
    void missesElementsThatAreNotShown() {
        var cut = SHOWN.substring(0, SHOWN.indexOf("access-list A line 4"));

        assertThat(Answer.of(Format.CISCO_ASA.read(cut, GuardSelector.unnamed()), WEB))
                .isEqualTo(Answer.DOUBT);
    }

    @Test
    void anAddressThatComesFromANameMayBeAnother() {
        var shown = """
                access-list A; 2 elements; name hash: 0x1a2b3c4d
                access-list A line 1 extended permit tcp any object W eq www (hitcnt=0) 0x11111111
                  access-list A line 1 extended permit tcp any fqdn www.example.com (resolved) eq www 0x22222222
                  access-list A line 1 extended permit tcp any host 10.0.0.5 (www.example.com) eq www (hitcnt=0) 0x33333333
                """;
        var rules = Format.CISCO_ASA.read(shown, GuardSelector.unnamed());

        assertThat(Answer.of(rules, WEB)).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.9", 80))).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(rules, SSH)).isEqualTo(Answer.CLOSED);
    }

    @Test
    void stillRefusesAnotherKindAndWhatIsCut() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_IOS.read(SHOWN, GuardSelector.acl("A")))
                .withMessageContaining("ASA");
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_IOS.read(
                        "version 15.2\nip access-list extended A\n permit tcq", GuardSelector.acl("A")))
                .withMessageContaining("ends before");
    }
}
