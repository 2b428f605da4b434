package dev.sekisho.ruleset.fortios;

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

class FortiOsReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static final String OBJECTS = """
            #config-version=FGT60E-7.2.6
            config system admin
                edit "admin"
                    set password ENC CANARY1
                next
            end
            config vpn certificate local
                edit "c"
                    set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----
            CANARY2
            end
            -----END ENCRYPTED PRIVATE KEY-----"
                next
            end
            config system zone
                edit "partners"
                    set interface "port1" "port3"
                next
            end
            config firewall address
                edit "partner"
                    set subnet 198.51.100.0 255.255.255.0
                next
                edit "web"
                    set type iprange
                    set start-ip 10.9.0.1
                    set end-ip 10.9.0.9
                next
                edit "odd"
                    set type wildcard
                    set wildcard 198.0.100.7 255.0.255.255
                next
                edit "name"
                    config tagging
                        edit "t"
                        next
                    end
                    set type fqdn
                    set fqdn "www.example.com"
                next
            end
            config firewall addrgrp
                edit "servers"
                    set member "web" "partner"
                    set exclude enable
                    set exclude-member "partner"
                next
            end
            config firewall service custom
                edit "web8"
                    set tcp-portrange 443 8000-8010
                next
                edit "high"
                    set tcp-portrange 443:1024-65535
                next
                edit "ping"
                    set protocol ICMP
                    set icmptype 8
                next
                edit "tcp-any"
                    set protocol IP
                    set protocol-number 6
                next
            end
            config firewall service group
                edit "mixed"
                    set member "ping" "web8"
                next
            end
            """;

    private static String policy(int id, String... settings) {
        return "    edit " + id + "\n        set " + String.join("\n        set ", settings) + "\n    next\n";
    }

    private static String between(String action, String source, String destination, String service) {
        return "srcintf \"port1\"\n        set dstintf \"port2\"\n        set action " + action
                + "\n        set srcaddr "
                + source + "\n        set dstaddr " + destination
                + "\n        set schedule \"always\"\n        set service "
                + service;
    }

    private static RuleSet read(GuardSelector guard, String... policies) {
        return Format.FORTIOS.read(OBJECTS + "config firewall policy\n" + String.join("", policies) + "end\n", guard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "all"               | "all"     | "ALL"      |                        | true
            "partner"           | "web"     | "HTTPS"    |                        | true
            "partner"           | "servers" | "web8"     |                        | true
            "odd"               | "servers" | "high"     |                        | true
            "web" "partner"     | "web"     | "mixed"    |                        | true
            "all"               | "all"     | "tcp-any"  |                        | true
            "all"               | "all"     | "ping"     |                        | false
            "all"               | "all"     | "SSH"      |                        | false
            "web"               | "all"     | "ALL"      |                        | false
            "partner"           | "partner" | "ALL"      |                        | false
            "none"              | "all"     | "ALL"      |                        | false
            "all"               | "all"     | "ALL"      | status disable         | false
            "partner"           | "all"     | "ALL"      | srcaddr-negate enable  | false
            "web"               | "all"     | "ALL"      | srcaddr-negate enable  | true
            "all"               | "web"     | "ALL"      | dstaddr-negate enable  | false
            "all"               | "all"     | "SSH"      | service-negate enable  | true
            "all"               | "all"     | "mixed"    | service-negate enable  | false
            """)
    void matchesAsTheDeviceDoes(String source, String destination, String service, String more, boolean permitted) {
        var settings = between("accept", source, destination, service) + (more == null ? "" : "\n        set " + more);
        var rules = read(GuardSelector.unnamed(), policy(7, settings));

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
        assertThat(rules.toString()).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name"    | "HTTPS" | schedule "always"
            "missing" | "HTTPS" | schedule "always"
            "all"     | "what"  | schedule "always"
            "all"     | "HTTPS" | schedule "office"
            "all"     | "HTTPS" | groups "vendors"
            "all"     | "HTTPS" | internet-service enable
            """)
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String source, String service, String more) {
        var rules = read(
                GuardSelector.unnamed(),
                policy(1, between("deny", source, "\"all\"", service), more),
                policy(2, between("accept", source, "\"all\"", service), more));

        assertThat(rules.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(rules.notes()).isNotEmpty();
    }

    @Test
    void followsTheOrderOfPoliciesNotTheirNumbers() {
        var rules = read(
                GuardSelector.unnamed(),
                policy(9, between("deny", "\"partner\"", "\"all\"", "\"HTTPS\"")),
                policy(1, between("accept", "\"all\"", "\"all\"", "\"ALL\"")));

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isTrue();
    }

    @Test
    void choosesPoliciesByInterfaceAndZone() {
        var first =
                "    edit 1\n set srcintf \"partners\"\n set dstintf \"port2\"\n set action accept\n set srcaddr \"all\"\n"
                        + " set dstaddr \"all\"\n set service \"HTTPS\"\n next\n";
        var second =
                policy(2, between("accept", "\"all\"", "\"all\"", "\"SSH\"").replace("port1", "port4"));
        var byPort3 = read(
                GuardSelector.interfaceNamed("port3").with(GuardSelector.Key.OUT_INTERFACE, "port2"), first, second);

        assertThat(byPort3.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(byPort3, HTTPS)).isTrue();
        assertThat(Verdicts.permits(byPort3, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(read(GuardSelector.unnamed(), first, second).opaque()).hasSize(2);
    }

    @Test
    void countsVirtualAddressesOutsideAndInside() {
        var vip = """
                config firewall vip
                    edit "v"
                        set extip 203.0.113.80
                        set mappedip "10.9.0.7"
                    next
                end
                """;
        var text =
                OBJECTS + vip + "config firewall policy\n" + policy(1, between("deny", "\"all\"", "\"all\"", "\"ALL\""))
                        + policy(2, between("accept", "\"all\"", "\"v\"", "\"HTTPS\"")) + "end\n";
        var rules = Format.FORTIOS.read(text, GuardSelector.unnamed());

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "203.0.113.80", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.8", 443)))
                .isFalse();
    }

    @Test
    void readsVirtualDomainsApart() {
        var text = """
                config vdom
                edit root
                next
                edit dmz
                next
                end
                config vdom
                edit root
                config firewall policy
                    edit 1
                        set action accept
                        set srcaddr "all"
                        set dstaddr "all"
                        set service "ALL"
                    next
                end
                end
                config vdom
                edit dmz
                config firewall policy
                    edit 1
                        set srcaddr "all"
                        set dstaddr "all"
                        set service "ALL"
                    next
                end
                end
                """;

        assertThat(Verdicts.permits(
                        Format.FORTIOS.read(text, GuardSelector.unnamed().with(GuardSelector.Key.VDOM, "root")), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(
                        Format.FORTIOS.read(text, GuardSelector.unnamed().with(GuardSelector.Key.VDOM, "dmz")), HTTPS))
                .isFalse();
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.FORTIOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining("dmz, root");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostname fw1                                         | 1 | starts with 'config'
            config firewall policy\\nedit 1\\nset action accept  | 3 | ends inside a block
            config firewall policy\\nend\\nend                   | 3 | closes nothing
            edit 1                                               | 1 | stands in a 'config'
            """)
    void refusesWithPlaceAndReason(String text, int line, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.FORTIOS.read(text.replace("\\n", "\n"), GuardSelector.unnamed()))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal.line()).isEqualTo(line);
                });
    }

    @Test
    void refusesGroupsThatNestTooDeep() {
        var groups = new StringBuilder("config firewall addrgrp\n");
        for (int i = 0; i < 10_000; i++) {
            groups.append("edit g")
                    .append(i)
                    .append("\nset member g")
                    .append(i + 1)
                    .append("\nnext\n");
        }
        var text =
                groups + "end\nconfig firewall policy\n" + policy(1, between("accept", "g0", "all", "ALL")) + "end\n";

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.FORTIOS.read(text, GuardSelector.unnamed()))
                .withMessageContaining("deeper");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ALL"       | 10.9.0.7     | 8443 | true
            "ALL"       | 10.9.0.7     | 443  | false
            "ALL"       | 10.9.0.7     | 22   | false
            "ALL"       | 203.0.113.80 | 443  | true
            "ALL"       | 203.0.113.80 | 8443 | false
            "inner"     | 10.9.0.7     | 8443 | true
            "inner"     | 203.0.113.80 | 443  | true
            "HTTPS"     | 203.0.113.80 | 443  | false
            "HTTPS"     | 10.9.0.7     | 8443 | false
            """)
    void forwardsPortsAsThePolicyMeetsThemInside(String service, String destination, int port, boolean permitted) {
        var vip = """
                config firewall service custom
                    edit "inner"
                        set tcp-portrange 8443
                    next
                end
                config firewall vip
                    edit "v"
                        set extip 203.0.113.80
                        set mappedip "10.9.0.7"
                        set extintf "port1"
                        set portforward enable
                        set extport 443
                        set mappedport 8443
                    next
                end
                config firewall vipgrp
                    edit "vs"
                        set member "v"
                    next
                end
                """;
        var text = OBJECTS + vip + "config firewall policy\n"
                + policy(1, between("accept", "\"all\"", "\"vs\"", service)) + "end\n";
        var rules = Format.FORTIOS.read(text, GuardSelector.unnamed());

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", destination, port)))
                .isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @Test
    void readsLoadBalancersAndAddressesOfInterfaces() {
        var vip = """
                config system interface
                    edit "port1"
                        set ip 203.0.113.1 255.255.255.0
                    next
                    edit "port2"
                    next
                end
                config firewall vip
                    edit "lb"
                        set type server-load-balance
                        set extip 203.0.113.81
                        set extintf "port1"
                        set server-type https
                        set extport 443
                        config realservers
                            edit 1
                                set ip 10.9.0.7
                                set port 8443
                            next
                            edit 2
                                set ip 10.9.0.8
                            next
                        end
                    next
                    edit "own"
                        set extip 0.0.0.0
                        set extintf "port1"
                        set mappedip "10.9.0.9"
                    next
                    edit "off"
                        set status disable
                        set extip 203.0.113.82
                        set mappedip "10.9.0.10"
                    next
                end
                """;
        var text = OBJECTS + vip + "config firewall policy\n"
                + policy(1, between("accept", "\"all\"", "\"lb\" \"own\" \"off\"", "\"ALL\"")) + "end\n";
        var rules = Format.FORTIOS.read(text, GuardSelector.unnamed());

        assertThat(rules.hasOpaque()).isFalse();
        for (var open :
                new String[] {"10.9.0.7 8443", "10.9.0.8 443", "203.0.113.81 443", "203.0.113.1 22", "10.9.0.9 22"}) {
            assertThat(Verdicts.permits(rules, packetTo(open))).as(open).isTrue();
        }
        for (var shut :
                new String[] {"10.9.0.7 443", "10.9.0.8 80", "203.0.113.81 80", "203.0.113.82 22", "10.9.0.10 22"}) {
            assertThat(Verdicts.permits(rules, packetTo(shut))).as(shut).isFalse();
        }
    }

    private static Packet packetTo(String addressAndPort) {
        var words = addressAndPort.split(" ");
        return Packet.tcp("198.51.100.7", words[0], Integer.parseInt(words[1]));
    }

    @Test
    void refusesAnInterfaceThatNothingNames() {
        var one = policy(1, between("accept", "\"all\"", "\"all\"", "\"ALL\""));

        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> read(GuardSelector.interfaceNamed("prot1"), one))
                .withMessageContaining("port1, port2");
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() ->
                        read(GuardSelector.interfaceNamed("port1").with(GuardSelector.Key.OUT_INTERFACE, "port9"), one))
                .withMessageContaining("outInterface");
    }

    @Test
    void findsTheInterfacesOfSdWan() {
        var sdwan = """
                config system sdwan
                    set status enable
                    config zone
                        edit "overlay"
                        next
                    end
                    config members
                        edit 1
                            set interface "wan1"
                        next
                        edit 2
                            set interface "tunnel1"
                            set zone "overlay"
                        next
                    end
                end
                """;
        var text = OBJECTS + sdwan + "config firewall policy\n"
                + policy(1, between("accept", "\"all\"", "\"all\"", "\"HTTPS\"").replace("port1", "virtual-wan-link"))
                + policy(2, between("accept", "\"all\"", "\"all\"", "\"SSH\"").replace("port1", "overlay")) + "end\n";
        var ssh = Packet.tcp("198.51.100.7", "10.9.0.7", 22);
        var wan = Format.FORTIOS.read(
                text, GuardSelector.interfaceNamed("wan1").with(GuardSelector.Key.OUT_INTERFACE, "port2"));
        var tunnel = Format.FORTIOS.read(
                text, GuardSelector.interfaceNamed("tunnel1").with(GuardSelector.Key.OUT_INTERFACE, "port2"));

        assertThat(Verdicts.permits(wan, HTTPS)).isTrue();
        assertThat(Verdicts.permits(wan, ssh)).isFalse();
        assertThat(Verdicts.permits(tunnel, ssh)).isTrue();
        assertThat(Verdicts.permits(tunnel, HTTPS)).isFalse();
    }

    @Test
    void letsInterfacesOfAnOpenZoneReachOneAnother() {
        var open = OBJECTS.replace(
                        "set interface \"port1\" \"port3\"", "set intrazone allow\nset interface \"port1\" \"port3\"")
                + "config firewall policy\n" + policy(1, between("deny", "\"all\"", "\"all\"", "\"ALL\"")) + "end\n";
        var from1 = GuardSelector.interfaceNamed("port1");
        var within = Format.FORTIOS.read(open, from1.with(GuardSelector.Key.OUT_INTERFACE, "port3"));

        assertThat(Verdicts.permits(within, HTTPS)).isTrue();
        assertThat(within.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(
                        Format.FORTIOS.read(open, from1.with(GuardSelector.Key.OUT_INTERFACE, "port2")), HTTPS))
                .isFalse();
        assertThat(Format.FORTIOS.read(open, from1).hasOpaque()).isTrue();
    }

    @Test
    void readsAFullConfigurationThatStatesWhatIsEmpty() {
        var service = """
                config firewall service custom
                    edit "WEB"
                        set protocol TCP/UDP/SCTP
                        set iprange 0.0.0.0
                        set fqdn ''
                        unset app-category
                        set tcp-portrange 443
                        unset udp-portrange
                    next
                    edit "THERE"
                        set iprange 10.9.0.7-10.9.0.8
                        set tcp-portrange 443
                    next
                end
                config firewall policy
                """;
        var settings = "set groups ''\n set users \"\"\n set srcaddr-negate disable\n set internet-service disable\n";
        var web = OBJECTS + service + policy(1, between("accept", "\"all\"", "\"all\"", "\"WEB\"") + "\n" + settings)
                + "end\n";
        var there = OBJECTS + service + policy(1, between("accept", "\"all\"", "\"all\"", "\"THERE\"")) + "end\n";

        assertThat(Format.FORTIOS.read(web, GuardSelector.unnamed()).hasOpaque())
                .isFalse();
        assertThat(Verdicts.permits(Format.FORTIOS.read(web, GuardSelector.unnamed()), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(Format.FORTIOS.read(there, GuardSelector.unnamed()), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(
                        Format.FORTIOS.read(there, GuardSelector.unnamed()),
                        Packet.tcp("198.51.100.7", "10.9.0.9", 443)))
                .isFalse();
    }

    @Test
    void readsWhatATerminalShows() {
        var session = "FGT-1 # show firewall policy\r\nconfig firewall policy\r\n"
                + policy(1, between("accept", "\"all\"", "\"all\"", "\"HTTPS\""))
                        .replace("\n", "\r\n")
                + "--More-- \r         \rend\r\n\r\nFGT-1 # \r\n";

        assertThat(Verdicts.permits(Format.FORTIOS.read(session, GuardSelector.unnamed()), HTTPS))
                .isTrue();
    }
}
