package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration decides nothing about an address family of which it says nothing. */
class CiscoFamiliesTest {

    private static final Packet FOUR = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet SIX = Packet.tcp("2001:db8:9::1", "2001:db8:aa::5", 22);

    private static String verdict(RuleSet rules, Packet packet) {
        var decider = Verdicts.decider(rules, packet);
        return !Verdicts.permits(rules, packet)
                ? "closed"
                : decider.filter(Rule::isOpaque).isPresent() ? "unknown" : "open";
    }

    private static String verdicts(Format format, String text, GuardSelector guard) {
        var rules = format.read(text.replace(";", "\n") + "\n", guard.carryingIpv6());
        return verdict(rules, FOUR) + " " + verdict(rules, SIX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ASA Version 8.4(7)  |                                 | access-list A permit ip any any;access-group A in interface outside           | open unknown
            ASA Version 8.4(7)  |                                 | access-list A deny ip any any;access-group A in interface outside             | closed unknown
            ASA Version 8.4(7)  | ip address 203.0.113.2 255.255.255.0 | access-list A deny ip any any;access-group A in interface outside;: end  | closed closed
            ASA Version 8.4(7)  | ipv6 address 2001:db8::1/64     | access-list A permit ip any any;access-group A in interface outside           | open closed
            ASA Version 8.4(7)  | ipv6 enable                     | ipv6 access-list B permit ip any any;access-group B in interface outside      | closed open
            ASA Version 8.4(7)  |                                 | ipv6 access-list B line 1 permit tcp any any eq 22;access-group B global      | closed unknown
            ASA Version 9.8(2)  | ipv6 enable                     | access-list A extended permit ip any any;access-group A in interface outside  | open open
            ASA Version 9.8(2)  | ipv6 enable                     | access-list A extended permit ip any4 any4;access-group A in interface outside | open closed
            ASA Version 9.8(2)  |                                 | access-list A extended permit ip any6 any6;access-group A in interface outside | closed open
            ASA Version 9.8(2)  |                                 | access-list A extended deny ip any any;access-group A in interface outside    | closed closed
            hostname fw         |                                 | access-list A extended deny ip any any;access-group A in interface outside    | closed unknown
            hostname fw         |                                 | access-list A extended deny ip any4 any4;access-group A in interface outside  | closed closed
            """)
    void ofAnAsaDependOnItsRelease(String version, String six, String lists, String expected) {
        var text = version + ";interface GigabitEthernet0/0; nameif outside; security-level 0; "
                + (six == null ? "speed 100" : six) + ";" + lists;

        assertThat(verdicts(Format.CISCO_ASA, text, GuardSelector.interfaceNamed("outside")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ASA Version 8.4(7) | access-list L permit tcp any any eq 22      | open unknown
            ASA Version 8.4(7) | ipv6 access-list L permit tcp any any eq 22 | unknown open
            ASA Version 8.4(7) | ipv6 access-list L deny ip any any          | unknown closed
            ASA Version 9.8(2) | access-list L extended permit ip any any    | open open
            ASA Version 9.8(2) | access-list L extended deny ip any any      | closed closed
            """)
    void ofAListOfAnAsa(String version, String list, String expected) {
        assertThat(verdicts(Format.CISCO_ASA, version + ";" + list, GuardSelector.acl("L")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip access-list extended L; permit ip any any | open unknown
            ip access-list extended L; deny ip any any   | closed unknown
            ipv6 access-list L; permit ipv6 any any      | unknown open
            ipv6 access-list L; deny ipv6 any any        | unknown closed
            """)
    void ofAListOfARouter(String list, String expected) {
        assertThat(verdicts(Format.CISCO_IOS, list, GuardSelector.acl("L"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip address 10.0.0.1 255.0.0.0; ip access-group A in                              | closed closed
            ip access-group A in                                                             | closed unknown
            ip access-group A in; ipv6 address 2001:db8::1/64                                | closed open
            ip access-group A in; ipv6 enable; ipv6 traffic-filter B in                      | closed open
            ip access-group A in; ipv6 traffic-filter A6 in                                  | closed closed
            ipv6 address 2001:db8::1/64; ipv6 traffic-filter A6 in                           | open closed
            """)
    void ofAnInterfaceOfARouter(String lines, String expected) {
        var text = "version 15.2;interface Gi0/0; " + lines + ";ip access-list extended A; deny ip any any;"
                + "ipv6 access-list A6; deny ipv6 any any;ipv6 access-list B; permit ipv6 any any;end";

        assertThat(verdicts(Format.CISCO_IOS, text, GuardSelector.interfaceNamed("Gi0/0")))
                .isEqualTo(expected);
    }

    @Test
    void areNotAskedForWhereTheLinkHasNone() {
        var rules = Format.CISCO_IOS.read("access-list 101 deny ip any any\n", GuardSelector.acl("101"));

        assertThat(rules.hasOpaque()).isFalse();
    }
}
