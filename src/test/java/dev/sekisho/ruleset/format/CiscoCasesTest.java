package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import dev.sekisho.ruleset.reading.UnsuitableFormat;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small configurations, each of a kind of its own, and what the device does. */
class CiscoCasesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            CISCO_ASA, asa-vpn,               outside,            192.0.2.9,    10.0.0.5, 3389, true
            CISCO_ASA, asa-vpn,               outside,            198.51.100.7, 10.0.0.5, 3389, false
            CISCO_ASA, asa82-static,          outside,            198.51.100.7, 10.0.0.5, 3389, true
            CISCO_ASA, asa82-static,          outside,            198.51.100.7, 10.0.0.6, 3389, false
            CISCO_ASA, asa-old-ipv6acl,       outside,            2001:db8:9::1, 2001:db8:aa::5, 22, true
            CISCO_ASA, asa-old-ipv6acl,       outside,            2001:db8:9::1, 2001:db8:aa::5, 23, false
            CISCO_ASA, asa-old-ipv6acl,       outside,            198.51.100.7, 10.0.0.5, 22, false
            CISCO_ASA, asa-svc-tcpudp-group,  outside,            198.51.100.7, 10.0.0.5, 3128, true
            CISCO_ASA, asa-svc-tcpudp-group,  outside,            198.51.100.7, 10.0.0.5, 22, false
            CISCO_ASA, asa-badgroupline,      outside,            198.51.100.7, 10.0.0.5, 443, true
            CISCO_ASA, asa-badgroupline,      outside,            198.51.100.7, 10.0.0.6, 443, false
            CISCO_IOS, ios-crypto,            GigabitEthernet0/0, 192.0.2.9,    10.0.0.5, 3389, true
            CISCO_IOS, ios-crypto,            GigabitEthernet0/0, 192.0.3.9,    10.0.0.5, 3389, false
            CISCO_IOS, ios-nat-static,        GigabitEthernet0/0, 198.51.100.7, 10.0.0.5, 3389, true
            CISCO_IOS, ios-nat-static,        GigabitEthernet0/0, 198.51.100.7, 10.0.0.6, 3389, false
            CISCO_IOS, ios-established,       GigabitEthernet0/0, 198.51.100.7, 10.0.0.5, 22, false
            CISCO_IOS, ios-established,       GigabitEthernet0/0, 198.51.100.7, 10.0.0.5, 443, true
            """)
    void answersAsTheDeviceDoes(
            Format format, String file, String entering, String source, String destination, int port, boolean permitted)
            throws IOException {
        var rules =
                format.read(text(file), GuardSelector.interfaceNamed(entering).carryingIpv6());

        assertThat(Verdicts.permits(rules, Packet.tcp(source, destination, port)))
                .isEqualTo(permitted);
    }

    /** Who names the list that an interface applies asks about the same traffic. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            CISCO_ASA, asa-vpn,        OUT, 192.0.2.9
            CISCO_ASA, asa82-static,   OUT, 198.51.100.7
            CISCO_IOS, ios-crypto,     IN,  192.0.2.9
            CISCO_IOS, ios-nat-static, IN,  198.51.100.7
            """)
    void answersTheSameForTheListAlone(Format format, String file, String list, String source) throws IOException {
        var rules = format.read(text(file), GuardSelector.acl(list).carryingIpv6());

        assertThat(Verdicts.permits(rules, Packet.tcp(source, "10.0.0.5", 3389)))
                .isTrue();
    }

    @Test
    void tellsTheTranslations() throws IOException {
        assertThat(Format.CISCO_ASA
                        .read(text("asa82-static"), GuardSelector.interfaceNamed("outside"))
                        .translations())
                .hasToString("[line 12 static (inside,outside) 203.0.113.5 10.0.0.5 netmask 255.255.255.255: "
                        + "any 203.0.113.5 -> 10.0.0.5]");
    }

    @Test
    void takesAnUnknownLineOfAGroupForAnything() throws IOException {
        var rules = Format.CISCO_ASA.read(text("asa-badgroupline"), GuardSelector.interfaceNamed("outside"));

        assertThat(rules.opaque())
                .singleElement()
                .satisfies(rule -> assertThat(rule.opaque()).contains("line 9 in group S"));
    }

    @Test
    void readsWhatShowAccessListsWrites() throws IOException {
        var rules = Format.CISCO_IOS.read(text("ios-show-acl"), GuardSelector.acl("IN"));
        var standard = Format.CISCO_IOS.read(
                "Standard IP access list 7\n    10 permit 10.0.0.0, wildcard bits 0.0.0.255 (3 matches)\n",
                GuardSelector.acl("7"));

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 22)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 23)))
                .isFalse();
        assertThat(rules.hasOpaque()).isFalse();
        assertThat(standard.rules()).hasSize(1);
        assertThat(Verdicts.permits(standard, Packet.tcp("10.0.0.9", "10.0.0.5", 22)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !! IOS XR Configuration 6.1;hostname r1                                                      | IOS XR
            ipv4 access-list IN; 10 permit tcp any host 10.0.0.5 eq 22                                   | IOS XR
            hostname r1;interface GigabitEthernet0/0/0/0; ipv4 address 203.0.113.2 255.255.255.0         | IOS XR
            hostname r1;interface Bundle-Ether1; ipv4 access-group IN ingress                            | IOS XR
            version 7.0(3)I7(8);hostname n1;interface Ethernet1/1                                        | NX-OS
            version 9.3(5) Bios:version 07.68;feature bgp;hostname n1                                    | NX-OS
            hostname n1;feature interface-vlan;vrf context management                                    | NX-OS
            hostname n1;ip access-list IN;  10 permit tcp any 10.0.0.0/24 eq 22                          | NX-OS
            hostname n1;boot nxos bootflash:/nxos.9.3.5.bin                                              | NX-OS
            NGFW Version 7.2.5;hostname f1                                                               | FTD
            access-list CSM_FW_ACL_ advanced permit ip any any rule-id 1                                 | FTD
            """)
    void namesTheKindThatItCannotRead(String lines, String kind) {
        for (var format : new Format[] {Format.CISCO_IOS, Format.CISCO_ASA}) {
            assertThatExceptionOfType(UnsuitableFormat.class)
                    .isThrownBy(() -> format.read(lines.replace(";", "\n"), GuardSelector.unnamed()))
                    .withMessageContaining(kind);
        }
    }

    @Test
    void namesTheKindOfACase() {
        assertThatExceptionOfType(UnsuitableFormat.class)
                .isThrownBy(() ->
                        Format.CISCO_IOS.read(text("ios-xr"), GuardSelector.interfaceNamed("GigabitEthernet0/0/0/0")))
                .withMessageContaining("IOS XR");
    }

    @Test
    void saysThatANamedListOnOneLineIsOfAnAsa() {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(
                        () -> Format.CISCO_IOS.read("access-list outside remark https\n", GuardSelector.acl("outside")))
                .withMessageContaining("ASA");
    }

    @Test
    void saysThatThereIsNothingToName() {
        for (var format : new Format[] {Format.CISCO_IOS, Format.CISCO_ASA}) {
            assertThatExceptionOfType(UnsuitableGuard.class)
                    .isThrownBy(() -> format.read("hostname r1\n", GuardSelector.unnamed()))
                    .withMessage("the configuration has no acl that could guard the link");
        }
    }

    /** What IOS itself may hold too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "version 15.2;interface GigabitEthernet0/0/0;end",
                "interface Serial0/1/0/0; ip address 10.0.0.1 255.255.255.0",
                "hostname r1;! the uplink is NX-OS;interface Ethernet1/1",
                "ip access-list extended A; permit ip 10.0.0.0/8 any",
                "hostname r1;router bgp 1; address-family ipv4 unicast; neighbor 10.0.0.1 activate",
                "hostname r1;ip prefix-list P seq 5 permit 10.0.0.0/8;vrf definition management"
            })
    void takesNothingElseForOne(String lines) {
        var refusal = catchThrowable(() -> Format.CISCO_IOS.read(lines.replace(";", "\n"), GuardSelector.unnamed()));

        assertThat(refusal == null || refusal instanceof UnsuitableGuard).isTrue();
    }

    static String text(String file) throws IOException {
        try (var stream = CiscoCasesTest.class.getResourceAsStream("/firewall-cases/cisco/" + file + ".txt")) {
            assertThat(stream).as(file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
