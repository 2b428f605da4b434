package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole configurations of PAN-OS and the answers that were found by reading the policies they were made from. */
class PanosFilesTest {

    static String resource(String name) {
        try (var stream = PanosFilesTest.class.getResourceAsStream("/firewall/panos/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/firewall/panos/questions.csv")
    void answersWhatThePolicySays(
            String file,
            String from,
            String to,
            String protocol,
            String source,
            String destination,
            int port,
            int sourcePort,
            Answer expected) {
        var rules = Format.PANOS.read(resource(file), PanosText.between(from, to));
        var packet = new Packet(source, destination, protocol.equals("tcp") ? 6 : 17, sourcePort, port);

        assertThat(Answer.of(rules, packet)).isEqualTo(expected);
    }

    /** Services 1001 and 1003 pass by pushed rules, 1002 does not. */
    @ParameterizedTest
    @CsvSource({"1001, OPEN", "1002, CLOSED", "1003, OPEN", "1004, CLOSED"})
    void asksPushedRulesAroundLocalOnes(int port, Answer expected) {
        var rules = Format.PANOS.read(resource("small/panorama-rulebase.txt"), PanosText.between("z1", "z2"));

        assertThat(Answer.of(rules, Packet.tcp("1.1.1.9", "1.1.2.9", port))).isEqualTo(expected);
    }

    /** The rules name no service, which the device would not accept, so what they permit is a doubt. */
    @ParameterizedTest
    @CsvSource({
        "DG_CHILD,  10.10.2.21, DOUBT",
        "DG_CHILD,  10.10.2.22, DOUBT",
        "DG_CHILD,  10.10.2.23, CLOSED",
        "DG_PARENT, 10.10.2.21, DOUBT",
        "DG_PARENT, 10.10.2.22, CLOSED"
    })
    void inheritsRulesOfDeviceGroups(String group, String destination, Answer expected) {
        var guard = PanosText.between("Z1", "Z2").with(Key.DEVICE_GROUP, group).with(Key.OTHER_RULES, "NONE");
        var rules = Format.PANOS.read(resource("small/device-group-inheritance.txt"), guard);

        assertThat(Answer.of(rules, Packet.tcp("192.168.0.9", destination, 80))).isEqualTo(expected);
    }

    /** One policy in the three forms gives one set of rules. */
    @Test
    void readsTheSameInEveryForm() {
        var xml = """
                <response status="success"><result><config><devices><entry name="localhost.localdomain">
                <vsys><entry name="vsys1">
                <zone><entry name="u"><network><layer3><member>ethernet1/1</member></layer3></network></entry>
                <entry name="t"><network><layer3><member>ethernet1/2</member></layer3></network></entry></zone>
                <address><entry name="web server"><ip-netmask>10.0.0.5</ip-netmask><description>a;b{c}</description></entry></address>
                <service><entry name="s"><protocol><tcp><port>80,443</port></tcp></protocol></entry></service>
                <rulebase><security><rules>
                <entry name="a b"><from><member>u</member></from><to><member>t</member></to><source><member>192.0.2.0/24</member>
                <member>198.51.100.0/24</member></source><destination><member>web server</member></destination>
                <application><member>any</member></application><service><member>s</member></service>
                <action>allow</action></entry>
                </rules></security></rulebase></entry></vsys></entry></devices></config></result></response>
                """;
        var commands = """
                # comment
                admin@fw> configure
                admin@fw# set zone u network layer3 ethernet1/1
                set zone t network layer3 [ ethernet1/2 ]
                set address "web server" ip-netmask 10.0.0.5
                set address "web server" description "a;b{c}
                of two lines"
                set service s protocol tcp port 80,443
                set rulebase security rules "a b" from u
                set rulebase security rules "a b" to t
                set rulebase security rules "a b" source [192.0.2.0/24 198.51.100.0/24]
                set rulebase security rules "a b" destination "web server"
                set rulebase security rules "a b" application any
                set rulebase security rules "a b" service s
                set rulebase security rules "a b" action allow
                """;
        var braces = """
                config { devices { localhost.localdomain { vsys { vsys1 {
                  zone { u { network { layer3 ethernet1/1; } } t { network { layer3 [ ethernet1/2 ]; } } }
                  address { "web server" { ip-netmask 10.0.0.5; description "a;b{c}"; } }
                  service { s { protocol { tcp { port 80,443; } } } }
                  rulebase { security { rules { "a b" { from u; to t; source [ 192.0.2.0/24 198.51.100.0/24];
                    destination "web server"; application any; service s; action allow; } } } }
                } } } } }
                """;
        var guard = PanosText.between("u", "t");

        var read = Format.PANOS.read(xml, guard);

        assertThat(read.rules())
                .hasSize(1)
                .allSatisfy(rule -> assertThat(rule.origin()).isEqualTo("rule a b"));
        for (var form : new String[] {commands, braces}) {
            var other = Format.PANOS.read(form, guard);
            assertThat(other.rules().stream().map(rule -> rule.at(0, rule.origin())))
                    .isEqualTo(read.rules().stream()
                            .map(rule -> rule.at(0, rule.origin()))
                            .toList());
            assertThat(other.notes()).isEqualTo(read.notes());
        }
    }
}
