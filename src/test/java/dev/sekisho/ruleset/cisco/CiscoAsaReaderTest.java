package dev.sekisho.ruleset.cisco;

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
import org.junit.jupiter.params.provider.ValueSource;

class CiscoAsaReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static final String DEVICE = """
            ASA Version 9.9(2)
            hostname fw1
            enable password CANARY1 encrypted
            interface GigabitEthernet0/0
             nameif outside
             security-level 0
            interface GigabitEthernet0/1
             nameif inside
            interface GigabitEthernet0/2
             nameif dmz
             security-level 50
            object network WEB
             host 10.9.0.7
            object network PARTNER
             subnet 198.51.100.0 255.255.255.0
            object network POOL
             range 10.9.0.5 10.9.0.9
            object network NAMED
             fqdn www.example.com
            object service HTTPS
             service tcp destination eq https
            object service HIGH
             service tcp source gt 1023
            object-group network SERVERS
             network-object object WEB
             network-object host 10.9.0.8
            object-group network ALL
             group-object SERVERS
             network-object 10.8.0.0 255.255.0.0
            object-group service WEBPORTS tcp
             port-object eq https
             port-object range 8000 8010
            object-group service MIXED
             service-object tcp destination eq 443
             service-object udp destination eq domain
             service-object icmp echo
            object-group protocol TU
             protocol-object tcp
             protocol-object udp
            object-group icmp-type PINGS
             icmp-object echo
            """;

    private static RuleSet read(String... entries) {
        return Format.CISCO_ASA.read(DEVICE + String.join("\n", entries) + "\n", GuardSelector.unnamed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip any any                                                   | true
            ip any4 any4                                                 | true
            ip any6 any6                                                 | false
            tcp any any eq https                                         | true
            tcp any any eq 443 log                                       | true
            tcp any any eq 443 log informational interval 300            | true
            tcp any any eq 443 log disable                               | true
            tcp any any eq 443 inactive                                  | false
            tcp any any neq 443                                          | false
            tcp any any gt 442                                           | true
            tcp any any lt 443                                           | false
            tcp any any range 400 500                                    | true
            tcp any range 1024 65535 any eq 443                          | true
            tcp any eq 22 any eq 443                                     | false
            udp any any eq 443                                           | false
            6 any any                                                    | true
            tcp host 198.51.100.7 host 10.9.0.7 eq 443                   | true
            tcp 198.51.100.0 255.255.255.0 10.0.0.0 255.0.0.0            | true
            tcp 198.51.100.0 255.255.255.252 any                         | false
            tcp object PARTNER object WEB eq 443                         | true
            tcp object PARTNER object POOL eq 443                        | true
            tcp object PARTNER object-group SERVERS eq 443               | true
            tcp any object-group ALL object-group WEBPORTS               | true
            tcp any object-group WEBPORTS any                            | false
            object HTTPS any any                                         | true
            object HIGH any any                                          | true
            object-group MIXED any object WEB                            | true
            object-group TU any any eq 443                               | true
            tcp any any object-group WEBPORTS log                        | true
            icmp any any object-group PINGS                              | false
            """)
    void matchesAsTheDeviceDoes(String entry, boolean permitted) {
        var rules = read("access-list A extended permit " + entry);

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            icmp any any echo                    | 8  | true
            icmp any any echo-reply              | 8  | false
            icmp any any object-group PINGS      | 8  | true
            object-group MIXED any any           | 8  | true
            object icmp-echo any any             | 8  | true
            icmp any any 3                       | 8  | false
            icmp any any                         | 8  | true
            """)
    void readsMessageTypes(String entry, int type, boolean permitted) {
        var rules = read("access-list A extended permit " + entry);

        assertThat(Verdicts.permits(rules, Packet.icmp("198.51.100.7", "10.9.0.7", type)))
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp any any eq 443 time-range OFFICE",
                "tcp any any eq 443 log time-range OFFICE",
                "tcp any any eq 443 frobnicate",
                "tcp any any eq 443 frobnicate 7 log",
                "tcp object-group-security G any any",
                "tcp any security-group tag 5 any",
                "tcp user-group CORP\\\\x any any eq 443",
                "tcp any object NAMED eq 443",
                "tcp any object MISSING eq 443",
                "tcp user CORP\\joe any any eq 443",
                "tcp any interface outside eq 443",
                "object MISSING any any"
            })
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String entry) {
        var permits = read("access-list A extended permit " + entry);
        var denies = read("access-list A extended deny " + entry, "access-list A extended permit ip any any");

        assertThat(permits.opaque()).hasSize(1);
        assertThat(Verdicts.permits(permits, HTTPS)).isTrue();
        assertThat(denies.rules()).hasSize(1);
        assertThat(denies.notes()).isNotEmpty();
    }

    @Test
    void followsTheOrderAndEndsInAnImplicitDeny() {
        var rules = read(
                "access-list A remark password CANARY1",
                "access-list A line 2 extended deny tcp any host 10.9.0.7 eq 443",
                "access-list A extended permit tcp any any");

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 80)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.7", 80)))
                .isFalse();
        assertThat(rules.rules()).extracting(rule -> rule.line()).containsExactly(43, 44);
        assertThat(rules.toString()).doesNotContain("CANARY");
    }

    @Test
    void takesTheListTheGuardNames() {
        var text =
                DEVICE + "access-list A extended deny tcp any any eq 443\naccess-list A extended permit tcp any any\n"
                        + "access-list B extended permit ip any any\n";

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(text, GuardSelector.acl("A")), HTTPS))
                .isFalse();
        assertThat(Verdicts.permits(Format.CISCO_ASA.read(text, GuardSelector.acl("B")), HTTPS))
                .isTrue();
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.CISCO_ASA.read(text, GuardSelector.unnamed()))
                .withMessageContaining("name the acl");
    }

    @Test
    void appliesInterfaceAndGlobalListsInTurn() {
        var text = DEVICE
                + "access-list IN extended permit tcp any any eq 443\naccess-list G extended permit udp any any\n"
                + "access-list OUT extended deny tcp any host 10.9.0.7\naccess-list OUT extended permit ip any any\n"
                + "access-group IN in interface outside\naccess-group G global\naccess-group OUT out interface inside\n";
        var outside = Format.CISCO_ASA.read(text, GuardSelector.interfaceNamed("outside"));
        var toInside = Format.CISCO_ASA.read(
                text, GuardSelector.interfaceNamed("outside").with(GuardSelector.Key.OUT_INTERFACE, "inside"));

        assertThat(Verdicts.permits(outside, HTTPS)).isTrue();
        assertThat(Verdicts.permits(outside, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isTrue();
        assertThat(Verdicts.permits(outside, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(toInside, HTTPS)).isFalse();
        assertThat(Verdicts.permits(toInside, Packet.tcp("198.51.100.7", "10.9.0.8", 443)))
                .isTrue();
        assertThat(Verdicts.permits(toInside, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"outside, inside, false", "inside, outside, true", "dmz, outside, true", "dmz, inside, false"})
    void letsSecurityLevelsDecideWithoutAList(String from, String to, boolean permitted) {
        var guard = GuardSelector.interfaceNamed(from).with(GuardSelector.Key.OUT_INTERFACE, to);

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(DEVICE, guard), HTTPS))
                .isEqualTo(permitted);
    }

    @Test
    void leavesSecurityLevelsOpaqueIfTheWayOutIsUnknown() {
        assertThat(Format.CISCO_ASA
                        .read(DEVICE, GuardSelector.interfaceNamed("dmz"))
                        .hasOpaque())
                .isTrue();
        assertThat(Format.CISCO_ASA
                        .read(DEVICE, GuardSelector.interfaceNamed("outside"))
                        .rules())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip access-list extended X                     | 1  | IOS
            """)
    void refusesWithPlaceAndReason(String entry, int column, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> read(entry))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal.line()).isEqualTo(42);
                    assertThat(refusal.column()).isEqualTo(column);
                });
    }

    @Test
    void refusesWhatIsCutShort() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_ASA.read(": Saved\n" + DEVICE, GuardSelector.acl("A")))
                .withMessageContaining("ends before");
    }

    @Test
    void refusesGroupsThatNestTooDeep() {
        var deep = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            deep.append("object-group network G")
                    .append(i)
                    .append("\n group-object G")
                    .append(i + 1)
                    .append('\n');
        }
        var text = deep + "access-list L extended permit ip object-group G0 any\n";

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_ASA.read(text, GuardSelector.acl("L")))
                .satisfies(refusal -> assertThat(refusal.reason()).contains("deeper"));
    }

    @Test
    void resolvesNamesOfAddresses() {
        var text = """
                names
                name 10.9.0.7 web description the web server
                name 198.51.100.0 partner
                object-group network G
                 network-object host web
                access-list A extended permit tcp partner 255.255.255.0 host web eq 443
                access-list B extended permit tcp any object-group G eq 443
                access-list alert-interval 300
                access-list deny-flow-max 4096
                """;

        for (var list : new String[] {"A", "B"}) {
            var rules = Format.CISCO_ASA.read(text, GuardSelector.acl(list));
            assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
            assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.8", 443)))
                    .isFalse();
            assertThat(rules.hasOpaque()).isFalse();
        }
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.CISCO_ASA.read(text, GuardSelector.unnamed()))
                .withMessageEndingWith("it has A, B");
    }

    @Test
    void findsTheListOfAnInterfaceByItsHardwareNameToo() {
        var text = DEVICE + "access-list OUT extended deny tcp any any\naccess-list OUT extended permit ip any any\n"
                + "access-group OUT out interface inside\n";
        var guard = GuardSelector.interfaceNamed("GigabitEthernet0/1").with(GuardSelector.Key.DIRECTION, "OUT");

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(text, guard), HTTPS)).isFalse();
    }

    @Test
    void turnsTrafficBackOnlyWhereThatIsAllowed() {
        var guard = GuardSelector.interfaceNamed("dmz").with(GuardSelector.Key.OUT_INTERFACE, "dmz");
        var inter = DEVICE + "same-security-traffic permit inter-interface\n";
        var intra = DEVICE + "same-security-traffic permit intra-interface\n";

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(inter, guard), HTTPS)).isFalse();
        assertThat(Verdicts.permits(Format.CISCO_ASA.read(intra, guard), HTTPS)).isTrue();
    }

    @Test
    void readsASessionWithItsPageBreaks() {
        var session = "fw1# show running-config\r\n: Saved\r\n:\r\nASA Version 9.9(2)\r\n"
                + "object-group network G\r\n"
                + "<--- More --->\r              \r network-object host 10.9.0.7\r\n"
                + "<--- More --->\r              \raccess-list A extended permit tcp any object-group G eq 443\r\n"
                + "<--- More --->\r\n: end\r\nfw1# \r\n";

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(session, GuardSelector.unnamed()), HTTPS))
                .isTrue();
    }

    @Test
    void refusesAPageBreakThatHidesHowALineBegins() {
        var session = "ASA Version 9.9(2)\n<--- More --->              access-list A extended permit ip any any\n";

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_ASA.read(session, GuardSelector.unnamed()))
                .withMessageStartingWith("line 2, column 1")
                .withMessageContaining("page break");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object-group network G;network-object frob",
                "object-group network G;network-object host 10.9.0.256",
                "object-group network G;frobnicate 10.9.0.7",
                "object-group network G;network-object object NAMED"
            })
    void takesAnUnknownMemberOfAGroupForAnything(String group) {
        assertUnknown(group, "tcp any object-group G eq 443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object-group service G tcp;port-object-group eq 22",
                "object-group service G tcp;port-object eq 443 frob",
                "object-group service G tcp;port-object eq frob",
                "object-group service G tcp;group-object MISSING"
            })
    void takesAnUnknownServiceOfAGroupForAny(String group) {
        assertUnknown(group, "tcp any any object-group G");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object-group service G;service-object tcp destination eq 443 frob",
                "object-group protocol G;protocol-object frob",
                "object-group protocol G;protocol-object tcp frob"
            })
    void takesAnUnknownProtocolOfAGroupForAny(String group) {
        assertUnknown(group, "object-group G any any");
    }

    private static void assertUnknown(String group, String entry) {
        var lines = group.replace(";", "\n ") + "\naccess-list A extended ";
        var permits = read(lines + "permit " + entry);
        var denies = read(lines + "deny " + entry, "access-list A extended permit ip any any");

        assertThat(Verdicts.decider(permits, HTTPS))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(denies, HTTPS)).isTrue();
    }
}
