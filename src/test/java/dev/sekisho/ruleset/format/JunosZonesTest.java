package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policies the guard's traffic meets: zones, interfaces, logical systems, the device itself. */
class JunosZonesTest {

    private static final String SSH = "tcp 198.51.100.7 10.0.0.5 22";

    /** "fromZone=a toZone=b". */
    static GuardSelector guard(String text) {
        var names = new EnumMap<Key, List<String>>(Key.class);
        for (var part : text.strip().split("\\s+")) {
            for (var key : Key.values()) {
                if (part.startsWith(key.parameter() + "=")) {
                    names.put(key, List.of(part.substring(part.indexOf('=') + 1)));
                }
            }
        }
        return new GuardSelector(names, GuardSelector.unnamed().behind(), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy a:                                            | fromZone=untrust toZone=trust            | OPEN
            policy a:                                            | fromZone=trust toZone=untrust            | CLOSED
            policy a:                                            | fromZone=untrust toZone=dmz              | CLOSED
            policy a:                                            | fromZone=untrust toZone=untrust          | CLOSED
            policy a:                                            | fromZone=trust toZone=trust              | CLOSED
            global a:                                            | fromZone=trust toZone=trust              | OPEN
            policy a:                                            | interface=ge-0/0/0.0 outInterface=ge-0/0/1.0 | OPEN
            policy a:                                            | interface=ge-0/0/0 outInterface=ge-0/0/3.7 | OPEN
            policy a:                                            | interface=ge-0/0/2.0 outInterface=ge-0/0/1.0 | CLOSED
            policy a:                                            | interface=ge-0/0/0.0 toZone=trust        | OPEN
            policy a:                                            | fromZone=untrust interface=ge-0/0/0.0 toZone=trust | OPEN
            policy a:                                            | fromZone=untrust                         | DOUBT
            policy a: then deny; security policies default-policy permit-all | fromZone=untrust             | OPEN
            policy a:                                            | fromZone=dmz                             | CLOSED
            policy a:                                            |                                          | DOUBT
            security zones security-zone rest interfaces all; policy a: | interface=ge-0/0/9.0 toZone=trust | CLOSED
            security policies from-zone junos-global to-zone junos-global policy a match source-address any destination-address any application any; security policies from-zone junos-global to-zone junos-global policy a then permit | fromZone=untrust toZone=trust | DOUBT
            policy a:                                            | fromZone=untrust toZone=junos-host       | DOUBT
            security policies from-zone untrust to-zone junos-host policy a match source-address any destination-address any application any; security policies from-zone untrust to-zone junos-host policy a then deny | fromZone=untrust toZone=junos-host | CLOSED
            security policies from-zone untrust to-zone junos-host policy a match source-address any destination-address any application any; security policies from-zone untrust to-zone junos-host policy a then permit | fromZone=untrust toZone=trust | CLOSED
            global a: then deny                                  | fromZone=untrust toZone=junos-host       | DOUBT
            logical-systems ls security zones security-zone l; logical-systems ls security policies from-zone l to-zone l policy a match source-address any destination-address any application any; logical-systems ls security policies from-zone l to-zone l policy a then permit; policy a: | vsys=ls fromZone=l toZone=l | OPEN
            logical-systems ls security zones security-zone l; logical-systems ls security policies from-zone l to-zone l policy a match source-address any destination-address any application any; logical-systems ls security policies from-zone l to-zone l policy a then permit; policy a: | fromZone=l toZone=l | OPEN
            tenants te security zones security-zone l; tenants te security policies default-policy permit-all; policy a: | vsys=te fromZone=l toZone=l | OPEN
            tenants te security zones security-zone l; tenants te security policies default-policy permit-all; policy a: | vsys=root-logical-system fromZone=untrust toZone=trust | OPEN
            logical-systems ls security zones security-zone l; policy a: | fromZone=untrust toZone=trust    | OPEN
            """)
    void asksThePoliciesOfTheZones(String commands, String guard, Answer expected) {
        var rules = SrxText.read(commands, guard(guard == null ? "" : guard));

        assertThat(Answer.of(rules, PanosText.packet(SSH))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy a:                                            | fromZone=nowhere toZone=trust            | dmz, trust, untrust
            policy a:                                            | interface=ge-9/0/0                       | ge-0/0/0.0
            policy a:                                            | fromZone=dmz interface=ge-0/0/0.0        | untrust
            policy a:                                            | vsys=nowhere                             | root-logical-system
            tenants te security policies default-policy deny-all; policy a: | fromZone=nowhere              | te
            policy a:                                            | otherRules=NONE                          | knows no otherRules
            """)
    void refusesWhatIsNotThere(String commands, String guard, String named) {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> SrxText.read(commands, guard(guard)))
                .withMessageContaining(named);
    }

    /** Where no zones are defined, those that the policies name count, and one pair alone is the guard's. */
    @Test
    void takesTheOnlyPairOfAPart() {
        var part = SrxText.commands("policy a: source-address h; book address h 198.51.100.7");

        var rules = Format.JUNOS.read(part, GuardSelector.unnamed());

        assertThat(Answer.of(rules, PanosText.packet(SSH))).isEqualTo(Answer.OPEN);
        assertThat(Answer.of(rules, PanosText.packet("tcp 198.51.100.8 10.0.0.5 22")))
                .isEqualTo(Answer.CLOSED);
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.JUNOS.read(part, SrxText.between("untrust", "dmz")));
    }

    /** A whole configuration has zones behind its policies; without them its end is missing. */
    @Test
    void doubtsAWholeConfigurationWithoutZones() {
        var cut = "set version 20.4R3\n" + SrxText.commands("policy a: source-address any-ipv6");

        assertThat(Answer.of(Format.JUNOS.read(cut, SrxText.INWARDS), PanosText.packet(SSH)))
                .isEqualTo(Answer.DOUBT);
    }
}
