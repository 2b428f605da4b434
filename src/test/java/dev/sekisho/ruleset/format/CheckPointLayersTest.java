package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which layers and rules of Check Point the guard's traffic meets: ordered and inline layers, gateways, zones, implied rules. */
class CheckPointLayersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: source h +inline I; rule b: ; layer I: ; rule x: service s; host h 198.51.100.7; tcp s 22 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: source h +inline I; rule b: ; layer I: ; rule x: service s; host h 198.51.100.7; tcp s 22 | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            rule a: source h +inline I; rule b: ; layer I: ; rule x: service s; host h 198.51.100.7; tcp s 22 | tcp 198.51.100.8 10.0.0.5 23 | OPEN
            rule a: source h +inline I; rule b: action drop; layer I: cleanup accept; rule x: service s +action drop; host h 198.51.100.7; tcp s 22 | tcp 198.51.100.7 10.0.0.5 23 | OPEN
            rule a: source h +inline I; rule b: action drop; layer I: cleanup accept; rule x: service s +action drop; host h 198.51.100.7; tcp s 22 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            rule a: source h +inline I +off; rule b: ; layer I: ; rule x: action drop; host h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: inline I; layer I: ; rule x: inline J; layer J: ; rule y: service s; tcp s 22 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            rule a: inline I; rule b: ; layer I: ; rule x: source h +inline J; rule z: ; layer J: ; rule y: service s; tcp s 22; host h 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            rule a: inline I; rule b: ; layer I: ; rule x: source h +inline J; rule z: ; layer J: ; rule y: service s; tcp s 22; host h 198.51.100.7 | tcp 198.51.100.8 10.0.0.5 23 | OPEN
            rule a: inline I                                                          | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: inline I; rule b: action drop                                     | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: inline Network                                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: time t +inline I; rule b: ; layer I: ; rule x: action drop; time t | tcp 198.51.100.7 10.0.0.5 22    | OPEN
            rule a: time t +inline I; rule b: action drop; layer I: ; rule x: ; time t | tcp 198.51.100.7 10.0.0.5 22    | DOUBT
            rule a: time t +inline I; rule b: action drop; layer I: ; rule x: service s +action drop; rule y: ; time t; tcp s 22 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            rule a: source q +inline I; rule b: action drop; layer I: ; rule x: service s; tcp s 22; access-role q | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            rule a: source q +inline I; rule b: action drop; layer I: ; rule x: service s; tcp s 22; access-role q | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            rule a: service s; tcp s 22; layer Apps: ; rule x: ; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 22   | OPEN
            rule a: ; layer Apps: ; rule x: service s; rule y: action drop; tcp s 22; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            rule a: service s; tcp s 22; layer Apps: ; rule x: ; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 23   | CLOSED
            rule a: ; layer Apps: ; rule x: service s +action drop; tcp s 22; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            rule a: ; layer Apps: ; rule x: service s +action drop; tcp s 22; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 23 | DOUBT
            rule a: ; layer Apps: cleanup accept; rule x: service s +action drop; tcp s 22; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 23 | OPEN
            rule a: ; layer Apps: cleanup drop; rule x: service s +action drop; tcp s 22; package P Network,Apps | tcp 198.51.100.7 10.0.0.5 23 | CLOSED
            rule a: ; package P Network,Apps                                          | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: action drop; package P Network,Apps                               | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            layer Only: cleanup accept; package P Only                                | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            layer Only: cleanup frob; package P Only                                  | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: install-on g; simple-gateway g                                    | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: install-on g +action drop; rule b: ; simple-gateway g             | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            rule a: install-on ; rule b: action drop                                  | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source z; security-zone z                                         | tcp 198.51.100.7 10.0.0.5 22     | DOUBT
            rule a: source z +action drop; rule b: ; security-zone z                  | tcp 198.51.100.7 10.0.0.5 22     | OPEN
            global accept-icmp-requests first; rule a: action drop                    | icmp 198.51.100.7 10.0.0.5 8     | OPEN
            global accept-icmp-requests last; rule a: action drop                     | icmp 198.51.100.7 10.0.0.5 8     | DOUBT
            global accept-icmp-requests off; rule a: action drop                      | icmp 198.51.100.7 10.0.0.5 8     | CLOSED
            global accept-icmp-requests first; rule a: action drop                    | tcp 198.51.100.7 10.0.0.5 22     | CLOSED
            global accept-domain-name-over-udp first                                  | udp 198.51.100.7 10.0.0.5 53     | OPEN
            global accept-domain-name-over-tcp first                                  | tcp 198.51.100.7 10.0.0.5 53     | OPEN
            global accept-rip last                                                    | udp 198.51.100.7 10.0.0.5 520    | DOUBT
            """)
    void asks(String text, String packet, Answer expected) {
        assertThat(Answer.of(CheckPointText.read(text), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: install-on g; simple-gateway g; simple-gateway f                  | gateway=g                        | OPEN
            rule a: install-on g; simple-gateway g; simple-gateway f                  | gateway=f                        | CLOSED
            rule a: install-on f,g; simple-gateway g; simple-gateway f                | gateway=f                        | OPEN
            rule a: install-on g +action drop; rule b: ; simple-gateway g; simple-gateway f | gateway=f                  | OPEN
            rule a: install-on g +action drop; rule b: ; simple-gateway g; simple-gateway f | gateway=g                  | CLOSED
            rule a: install-on g; group g f; simple-gateway f                         | gateway=f                        | DOUBT
            rule a: install-on g; simple-cluster g cluster-members=x; CpmiClusterMember f | gateway=f                    | DOUBT
            rule a: source z; security-zone z; security-zone y                        | fromZone=z                       | OPEN
            rule a: source z; security-zone z; security-zone y                        | fromZone=y                       | CLOSED
            rule a: destination z; security-zone z; security-zone y                   | toZone=z                         | OPEN
            rule a: destination z; security-zone z; security-zone y                   | fromZone=z                       | DOUBT
            rule a: source z +action drop; rule b: ; security-zone z                  | fromZone=z                       | CLOSED
            rule a: action drop; layer Other: ; rule x:                               | acl=Other                        | OPEN
            rule a: ; layer Other: ; rule x: action drop                              | acl=Network                      | OPEN
            rule a: ; layer Other: ; rule x: action drop                              | acl=id-Other                     | CLOSED
            rule a: action drop; layer Other: ; rule x: ; package P Network; package Q Other | deviceGroup=Q             | OPEN
            rule a: action drop; layer Other: ; rule x: ; package P Network; package Q Other | acl=Other                 | OPEN
            """)
    void asksWhatTheGuardNames(String text, String guard, Answer expected) {
        var rules = CheckPointText.read(text, JunosZonesTest.guard(guard));

        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 22))).isEqualTo(expected);
    }

    @Test
    void asksTheLayersThatAreNamedInTheirOrder() {
        var text =
                "rule a: service s; layer Apps: cleanup accept; rule x: source h +action drop; tcp s 22; host h 192.0.2.1";
        var guard = dev.sekisho.ruleset.reading.GuardSelector.unnamed()
                .with(dev.sekisho.ruleset.reading.GuardSelector.Key.ACL, "Network", "Apps");
        var rules = CheckPointText.read(text, guard);

        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 22))).isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules, Packet.tcp("192.0.2.1", "10.0.0.5", 22))).isEqualTo(Answer.CLOSED);
        assertThat(Answer.of(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 23))).isEqualTo(Answer.CLOSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: ; layer Other: ; rule x:                      |                 | name the acl that guards the link; it has Network, Other
            rule a:                                               | acl=No          | there is no acl 'No' in the configuration; it has Network
            rule a: ; package P Network                           | deviceGroup=Q   | there is no deviceGroup 'Q'
            rule a: ; package P Network; package Q Network        |                 | name the deviceGroup
            rule a: ; simple-gateway g                            | gateway=f       | it has g
            rule a: ; host f 192.0.2.1                            | gateway=f       | it has none
            rule a: ; security-zone z                             | fromZone=y      | it has z
            rule a: ; security-zone z                             | toZone=y        | it has z
            rule a: inline I; layer I: ; rule x: inline Network   |                 | name the acl
            """)
    void saysWhatToName(String text, String guard, String reason) {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> CheckPointText.read(text, JunosZonesTest.guard(guard == null ? "" : guard)))
                .withMessageContaining(reason);
    }

    @Test
    void saysWhatIsNotInTheText() {
        assertThat(CheckPointText.read("rule a:").notes())
                .anyMatch(note -> note.contains("show global-properties"))
                .anyMatch(note -> note.contains("show nat-rulebase"));
        assertThat(CheckPointText.read("rule a: ; global accept-rip off; nat a: off")
                        .notes())
                .isEmpty();
    }
}
