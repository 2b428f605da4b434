package dev.sekisho.ruleset.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiscoIosReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static RuleSet read(String text) {
        return Format.CISCO_IOS.read("hostname r1\n" + text + "\n", GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip any any                                        | true
            tcp any any eq 443                                | true
            tcp any any eq 22 443 8080                        | true
            tcp any any eq 22 80 log                          | false
            tcp any any neq 443                               | false
            tcp any any range 442 444                         | true
            tcp any gt 1023 any eq 443                        | true
            tcp any eq 179 any                                | false
            tcp 198.51.100.0 0.0.0.255 any                    | true
            tcp 198.51.100.0 0.0.0.3 any                      | false
            tcp 198.0.100.7 0.255.0.0 any                     | true
            tcp 198.51.96.6 0.0.7.248 any                     | false
            tcp 192.51.4.7 7.0.112.0 any                      | true
            tcp host 198.51.100.7 host 10.9.0.7               | true
            tcp any any established                           | false
            tcp any any ack                                   | false
            tcp any any syn                                   | true
            tcp any any match-all +syn -ack                   | true
            tcp any any match-all +ack -syn                   | false
            tcp any any match-any +ack +rst                   | false
            tcp any any match-any +ack -rst                   | true
            tcp any any eq 443 log WEB-LOG                    | true
            tcp any any log established                       | false
            tcp object-group SIX any                          | false
            ip any any fragments                              | false
            tcp object-group PARTNERS any                     | true
            object-group WEB any any                          | true
            icmp any any echo                                 | false
            esp any any                                       | false
            """)
    void matchesAsTheDeviceDoes(String entry, boolean permitted) {
        var rules = Format.CISCO_IOS.read("""
                object-group network PARTNERS
                 host 203.0.113.1
                 198.51.100.0 255.255.255.0
                object-group v6-network SIX
                 2001:db8::/32
                object-group service WEB
                 tcp eq www
                 tcp eq 443
                ip access-list extended A
                 permit %s
                """.formatted(entry), GuardSelector.acl("A"));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access-list 10 permit 198.51.100.7                                         | true
            access-list 10 permit 198.51.100.0 0.0.0.255                               | true
            access-list 10 permit host 198.51.100.7                                    | true
            access-list 10 permit any log                                              | true
            access-list 10 deny 198.51.100.0 0.0.0.255                                 | false
            access-list 101 permit tcp any any eq 443                                  | true
            access-list 101 remark hello                                               | true
            ip access-list standard S;20 permit any;10 deny 198.51.100.7               | false
            ip access-list extended S;permit tcp any any eq 443;5 deny ip any any      | false
            ip access-list extended S;20 permit ip any any;10 deny tcp any any eq 443  | false
            ip access-list extended S;permit ip 10.0.0.0/8 any;permit tcp any any eq https | true
            ip access-list extended S;evaluate REPLIES;permit tcp any any reflect R timeout 30 | true
            """)
    void readsListsOfEveryKind(String lines, boolean permitted) {
        assertThat(Verdicts.permits(read(lines.replace(";", "\n ")), HTTPS)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time-range OFFICE",
                "dscp ef",
                "ttl eq 1",
                "option any-options",
                "precedence critical",
                "tos max-reliability",
                "frobnicate",
                "log frobnicate 7",
                "match-any +ece +ack",
                "match-all +syn +ece"
            })
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String option) {
        var rules = read(
                "access-list 101 deny udp any any " + option + "\naccess-list 101 permit tcp any any eq 443 " + option);

        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.opaque()).hasSize(1);
        assertThat(rules.notes()).isNotEmpty();
        assertThat(read("access-list 7 permit 0.0.0.1 255.255.255.254").hasOpaque())
                .isTrue();
    }

    @Test
    void readsIpv6ListsWithTheirImplicitNeighborDiscovery() {
        var rules = read(
                "ipv6 access-list SIX\n permit tcp 2001:db8::/32 any eq 443\n sequence 5 deny tcp host 2001:db8::9 any");

        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::7", "2001:db9::7", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::9", "2001:db9::7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.icmp("2001:db8::7", "2001:db9::7", 135)))
                .isTrue();
        assertThat(Verdicts.decider(rules, HTTPS))
                .hasValueSatisfying(rule -> assertThat(rule.opaque()).contains("IPv4"));
    }

    @Test
    void findsTheListOfAnInterface() {
        var text = """
                hostname r1
                interface Gi0/0
                 ip access-group IN in
                 ipv6 address 2001:db8::1/64
                interface Gi0/1
                 ip access-group MISSING in
                ip access-list extended IN
                 permit tcp any any eq 443
                """;
        var first = Format.CISCO_IOS.read(text, GuardSelector.interfaceNamed("gi0/0"));
        var second = Format.CISCO_IOS.read(text, GuardSelector.interfaceNamed("Gi0/1"));
        var leaving = Format.CISCO_IOS.read(
                text, GuardSelector.interfaceNamed("Gi0/0").with(GuardSelector.Key.DIRECTION, "OUT"));

        assertThat(Verdicts.permits(first, HTTPS)).isTrue();
        assertThat(Verdicts.permits(first, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(first, Packet.tcp("2001:db8::7", "2001:db9::7", 22)))
                .isTrue();
        assertThat(Verdicts.permits(second, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isTrue();
        assertThat(Verdicts.permits(second, Packet.tcp("2001:db8::7", "2001:db9::7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(leaving, HTTPS)).isTrue();
        assertThat(second.notes()).anyMatch(note -> note.contains("not defined"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access-list X extended permit ip any any        | an ASA
            config firewall policy                          | no Cisco
            """)
    void refusesWithPlaceAndReason(String line, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read(line))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal.line()).isEqualTo(2);
                });
    }

    @Test
    void refusesARunningConfigurationWithoutItsEnd() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read("version 15.2\naccess-list 101 permit ip any any"))
                .withMessageContaining("ends before its 'end'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            banner motd ^C;access-list 101 permit ip any any;ip access-list extended 101;^C      | false
            banner login #;access-list 101 permit ip any any;#                                   | false
            banner exec ^CAuthorized only^C;access-list 101 permit tcp any any eq 443            | true
            banner motd #one line#;access-list 101 permit tcp any any eq 443                     | true
            """)
    void takesNoBannerForACommand(String lines, boolean permitted) {
        var text = lines.replace(";", "\n") + "\naccess-list 101 deny ip any any";

        assertThat(Verdicts.permits(read(text), HTTPS)).isEqualTo(permitted);
    }

    @Test
    void refusesABannerThatDoesNotEnd() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read("banner motd ^C\naccess-list 101 permit ip any any"))
                .withMessageContaining("ends before");
    }

    @Test
    void passesOverSettingsThatLookLikeLists() {
        var rules = read("access-list compiled\naccess-list rate-limit 1 5\naccess-list 101 permit tcp any any eq 443");

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
    }

    @Test
    void ordersByANumberThatStandsBehindTheEntryToo() {
        var rules = read(
                "ipv6 access-list SIX\n permit tcp any any sequence 20\n deny tcp host 2001:db8::9 any sequence 10");

        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::9", "2001:db9::7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::8", "2001:db9::7", 443)))
                .isTrue();
    }

    @Test
    void leavesOpaqueWhatAZonePolicyDecidesToo() {
        var text = """
                hostname r1
                interface GigabitEthernet0/0
                 zone-member security PARTNER
                 ip access-group IN in
                ip access-list extended IN
                 deny tcp any any eq 443
                 permit ip any any
                """;
        var rules = Format.CISCO_IOS.read(text, GuardSelector.interfaceNamed("GigabitEthernet 0/0"));

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isTrue();
        assertThat(rules.opaque()).hasSize(1);
    }

    @Test
    void readsASessionWithItsPageBreaks() {
        var wiped = "\b".repeat(9) + " ".repeat(8) + "\b".repeat(9);
        var session = "r1#show running-config\r\nBuilding configuration...\r\n\r\nversion 15.2\r\n"
                + "ip access-list extended A\r\n"
                + " --More-- " + wiped + " permit tcp any any eq 443\r\n"
                + " --More-- " + wiped + "ip access-list extended B\r\n permit ip any any\r\nend\r\n\r\nr1#\r\n";
        var rules = Format.CISCO_IOS.read(session, GuardSelector.acl("A"));

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
    }
}
