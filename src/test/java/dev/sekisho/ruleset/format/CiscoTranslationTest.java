package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address the rules speak of, and what lies behind it. */
class CiscoTranslationTest {

    private static final Packet RDP = Packet.tcp("198.51.100.7", "10.0.0.5", 3389);

    private static final String INTERFACES = """
            interface GigabitEthernet0/0
             nameif outside
             security-level 0
             ip address 203.0.113.2 255.255.255.0
            interface GigabitEthernet0/1
             nameif inside
             security-level 100
             ip address 10.0.0.1 255.255.255.0
            access-group OUT in interface outside
            """;

    private static RuleSet asa(String version, String more) {
        return Format.CISCO_ASA.read(
                "ASA Version " + version + "\n" + INTERFACES + more.replace(";", "\n") + "\n: end\n",
                GuardSelector.interfaceNamed("outside").carryingIpv6());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            static (inside,outside) 203.0.113.5 10.0.0.5 netmask 255.255.255.255                 | ip any host 203.0.113.5                | true  | false
            static (inside,outside) 203.0.113.5 10.0.0.5                                         | tcp any host 203.0.113.5 eq 3389       | true  | false
            static (inside,outside) 203.0.113.0 10.0.0.0 netmask 255.255.255.0                   | ip any host 203.0.113.5                | true  | false
            static (inside,outside) 203.0.113.0 10.0.0.0 netmask 255.255.255.0                   | ip any host 203.0.113.6                | false | false
            static (dmz,inside) 203.0.113.5 10.0.0.5                                             | ip any host 203.0.113.5                | false | false
            static (inside,outside) tcp 203.0.113.5 33389 10.0.0.5 3389                          | tcp any host 203.0.113.5 eq 33389      | true  | false
            static (inside,outside) tcp 203.0.113.5 33389 10.0.0.5 3389                          | tcp any host 203.0.113.5 eq 3389       | false | false
            static (inside,outside) tcp interface 3389 10.0.0.5 3389                             | tcp any interface outside eq 3389      | true  | false
            static (inside,outside) 203.0.113.5 access-list POL                                  | ip any host 203.0.113.5                | true  | false
            name 203.0.113.5 web;name 10.0.0.5 srv;static (inside,outside) web srv               | ip any host web                        | true  | false
            nat (inside) 1 10.0.0.0 255.255.255.0;global (outside) 1 203.0.113.50-203.0.113.60   | ip any host 203.0.113.51               | true  | true
            nat (inside) 1 10.0.0.0 255.255.255.0;global (outside) 1 interface                   | ip any host 203.0.113.2                | false | false
            nat (inside) 1 10.0.0.0 255.255.255.0;global (outside) 1 203.0.113.9                 | ip any host 203.0.113.9                | false | false
            static (inside,outside) 203.0.113.5 10.0.0.5                                         | ip any host 10.0.0.5                   | false | false
            static (inside,outside) 203.0.113.5 10.0.0.5;nat (inside) 0 access-list POL          | ip any host 10.0.0.5                   | true  | false
            nat (inside) 0 0.0.0.0 0.0.0.0                                                       | ip any host 10.0.0.5                   | true  | false
            """)
    void readsAListOfTheOldReleaseAsOneOfOuterAddresses(
            String translation, String entry, boolean permitted, boolean opaque) {
        var rules = asa(
                "8.2(5)",
                "access-list POL extended permit ip host 10.0.0.5 198.51.100.0 255.255.255.0;" + translation
                        + ";access-list OUT extended permit " + entry);

        assertThat(Verdicts.permits(rules, RDP)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }

    @Test
    void aDenyOfOneOuterAddressHidesNoOther() {
        var rules = asa(
                "8.2(5)",
                "static (inside,outside) tcp 203.0.113.5 3389 10.0.0.5 3389;"
                        + "static (inside,outside) tcp 203.0.113.6 3389 10.0.0.5 3389;"
                        + "access-list OUT extended deny ip any host 203.0.113.5;"
                        + "access-list OUT extended permit ip any host 203.0.113.6");

        assertThat(Verdicts.permits(rules, RDP)).isTrue();
        assertThat(rules.translations()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            object network N; host 10.0.0.5; nat (inside,outside) static 203.0.113.5                          | any 203.0.113.5 -> 10.0.0.5
            object network N; subnet 10.0.0.0 255.255.255.0; nat (inside,outside) static 203.0.113.0          | any 203.0.113.0/24 -> 10.0.0.0/24
            object network N; host 10.0.0.5; nat (inside,outside) static 203.0.113.5 service tcp 443 8443     | tcp 203.0.113.5 port 8443 -> 10.0.0.5 port 443
            object network N; host 10.0.0.5; nat (inside,outside) static interface service tcp 443 8443       | tcp 203.0.113.2 port 8443 -> 10.0.0.5 port 443
            object network R; host 10.0.0.5;object network M; host 203.0.113.5;nat (inside,outside) source static R M | any 203.0.113.5 -> 10.0.0.5
            object network R; host 10.0.0.5;object network M; host 203.0.113.5;nat (any,any) after-auto source static R M | any 203.0.113.5 -> 10.0.0.5
            object network R; host 10.0.0.5;object network M; host 203.0.113.5;nat (outside,inside) source static any any destination static M R | any 203.0.113.5 -> 10.0.0.5
            object network R; host 10.0.0.5;nat (inside,outside) source static R R                            | any 10.0.0.5 -> itself
            """)
    void tellsTheTranslationsOfTheNewRelease(String lines, String translation) {
        var rules = asa("9.8(2)", lines + ";access-list OUT extended permit ip any host 10.0.0.5");

        assertThat(Verdicts.permits(rules, RDP)).isTrue();
        assertThat(rules.translations())
                .singleElement()
                .satisfies(one -> assertThat(one.toString()).endsWith(translation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            object network R; host 10.0.0.5;object network M; host 203.0.113.5;nat (inside,outside) source static R M unidirectional
            object network R; host 10.0.0.5;object network M; host 203.0.113.5;nat (inside,outside) source static R M inactive
            object network N; subnet 10.0.0.0 255.255.255.0; nat (inside,outside) dynamic interface
            object network N; host 10.0.0.5; nat (inside,dmz) static 203.0.113.5
            """)
    void tellsNoneThatLetsNobodyIn(String lines) {
        assertThat(asa("9.8(2)", lines + ";access-list OUT extended permit ip any any")
                        .translations())
                .isEmpty();
    }

    private static RuleSet ios(String translation, String entry, String role) {
        return Format.CISCO_IOS.read(
                """
                version 15.2
                interface GigabitEthernet0/0
                 ip address 203.0.113.2 255.255.255.0
                 ip access-group IN in
                 %s
                ip access-list standard LAN
                 permit 10.0.0.0 0.0.0.255
                ip access-list standard VIRTUAL
                 permit 203.0.113.5
                %s
                ip access-list extended IN
                 permit %s
                end
                """.formatted(role, translation.replace(";", "\n"), entry),
                GuardSelector.interfaceNamed("GigabitEthernet0/0").carryingIpv6());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip nat inside source static 10.0.0.5 203.0.113.5                                         | ip any host 203.0.113.5       | ip nat outside | true  | false
            ip nat inside source static 10.0.0.5 203.0.113.5                                         | ip any host 203.0.113.5       | ip nat inside  | false | false
            ip nat inside source static 10.0.0.5 203.0.113.5 extendable                              | ip any host 203.0.113.5       | ip nat outside | true  | false
            ip nat inside source static tcp 10.0.0.5 3389 203.0.113.5 33389 extendable               | tcp any any eq 33389          | ip nat outside | true  | false
            ip nat inside source static tcp 10.0.0.5 3389 203.0.113.5 33389                          | tcp any host 203.0.113.5 eq 3389 | ip nat outside | false | false
            ip nat inside source static tcp 10.0.0.5 3389 interface GigabitEthernet0/0 33389         | tcp any host 203.0.113.2 eq 33389 | ip nat outside | true  | false
            ip nat inside source static udp 10.0.0.5 3389 203.0.113.5 3389                           | ip any host 203.0.113.5       | ip nat outside | false | false
            ip nat inside source static network 10.0.0.0 203.0.113.0 /24                             | ip any host 203.0.113.5       | ip nat outside | true  | false
            ip nat inside source static network 10.0.0.0 203.0.113.0 255.255.255.0                   | ip any host 203.0.113.6       | ip nat outside | false | false
            ip nat pool P 203.0.113.50 203.0.113.60 prefix-length 24;ip nat inside source list LAN pool P | ip any host 203.0.113.51 | ip nat outside | true  | true
            ip nat pool P 203.0.113.50 203.0.113.60 prefix-length 24;ip nat inside source list LAN pool P overload | ip any host 203.0.113.51 | ip nat outside | false | false
            ip nat inside source list LAN interface GigabitEthernet0/0 overload                      | ip any host 203.0.113.2       | ip nat outside | false | false
            ip nat pool R 10.0.0.5 10.0.0.8 prefix-length 24 type rotary;ip nat inside destination list VIRTUAL pool R | tcp any host 203.0.113.5 | ip nat outside | true | true
            ip nat outside source static 10.0.0.5 10.9.9.9                                           | ip any host 10.9.9.9          | ip nat inside  | true  | false
            ip nat source static 10.0.0.5 203.0.113.5                                                | ip any host 203.0.113.5       | ip nat enable  | true  | false
            ip nat inside source static nonsense 203.0.113.5                                         | ip any host 203.0.113.5       | ip nat outside | true  | true
            """)
    void readsTheListOfARouterAsOneOfOuterAddresses(
            String translation, String entry, String role, boolean permitted, boolean opaque) {
        var rules = ios(translation, entry, role);

        assertThat(Verdicts.permits(rules, RDP)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permit tcp any host 192.0.2.9 eq 443             | true  | false
            permit tcp host 203.0.113.5 host 192.0.2.9       | true  | true
            permit tcp host 203.0.113.5 host 192.0.2.8       | false | true
            deny tcp host 203.0.113.5 any; permit ip any any | true  | false
            deny tcp any any; permit ip any any              | false | false
            """)
    void knowsThatWhatLeavesHasOtherSourcesByThen(String entries, boolean permitted, boolean opaque) {
        var rules = Format.CISCO_IOS.read(
                """
                version 15.2
                interface GigabitEthernet0/0
                 ip address 203.0.113.2 255.255.255.0
                 ip nat outside
                 ip access-group OUT out
                ip nat inside source static 10.0.0.5 203.0.113.5
                ip access-list extended OUT
                 %s
                end
                """.formatted(entries.replace(";", "\n")),
                GuardSelector.interfaceNamed("GigabitEthernet0/0").with(GuardSelector.Key.DIRECTION, "OUT"));

        assertThat(Verdicts.permits(rules, Packet.tcp("10.0.0.5", "192.0.2.9", 443)))
                .isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }
}
