package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between which zones the traffic goes, what decides there where no rule does, and whose rules are asked. */
class PanosZonesTest {

    private static final String SSH = "tcp 198.51.100.7 10.0.0.5 22";

    private static final String TWO_SYSTEMS = """
            set vsys vsys1 zone out network layer3 ethernet1/1
            set vsys vsys1 zone in network layer3 ethernet1/2
            set vsys vsys1 address h ip-netmask 10.0.0.5
            set vsys vsys2 zone far network layer3 ethernet1/3
            set vsys vsys2 zone near network layer3 ethernet1/4
            set vsys vsys2 address h ip-netmask 10.0.0.6
            set vsys vsys1 rulebase security rules a from any to any source any destination h application any
            set vsys vsys1 rulebase security rules a service any action allow
            set vsys vsys2 rulebase security rules a from any to any source any destination h application any
            set vsys vsys2 rulebase security rules a service any action allow
            """;

    private static final String PANORAMA = """
            set readonly devices localhost.localdomain device-group child parent-dg parent
            set template t config devices localhost.localdomain vsys vsys1 zone untrust network layer3 ethernet1/1
            set template t config devices localhost.localdomain vsys vsys1 zone trust network layer3 ethernet1/2
            set device-group child address h ip-netmask 10.0.0.5
            set device-group parent address h ip-netmask 10.0.0.6
            set device-group parent address p ip-netmask 10.0.0.7
            set shared address p ip-netmask 10.0.0.8
            set device-group other devices 0002
            """;

    private static GuardSelector guard(String text) {
        var guard = GuardSelector.unnamed();
        for (var part : text.split(" ", -1)) {
            var sides = part.split("=", 2);
            if (sides.length == 2) {
                guard = guard.with(Key.valueOf(sides[0]), sides[1]);
            }
        }
        return guard;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule a: source 192.0.2.1 | FROM_ZONE=trust TO_ZONE=trust                     | OPEN
            rule a: source 192.0.2.1 | FROM_ZONE=untrust TO_ZONE=trust                   | CLOSED
            rule a: source 192.0.2.1 | FROM_ZONE=untrust                                 | DOUBT
            rule a: source 192.0.2.1 | TO_ZONE=trust                                     | DOUBT
            rule a: source 192.0.2.1 | ''                                                | DOUBT
            rule a: source 192.0.2.1; rulebase default-security-rules rules intrazone-default action deny | ''        | CLOSED
            rule a: source 192.0.2.1; rulebase default-security-rules rules intrazone-default action drop | FROM_ZONE=trust TO_ZONE=trust | CLOSED
            rule a: source 192.0.2.1; rulebase default-security-rules rules interzone-default action allow | ''      | OPEN
            rule a: source 192.0.2.1; rulebase default-security-rules rules interzone-default action allow; policy panorama post-rulebase default-security-rules rules interzone-default action deny | FROM_ZONE=untrust TO_ZONE=trust | DOUBT
            rule a: from any to any rule-type intrazone action deny | FROM_ZONE=trust TO_ZONE=trust | CLOSED
            rule a: from trust to nowhere rule-type intrazone action deny | FROM_ZONE=trust TO_ZONE=trust | CLOSED
            rule a: from any to any rule-type interzone action deny | FROM_ZONE=trust TO_ZONE=trust | OPEN
            rule a: from trust to trust action deny  | FROM_ZONE=trust TO_ZONE=trust     | CLOSED
            rule a:                  | INTERFACE=ethernet1/1 OUT_INTERFACE=ethernet1/2   | OPEN
            rule a:                  | INTERFACE=ethernet1/1 OUT_INTERFACE=ethernet1/4   | OPEN
            rule a:                  | INTERFACE=ethernet1/1 OUT_INTERFACE=ethernet1/3   | CLOSED
            rule a:                  | INTERFACE=ethernet1/3 OUT_INTERFACE=ethernet1/2   | CLOSED
            rule a:                  | INTERFACE=ethernet1/1 FROM_ZONE=untrust TO_ZONE=trust | OPEN
            rule a: action deny; rule b: from any to any | FROM_ZONE=untrust             | OPEN
            rule a: action deny; rule b: from any to any | FROM_ZONE=untrust TO_ZONE=trust | CLOSED
            """)
    void goesBetweenZones(String commands, String guard, Answer expected) {
        assertThat(Answer.of(PanosText.read(commands, guard(guard)), PanosText.packet(SSH)))
                .isEqualTo(expected);
    }

    /** Where the text defines no zones and its rules name one each, no other can be meant. */
    @Test
    void needsNoZonesWhereRulesNameOneEach() {
        var text = PanosText.commands("rule a: source 198.51.100.7");

        var rules = Format.PANOS.read(text, GuardSelector.unnamed());

        assertThat(Answer.of(rules, PanosText.packet(SSH))).isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.8 10.0.0.5 22")))
                .isEqualTo(Answer.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "FROM_ZONE=nowhere,                    fromZone",
        "TO_ZONE=nowhere,                      toZone",
        "INTERFACE=ethernet9/9,                interface",
        "OUT_INTERFACE=ethernet9/9,            outInterface",
        "INTERFACE=ethernet1/1 FROM_ZONE=trust, fromZone",
        "VSYS=vsys7,                           vsys",
        "DEVICE_GROUP=x,                       deviceGroup",
        "CHAIN=x,                              chain"
    })
    void refusesWhatIsNotThere(String guard, String parameter) {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> PanosText.read("rule a:", guard(guard)))
                .satisfies(refusal -> assertThat(refusal.parameter()).isEqualTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({
        "VSYS=vsys1,                     tcp 198.51.100.7 10.0.0.5 22, true",
        "VSYS=vsys1 FROM_ZONE=out TO_ZONE=in,   tcp 198.51.100.7 10.0.0.6 22, false",
        "FROM_ZONE=far TO_ZONE=near,     tcp 198.51.100.7 10.0.0.6 22, true",
        "FROM_ZONE=far TO_ZONE=near,     tcp 198.51.100.7 10.0.0.5 22, false",
        "INTERFACE=ethernet1/1 TO_ZONE=in, tcp 198.51.100.7 10.0.0.6 22, false",
        "INTERFACE=ethernet1/1 TO_ZONE=in, tcp 198.51.100.7 10.0.0.5 22, true"
    })
    void tellsVirtualSystemsApart(String guard, String packet, boolean permitted) {
        assertThat(Verdicts.permits(Format.PANOS.read(TWO_SYSTEMS, guard(guard)), PanosText.packet(packet)))
                .isEqualTo(permitted);
    }

    @Test
    void asksWhichVirtualSystem() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.PANOS.read(TWO_SYSTEMS, GuardSelector.unnamed()))
                .withMessageContaining("vsys1, vsys2");
    }

    /** Each rule stands in one of the places, in the order in which they are asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shared pre allow; device-group parent pre deny       | OPEN
            shared pre deny; device-group parent pre allow       | CLOSED
            device-group parent pre allow; device-group child pre deny | OPEN
            device-group parent pre deny; device-group child pre allow | CLOSED
            device-group child pre allow; device-group child post deny | OPEN
            device-group child pre deny; device-group child post allow | CLOSED
            device-group child post allow; device-group parent post deny | OPEN
            device-group child post deny; device-group parent post allow | CLOSED
            device-group parent post allow; shared post deny     | OPEN
            device-group parent post deny; shared post allow     | CLOSED
            device-group child pre h allow                       | OPEN
            device-group parent pre h allow                      | OPEN
            device-group child pre p allow                       | CLOSED
            device-group other pre allow                         | CLOSED
            shared default allow                                 | OPEN
            device-group child default allow                     | OPEN
            """)
    void asksTheRulesOfPanoramaInTheirOrder(String rules, Answer expected) {
        var text = new StringBuilder(PANORAMA).append("set device-group child pre-rulebase security rules\n");
        int number = 0;
        for (var rule : rules.split(";", -1)) {
            var words = rule.strip().split(" ");
            var place = words[0].equals("shared") ? "shared" : "device-group " + words[1];
            var rest = rule.strip().substring(place.length()).strip().split(" ");
            var action = rest[rest.length - 1];
            text.append(
                    rest[0].equals("default")
                            ? "set " + place
                                    + " post-rulebase default-security-rules rules interzone-default action allow\n"
                            : "set " + place + " " + rest[0] + "-rulebase security rules r" + number++
                                    + " from any to any source any destination " + (rest.length == 3 ? rest[1] : "any")
                                    + " application any service any action " + action + "\n");
        }
        var guard = PanosText.INWARDS.with(Key.DEVICE_GROUP, "child").with(Key.OTHER_RULES, "NONE");

        var read = Format.PANOS.read(text.toString(), guard);

        assertThat(Answer.of(read, PanosText.packet(SSH))).isEqualTo(expected);
    }

    /** Nobody knows what a firewall permits by rules of its own, which are asked between those of Panorama. */
    @ParameterizedTest
    @CsvSource({"pre, deny, CLOSED", "pre, allow, OPEN", "post, deny, DOUBT"})
    void countsRulesOfTheFirewallItselfAsADoubt(String place, String action, Answer expected) {
        var text = PANORAMA + "set device-group child " + place
                + "-rulebase security rules r from any to any source any destination any application any service any action "
                + action + "\n";

        var read = Format.PANOS.read(text, PanosText.INWARDS.with(Key.DEVICE_GROUP, "child"));

        assertThat(Answer.of(read, PanosText.packet(SSH))).isEqualTo(expected);
    }

    @Test
    void refusesToBeToldAnythingElseOfOtherRules() {
        var guard = PanosText.INWARDS.with(Key.DEVICE_GROUP, "child").with(Key.OTHER_RULES, "SOME");

        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.PANOS.read(PANORAMA, guard))
                .withMessageContaining("NONE");
    }

    @Test
    void asksWhichDeviceGroup() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.PANOS.read(PANORAMA, PanosText.INWARDS))
                .withMessageContaining("child, other, parent");
    }

    /** What Panorama pushed stands around what is local. */
    @ParameterizedTest
    @CsvSource({
        "pre-rulebase, allow, rulebase, deny, OPEN",
        "pre-rulebase, deny, rulebase, allow, CLOSED",
        "rulebase, allow, post-rulebase, deny, OPEN",
        "rulebase, deny, post-rulebase, allow, CLOSED"
    })
    void asksPushedRulesAroundLocalOnes(
            String first, String firstAction, String second, String secondAction, Answer expected) {
        var text = pushed(second, "b", secondAction) + pushed(first, "a", firstAction);

        assertThat(Answer.of(PanosText.read(text), PanosText.packet(SSH))).isEqualTo(expected);
    }

    private static String pushed(String place, String name, String action) {
        return "set " + (place.equals("rulebase") ? "" : "policy panorama ") + place + " security rules " + name
                + " from any to any source any destination any application any service any action " + action + ";";
    }

    /** What Panorama permits is asked before anything the firewall says. */
    @Test
    void countsRulesOfPanoramaThatAreMissingAsADoubt() {
        var text = "deviceconfig system panorama-server 10.0.0.9; rule a: action deny";

        var managed = PanosText.read(text);
        var alone = Format.PANOS.read(PanosText.commands(text), PanosText.INWARDS.with(Key.OTHER_RULES, "NONE"));

        assertThat(Answer.of(managed, PanosText.packet(SSH))).isEqualTo(Answer.DOUBT);
        assertThat(Answer.of(alone, PanosText.packet(SSH))).isEqualTo(Answer.CLOSED);
    }

    /** A virtual wire lets IPv6 through unless the device is told to look at it. */
    @ParameterizedTest
    @CsvSource({
        "zone wire network virtual-wire ethernet1/9; rule a: from wire action deny, wire, true",
        "deviceconfig setting session ipv6-firewalling yes; zone wire network virtual-wire ethernet1/9; rule a: from wire action deny, wire, false",
        "deviceconfig setting session ipv6-firewalling no; rule a: action deny, untrust, true",
        "rule a: action deny, untrust, false"
    })
    void knowsWhetherRulesAreAskedAboutIpv6(String commands, String from, boolean permitted) {
        var guard = PanosText.between(from, "trust").carryingIpv6();
        var rules = PanosText.read(commands, guard);

        assertThat(Verdicts.permits(rules, PanosText.packet("tcp 2001:db8::7 2001:db8:1::5 22")))
                .isEqualTo(permitted);
        assertThat(Verdicts.permits(rules, PanosText.packet(SSH))).isFalse();
    }
}
