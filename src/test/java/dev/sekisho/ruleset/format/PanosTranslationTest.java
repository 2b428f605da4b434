package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules name the address before translation and the zone behind it; what is read speaks of the real address. */
class PanosTranslationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 to untrust | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 disabled yes +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 from dmz +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 source 192.0.2.0/24 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 action deny; rule b: | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: action deny; rule b: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 10.0.0.5 action deny; rule b: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            service s protocol tcp port 80; nat n: destination 203.0.113.5 service s +destination-translation translated-address 10.0.0.5 translated-port 8080; rule a: destination 203.0.113.5 service s | tcp 198.51.100.7 10.0.0.5 8080 | OPEN
            service s protocol tcp port 80; nat n: destination 203.0.113.5 service s +destination-translation translated-address 10.0.0.5 translated-port 8080; rule a: destination 203.0.113.5 service s | tcp 198.51.100.7 10.0.0.5 80 | CLOSED
            service s protocol tcp port 80; service t protocol tcp port 8080; nat n: destination 203.0.113.5 service s +destination-translation translated-address 10.0.0.5 translated-port 8080; rule a: destination 203.0.113.5 service t | tcp 198.51.100.7 10.0.0.5 8080 | CLOSED
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.0.0/24; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.0.0/24; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.0.0/24; rule a: destination 203.0.113.5 action deny; rule b: destination 203.0.113.0/24 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 action deny; rule b: destination 203.0.113.0/24 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.0/24 action deny; rule b: destination any source 192.0.2.1 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5; nat m: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: destination 203.0.113.5 source 192.0.2.1; nat m: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; nat m: destination 203.0.113.5 +destination-translation translated-address 10.0.0.6; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.6 22 | CLOSED
            nat n: destination 203.0.113.5 +dynamic-destination-translation translated-address 10.0.0.5-10.0.0.9; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.9 22 | OPEN
            address h fqdn www.example.com; nat n: destination 203.0.113.5 +destination-translation translated-address h; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.9 22 | DOUBT
            nat n: from trust source 10.0.0.5 +source-translation static-ip translated-address 203.0.113.5 bi-directional yes; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: from trust source 10.0.0.5 +source-translation static-ip translated-address 203.0.113.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: source 198.51.100.7 +source-translation dynamic-ip-and-port translated-address 192.0.2.1; rule a: source 198.51.100.7 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: source 198.51.100.7 +source-translation dynamic-ip-and-port translated-address 192.0.2.1; rule a: source 192.0.2.1 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            nat n: nat-type nat64 destination 2001:db8::5 +destination-translation translated-address 10.0.0.5; rule a: destination 2001:db8::5 | tcp 2001:db8:9::7 2001:db8::5 22 | OPEN
            nat n: destination any +destination-translation translated-address 10.0.0.5; rule a: destination any | tcp 2001:db8:9::7 2001:db8::5 22 | OPEN
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: source 192.0.2.1; rulebase default-security-rules rules interzone-default action allow | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 application ssh | tcp 198.51.100.7 10.0.0.5 22 | DOUBT
            deviceconfig high-availability group mode active-active device-id 1; nat n: destination 203.0.113.5 active-active-device-binding 0 +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | CLOSED
            deviceconfig high-availability group mode active-active device-id 1; nat n: destination 203.0.113.5 active-active-device-binding both +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            nat n: destination 203.0.113.5 from any +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5 | tcp 198.51.100.7 10.0.0.5 22 | OPEN
            """)
    void speaksOfTheRealAddress(String commands, String packet, Answer expected) {
        assertThat(Answer.of(PanosText.read(commands), PanosText.packet(packet)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5                       | 10.0.0.5/443
            nat n: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5 translated-port 8443  | 10.0.0.5/8443
            nat n: destination 203.0.113.0/24 +destination-translation translated-address 10.0.7.0/24                 | 10.0.7.5/443
            nat n: destination 203.0.113.6 +destination-translation translated-address 10.0.0.5                       | 203.0.113.5/443
            nat n: destination 203.0.113.5 from dmz +destination-translation translated-address 10.0.0.5              | 203.0.113.5/443
            nat n: from trust source 10.0.0.5 +source-translation static-ip bi-directional yes translated-address 203.0.113.5 | 10.0.0.5/443
            nat n: destination 203.0.113.5; nat m: destination 203.0.113.5 +destination-translation translated-address 10.0.0.5 | 203.0.113.5/443
            """)
    void listsWhereDestinationsLead(String commands, String expected) {
        var rules = PanosText.read(commands + "; rule a:");

        var arriving = Translations.of(rules).arriving(Flow.tcp("198.51.100.7", "203.0.113.5", "443"));

        assertThat(arriving.stream()
                        .map(flow -> flow.destinations() + "/" + flow.destinationPorts())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /** One that may not apply leads to either address, and that is said. */
    @Test
    void saysWhereATranslationIsInDoubt() {
        var rules = PanosText.read("nat n: destination 203.0.113.5 target negate yes"
                + " +destination-translation translated-address 10.0.0.5; rule a: destination 203.0.113.5");

        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.7 10.0.0.5 22")))
                .isEqualTo(Answer.DOUBT);
        assertThat(rules.translations().get(0).inner())
                .hasToString(AddressSet.of("10.0.0.5", "203.0.113.5").toString());
        assertThat(rules.notes()).anyMatch(note -> note.contains("this translation may apply or not"));
    }

    /** Real devices were tried; what passed them must pass here. */
    @ParameterizedTest
    @CsvSource({
        "3,  z2, 10.13.13.2, OPEN",
        "5,  z3, 10.13.13.2, CLOSED",
        "5,  z3, 10.15.15.2, CLOSED",
        "6,  z3, 10.15.15.2, OPEN",
        "7,  z3, 10.13.13.2, CLOSED",
        "7,  z3, 10.15.15.2, CLOSED",
        "8,  z3, 10.13.13.2, CLOSED",
        "9,  z2, 10.13.13.2, OPEN",
        "10, z2, 10.13.13.2, CLOSED"
    })
    void agreesWithWhatWasTried(int number, String to, String destination, Answer expected) {
        var text = PanosFilesTest.resource("measured/nat_" + number + ".txt");
        var rules = Format.PANOS.read(text, PanosText.between("z1", to));

        assertThat(Answer.of(rules, PanosText.packet("icmp 10.11.11.2 " + destination + " 8")))
                .isEqualTo(expected);
    }
}
