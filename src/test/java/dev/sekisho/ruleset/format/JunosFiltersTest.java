package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packet filters of Junos, on a router alone and around the policies of a firewall. */
class JunosFiltersTest {

    /** "F" stands for the filter f of IPv4, "F6" for that of IPv6. */
    private static String written(String commands) {
        return SrxText.commands(commands.replace("F6 ", "firewall family inet6 filter f term ")
                .replace("F ", "firewall family inet filter f term "));
    }

    private static RuleSet read(String commands, String guard) {
        return Format.JUNOS.read("set version 20.4R3\n" + written(commands), JunosZonesTest.guard(guard));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F a then accept                                                           | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a then discard                                                          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a from protocol udp; F a then accept                                    | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a then count x                                                          | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from protocol tcp                                                     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a then reject tcp-reset; F b then accept                                | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a then next term; F b then discard                                      | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a then count x; F a then next term; F b then accept                     | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a then accept; F b then discard; insert F b before term a               | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a then discard; F b then accept; deactivate F a                         | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a then policer p; F a then accept                                       | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from source-address 198.51.100.0/24; F a then accept                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from source-address 198.51.100.0/24; F a from source-address 192.0.2.0/24; F a then accept | tcp 198.51.101.7 10.0.0.5 22 | CLOSED
            F a from source-address 198.51.100.0/24; F a from source-address 198.51.100.0/28 except; F a then accept | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            F a from source-address 198.51.100.0/28 except; F a from source-address 198.51.100.0/24; F a then accept | tcp 198.51.100.17 10.0.0.5 22 | OPEN
            F a from source-address 0.0.0.0/0; F a from source-address 198.51.100.0/24 except; F a from source-address 198.51.100.7/32; F a then accept | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from address 10.0.0.0/8; F a then accept                              | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from address 10.0.0.0/8; F a then discard; F b then accept            | tcp 10.0.0.5 198.51.100.7 22     | CLOSED
            F a from source-prefix-list l; F a then accept; policy-options prefix-list l 198.51.100.0/24 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from source-prefix-list l; F a from source-prefix-list m except; F a then accept; policy-options prefix-list l 198.51.100.0/24; policy-options prefix-list m 198.51.100.7/32 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            F a from destination-prefix-list l; F a then accept; policy-options prefix-list l 192.0.2.0/24 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            F a from protocol tcp destination-port [ 22 80 ]; F a then accept         | tcp 198.51.100.7 10.0.0.5 80     | OPEN
            F a from protocol tcp destination-port ssh; F a then accept               | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from protocol [ tcp udp ]; F a from destination-port 20-30; F a then accept | udp 198.51.100.7 10.0.0.5 25 | OPEN
            F a from protocol tcp; F a from destination-port-except 22; F a then accept | tcp 198.51.100.7 10.0.0.5 22   | CLOSED
            F a from protocol tcp; F a from port 22; F a then accept                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from protocol tcp; F a from source-port 22; F a then accept           | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a from protocol-except tcp; F a then accept                             | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a from protocol icmp icmp-type echo-request; F a then accept            | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            F a from protocol icmp icmp-type [ echo-reply unreachable ]; F a then accept | icmp 198.51.100.7 10.0.0.5 8  | CLOSED
            F a from protocol tcp; F a from tcp-established; F a then accept          | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a from tcp-initial; F a then discard; F b then accept                   | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F a from destination-port 22; F a then discard; F b then accept           | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            F6 a from payload-protocol tcp; F6 a then discard; F6 b then accept; F a then discard | tcp 2001:db8::7 2001:db8:1::5 22 | CLOSED
            F6 a from source-address 2001:db8::/64; F6 a then accept; F a then discard | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            F6 a then accept; F a then discard                                        | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            firewall filter f term a then accept                                      | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from source-prefix-list nowhere; F a then accept                      | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a from source-prefix-list l; F a then discard; F b then accept; policy-options prefix-list l apply-path "interfaces <*>" | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from source-address 198.51.100.7/32 except; F a then accept           | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a from source-address 198.51.100.7/32; F a from source-prefix-list l; F a then accept; policy-options prefix-list l 192.0.2.0/24 | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            F a from dscp af11; F a then accept                                       | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a from is-fragment; F a then discard; F b then accept                   | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F6 a from next-header tcp; F6 a then discard; F6 b then accept            | tcp 2001:db8::7 2001:db8:1::5 22 | OPEN
            F a from protocol icmp icmp-code 3; F a then accept                       | icmp 198.51.100.7 10.0.0.5 3     | DOUBT
            F a from destination-port 22; F a then accept                             | 47 198.51.100.7 10.0.0.5         | DOUBT
            F a from protocol moonbeam; F a then accept                               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a filter g; F b then discard                                            | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a from protocol tcp; F a from destination-port 443; F a then accept; deactivate F a from destination-port 443 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from protocol tcp; F a from destination-port 443; F a then accept; delete F a from destination-port 443 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from protocol udp; F a then accept; deactivate F a from protocol udp  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            F a from protocol udp; F a then discard; F b then accept; deactivate F a from protocol udp | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            F a from protocol icmp icmp-type echo-reply; F a then accept; deactivate F a from icmp-type echo-reply | icmp 198.51.100.7 10.0.0.5 8 | OPEN
            F a from destination-address 192.0.2.0/24; F a then accept; delete F a from destination-address 192.0.2.0/24 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a from source-port 53; F a from port 53; F a then accept; deactivate F a from source-port 53; deactivate F a from port 53 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            F a then discard; services nat rule r match-direction input               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            F a then routing-instance r                                               | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            """)
    void answers(String commands, String packet, Answer expected) {
        assertThat(Answer.of(read(commands, "acl=f"), PanosText.packet(packet))).isEqualTo(expected);
    }

    /** A filter of one family alone says nothing of the other, where the link carries it. */
    @Test
    void leavesTheOtherFamilyOpen() {
        var text = written("F a then discard");
        var guard = GuardSelector.acl("f");
        var packet = PanosText.packet("tcp 2001:db8::7 2001:db8:1::5 22");

        assertThat(Answer.of(Format.JUNOS.read(text, guard.carryingIpv6()), packet))
                .isEqualTo(Answer.DOUBT);
        assertThat(Format.JUNOS.read(text, guard).notes()).containsExactly("the filter does not decide IPv6");
    }

    private static final String ROUTER = "F a then discard; firewall family inet filter g term a then accept;"
            + "interfaces xe-0/0/0 unit 0 family inet filter input f; interfaces xe-0/0/1 unit 0 family inet address 10.0.0.1/24;"
            + "interfaces xe-0/0/2 unit 0 family inet filter output f; interfaces xe-0/0/3 unit 5 family inet filter input-list [ g f ];"
            + "interfaces xe-0/0/4 unit 0 family inet filter input nowhere; interfaces xe-0/0/5 unit 0 filter input h;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interface=xe-0/0/0                           | CLOSED
            interface=xe-0/0/0.0                         | CLOSED
            outInterface=xe-0/0/0.0                      | OPEN
            interface=xe-0/0/1.0                         | OPEN
            interface=xe-0/0/1.0 outInterface=xe-0/0/2.0 | CLOSED
            interface=xe-0/0/2.0 outInterface=xe-0/0/1.0 | OPEN
            interface=xe-0/0/3.5                         | OPEN
            interface=xe-0/0/4                           | DOUBT
            interface=xe-0/0/5                           | DOUBT
            """)
    void asksTheFiltersOfInterfaces(String guard, Answer expected) {
        assertThat(Answer.of(read(ROUTER, guard), PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | f, g
            acl=nowhere          | f, g
            interface=xe-9/0/0   | xe-0/0/3.5
            fromZone=a           | it has none
            """)
    void refusesWhatIsNotThere(String guard, String named) {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> read(ROUTER, guard))
                .withMessageContaining(named);
    }

    private static final String FIREWALL =
            "policy p: ; interfaces ge-0/0/0 unit 0 family inet address 192.0.2.1/24; interfaces ge-0/0/1 unit 0 family inet address 10.0.0.1/24;"
                    + "interfaces ge-0/0/3 unit 7 family inet address 10.0.1.1/24; F a from source-address 198.51.100.7/32; F a then discard; F b then accept;";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interfaces ge-0/0/0 unit 0 family inet filter input f           | fromZone=untrust toZone=trust              | CLOSED
            interfaces ge-0/0/0 unit 0 family inet filter output f          | fromZone=untrust toZone=trust              | OPEN
            interfaces ge-0/0/1 unit 0 family inet filter output f          | interface=ge-0/0/0 outInterface=ge-0/0/1   | CLOSED
            interfaces ge-0/0/1 unit 0 family inet filter output f          | interface=ge-0/0/0 outInterface=ge-0/0/3.7 | OPEN
            interfaces ge-0/0/1 unit 0 family inet filter output f          | fromZone=untrust toZone=trust              | DOUBT
            interfaces ge-0/0/0 unit 0 family inet filter input f; security policies from-zone untrust to-zone trust policy p then deny | fromZone=untrust toZone=trust | CLOSED
            interfaces ge-0/0/0 unit 0 family inet filter input f; F b then packet-mode; security policies from-zone untrust to-zone trust policy p then deny; F a then accept | fromZone=untrust toZone=trust | DOUBT
            interfaces ge-0/0/1 unit 0 family inet filter output f; security nat source rule-set r from zone untrust | interface=ge-0/0/0 outInterface=ge-0/0/1 | DOUBT
            interfaces lo0 unit 0 family inet filter input f                | fromZone=untrust toZone=trust              | OPEN
            """)
    void filtersOfInterfacesActBesidePolicies(String commands, String guard, Answer expected) {
        var rules = Format.JUNOS.read(SrxText.ZONES + written(FIREWALL + commands), JunosZonesTest.guard(guard));

        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(expected);
    }
}
