package dev.sekisho.firewall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.Packet;
import dev.sekisho.risk.traffic.RuleSet;
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

    private static RuleSet read(Guard guard, String... policies) {
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
        var rules = read(Guard.unnamed(), policy(7, settings));

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
                Guard.unnamed(),
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
                Guard.unnamed(),
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
        var byPort3 = read(Guard.interfaceNamed("port3").with(Guard.Key.OUT_INTERFACE, "port2"), first, second);

        assertThat(byPort3.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(byPort3, HTTPS)).isTrue();
        assertThat(Verdicts.permits(byPort3, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(read(Guard.unnamed(), first, second).opaque()).hasSize(2);
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
        var rules = Format.FORTIOS.read(text, Guard.unnamed());

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

        assertThat(Verdicts.permits(Format.FORTIOS.read(text, Guard.unnamed().with(Guard.Key.VDOM, "root")), HTTPS))
                .isTrue();
        assertThat(Verdicts.permits(Format.FORTIOS.read(text, Guard.unnamed().with(Guard.Key.VDOM, "dmz")), HTTPS))
                .isFalse();
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> Format.FORTIOS.read(text, Guard.unnamed()))
                .withMessageContaining("dmz, root");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostname fw1                                         | 1 | starts with 'config'
            config firewall policy\\nedit 1\\nset action accept  | 3 | ends inside a block
            config firewall policy\\nend\\nend                   | 3 | closes nothing
            config firewall policy\\nedit 1\\nfrob x\\nnext\\nend | 3 | 'set'
            config firewall policy\\nset action accept\\nend     | 2 | 'edit'
            edit 1                                               | 1 | stands in a 'config'
            """)
    void refusesWithPlaceAndReason(String text, int line, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.FORTIOS.read(text.replace("\\n", "\n"), Guard.unnamed()))
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
                .isThrownBy(() -> Format.FORTIOS.read(text, Guard.unnamed()))
                .withMessageContaining("deeper");
    }
}
