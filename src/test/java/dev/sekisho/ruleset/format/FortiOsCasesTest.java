package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Open links that were once called closed on a FortiGate, one of each kind. */
class FortiOsCasesTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet SSH6 = Packet.tcp("2001:db8:1::7", "2001:db8:2::5", 22);
    private static final GuardSelector WAN = GuardSelector.interfaceNamed("wan1");
    private static final GuardSelector INWARDS = WAN.with(Key.OUT_INTERFACE, "internal");
    private static final String INTERFACES = """
            config system interface
                edit "wan1"
                next
                edit "wan2"
                next
                edit "internal"
                next
                edit "loop"
                    set type loopback
                next
            end
            """;

    private static String resource(String name) throws IOException {
        try (var stream = FortiOsCasesTest.class.getResourceAsStream("/firewall/cases/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String policy(String... settings) {
        return "    edit 1\n        set srcintf \"wan1\"\n        set dstintf \"internal\"\n        set srcaddr \"all\"\n"
                + "        set dstaddr \"all\"\n        set service \"ALL\"\n        set schedule \"always\"\n        set "
                + String.join("\n        set ", settings) + "\n    next\n";
    }

    private static String policies(String... policies) {
        var text = new StringBuilder("config firewall policy\n");
        for (int i = 0; i < policies.length; i++) {
            text.append(policies[i].replaceFirst("edit 1", "edit " + (i + 1)));
        }
        return text + "end\n";
    }

    private static RuleSet read(String text, GuardSelector guard) {
        return Format.FORTIOS.read(INTERFACES + text, guard);
    }

    @ParameterizedTest
    @CsvSource({
        "fg-ngfw-default-pol.txt, 198.51.100.7, true",
        "fg-ipsec2.txt,           198.51.100.7, true",
        "fg-deny-vlancos.txt,     198.51.100.7, true",
        "fg-deny-reputation.txt,  198.51.100.7, true",
        "fg-vip-srcfilter.txt,    192.0.2.1,    false",
        "fg-vip-srcfilter.txt,    198.51.100.7, true",
        "fg-vip-deny-all-first.txt, 198.51.100.7, true"
    })
    void answersEachCase(String file, String source, boolean permitted) throws IOException {
        var rules = Format.FORTIOS.read(resource(file), WAN);

        assertThat(Verdicts.permits(rules, Packet.tcp(source, "10.0.0.5", 22))).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tos 0x10",
                "tos-negate enable",
                "reputation-minimum 3",
                "reputation-minimum6 3",
                "src-vendor-mac 5",
                "network-service-dynamic \"x\"",
                "network-service-src-dynamic \"x\"",
                "policy-expiry enable",
                "vlan-filter \"10\"",
                "sgt 7",
                "ztna-status enable",
                "ztna-geo-tag \"JP\"",
                "rsso enable",
                "ntlm enable",
                "devices \"phone\"",
                "pcp-inbound enable",
                "internet-service-src enable",
                "schedule \"never-heard-of\"",
                "frobnicate 7",
                "frobnicate-match enable"
            })
    void takesWhatItDoesNotKnowForACondition(String setting) {
        var denied = read(policies(policy("action deny", setting), policy("action accept")), WAN);
        var permitted = read(policies(policy("action accept", setting)), WAN);

        assertThat(Verdicts.permits(denied, SSH)).isTrue();
        assertThat(Verdicts.decider(permitted, SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logtraffic all",
                "nat enable",
                "utm-status enable",
                "av-profile \"default\"",
                "tos 0x00",
                "reputation-minimum 0",
                "policy-expiry disable",
                "frobnicate disable",
                "tcp-mss-sender 1350",
                "anti-replay disable",
                "geoip-match registered-location",
                "comments \"set status disable\""
            })
    void takesWhatIsHarmlessForNoCondition(String setting) {
        assertThat(Verdicts.permits(read(policies(policy("action deny", setting), policy("action accept")), WAN), SSH))
                .isFalse();
        assertThat(read(policies(policy("action accept", setting)), WAN).hasOpaque())
                .isFalse();
    }

    @Test
    void takesATableWithinAPolicyForACondition() {
        var nested = policy("action deny").replace("    next", "config identity-based-policy\nedit 1\nnext\nend\nnext");

        assertThat(Verdicts.permits(read(policies(nested, policy("action accept")), WAN), SSH))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set day sunday monday tuesday wednesday thursday friday saturday | false
            set day monday                                                   | true
            """)
    void looksIntoTheScheduleAlways(String days, boolean permitted) {
        var schedule = "config firewall schedule recurring\nedit \"always\"\n" + days + "\nnext\nend\n";
        var rules = read(schedule + policies(policy("action deny"), policy("action accept")), WAN);

        assertThat(Verdicts.permits(rules, SSH)).isEqualTo(permitted);
    }

    @Test
    void decidesNothingOfAFamilyThatIsNotSpokenOf() {
        var only4 = read(policies(policy("action deny")), WAN.carryingIpv6());
        var only6 = read(policies(policy("action deny")).replace("firewall policy", "firewall policy6"), WAN);
        var both = read(policies(policy("action deny", "srcaddr6 \"all\"", "dstaddr6 \"all\"")), WAN.carryingIpv6());

        assertThat(Verdicts.decider(only4, SSH6))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(only4, SSH)).isFalse();
        assertThat(Verdicts.decider(only6, SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(only6, SSH6)).isFalse();
        assertThat(both.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(both, SSH6)).isFalse();
    }

    @Test
    void readsAPolicyOfOneFamilyAsNoneOfTheOther() {
        var six = policy("action deny")
                .replace("srcaddr \"all\"", "srcaddr6 \"all\"")
                .replace("dstaddr \"all\"", "dstaddr6 \"all\"");
        var rules = read(policies(six, policy("action accept")), WAN.carryingIpv6());

        assertThat(rules.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(rules, SSH)).isTrue();
        assertThat(Verdicts.permits(rules, SSH6)).isFalse();
    }

    @Test
    void letsTheFarSideOfATunnelBeginWhereThePolicySaysSo() {
        var tunnel = policy("action ipsec", "vpntunnel \"t\"", "outbound enable", "inbound enable")
                .replace("srcintf \"wan1\"", "srcintf \"internal\"")
                .replace("dstintf \"internal\"", "dstintf \"wan1\"");

        assertThat(Verdicts.decider(read(policies(tunnel), INWARDS), SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isFalse());
        assertThat(Verdicts.permits(read(policies(tunnel.replace("inbound enable", "inbound disable")), INWARDS), SSH))
                .isFalse();
        assertThat(Verdicts.decider(read(policies(policy("action deny"), tunnel), INWARDS), SSH))
                .hasValueSatisfying(rule -> assertThat(rule.opaque()).contains("deny before it"));
    }

    @Test
    void listsTheAddressByWhichTheFarSideKnowsTheNearOne() {
        var tunnel = policy("action ipsec", "inbound enable", "natip 172.16.1.0 255.255.255.0")
                .replace("srcintf \"wan1\"", "srcintf \"internal\"")
                .replace("dstintf \"internal\"", "dstintf \"wan1\"");

        assertThat(read(policies(tunnel), INWARDS).translations())
                .singleElement()
                .satisfies(one -> assertThat(one.outer()).isEqualTo(AddressSet.of("172.16.1.0/24")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vpn1     | config vpn ipsec phase1-interface\\nedit vpn1\\nset interface wan1\\nnext\\nend | true
            vpn1     | config vpn ipsec phase1-interface\\nedit vpn1\\nset interface wan2\\nnext\\nend | false
            vpn1     | config vpn ipsec phase1-interface\\nedit vpn1\\nset interface loop\\nnext\\nend | true
            vpn1     | config system gre-tunnel\\nedit vpn1\\nset interface wan1\\nnext\\nend          | true
            gre1     | config vpn ipsec phase1-interface\\nedit vpn1\\nset interface wan1\\nnext\\nend\\nconfig system gre-tunnel\\nedit gre1\\nset interface vpn1\\nnext\\nend | true
            remote   | config vpn ipsec phase1-interface\\nedit vpn1\\nset interface wan1\\nnext\\nend\\nconfig system zone\\nedit remote\\nset interface vpn1\\nnext\\nend | true
            ssl.root | config vpn ssl settings\\nset source-interface wan1\\nend                       | true
            ssl.root | config vpn ssl settings\\nset source-interface wan2\\nend                       | false
            ssl.root | config system dns\\nend                                                         | true
            """)
    void doubtsWhatComesOutOfATunnelOverTheNamedInterface(String from, String tunnel, boolean permitted) {
        var text = tunnel.replace("\\n", "\n") + "\n"
                + policies(policy("action deny"), policy("action accept").replace("wan1", from));
        var rules = read(text, INWARDS);
        var opaque = Verdicts.decider(read(text.replace("set action deny", "set status disable"), INWARDS), SSH);

        assertThat(opaque.map(Rule::isOpaque).orElse(false)).isEqualTo(permitted);
        assertThat(Verdicts.permits(rules, SSH)).isEqualTo(permitted);
        assertThat(Verdicts.permits(read(text, GuardSelector.interfaceNamed(from)), SSH))
                .isTrue();
    }

    @Test
    void keepsPoliciesOfTheInterfaceItselfCertainWhereTunnelsRunOverIt() {
        var tunnel = "config vpn ipsec phase1-interface\nedit vpn1\nset interface wan1\nnext\nend\n";
        var rules = read(tunnel + policies(policy("action deny", "service \"DNS\""), policy("action accept")), INWARDS);

        assertThat(rules.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(rules, SSH)).isTrue();
    }

    private static String vip(String... settings) {
        return "config firewall vip\nedit \"v\"\nset extip 203.0.113.5\nset mappedip \"10.0.0.5\"\nset "
                + String.join("\nset ", settings) + "\nnext\nend\n";
    }

    private static String toVirtual(String... settings) {
        return policy(settings).replace("dstaddr \"all\"", "dstaddr \"v\"");
    }

    @Test
    void deniesForAVirtualAddressNothingThatComesStraight() {
        var denied = toVirtual("action deny");
        var straight = read(vip("extintf any") + policies(denied, policy("action accept")), WAN);
        var none = read(vip("extintf any") + policies(denied, toVirtual("action accept")), WAN);
        var deniedBoth =
                read(vip("extintf any") + policies(policy("action deny"), denied, policy("action accept")), WAN);

        assertThat(Verdicts.permits(straight, SSH)).isTrue();
        assertThat(Verdicts.permits(none, SSH)).isFalse();
        assertThat(Verdicts.permits(deniedBoth, SSH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"extintf wan1, true", "extintf any, true", "extintf wan2, false", "srcintf-filter wan2, false"})
    void actsOnWhatEntersByItsInterface(String setting, boolean permitted) {
        var rules = read(vip(setting) + policies(policy("action deny"), toVirtual("action accept")), WAN);

        assertThat(Verdicts.permits(rules, SSH)).isEqualTo(permitted);
        assertThat(rules.translations()).hasSize(permitted ? 1 : 0);
    }

    @Test
    void actsCentrallyWithoutBeingNamed() {
        var central = "config system settings\nset central-nat enable\nend\n";
        var inside = "config firewall address\nedit in\nset subnet 10.0.0.5/32\nnext\nend\n";
        var rules = read(
                central
                        + inside
                        + vip("extintf any")
                        + policies(policy("action accept").replace("dstaddr \"all\"", "dstaddr \"in\"")),
                WAN);

        assertThat(rules.translations()).hasSize(1);
        assertThat(Verdicts.permits(rules, SSH)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "203.0.113.5", 22)))
                .isTrue();
        assertThat(Verdicts.permits(read(central + vip("extintf any") + policies(policy("action deny")), WAN), SSH))
                .isFalse();
    }

    @Test
    void forwardsARangeOfPortsToAnother() {
        var rules = read(
                vip("portforward enable", "extport 8000-8010", "mappedport 9000")
                        + policies(toVirtual("action accept")),
                WAN);

        assertThat(rules.translations())
                .singleElement()
                .satisfies(one -> assertThat(one.innerPorts()).isEqualTo(PortSet.range(9000, 9010)));
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 9010)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type fqdn\nunset mappedip",
                "type dns-translation",
                "nat46 enable",
                "service \"HTTPS\"",
                "extaddr \"x\""
            })
    void letsADenyBeforeItNotHideWhatIsNotKnownOfAVirtualAddress(String setting) {
        var rules =
                read(vip(setting, "extintf any") + policies(policy("action deny"), toVirtual("action accept")), WAN);

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 443)))
                .isTrue();
    }

    @Test
    void opensWhatAnswersFromAnywhereMayUse() {
        var out = policy("action accept", "nat enable", "permit-any-host enable")
                .replace("srcintf \"wan1\"", "srcintf \"internal\"")
                .replace("dstintf \"internal\"", "dstintf \"wan1\"");
        var rules = read(policies(out), WAN);

        assertThat(Verdicts.decider(rules, Packet.udp("198.51.100.7", "10.0.0.5", 5000)))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(read(policies(out.replace("permit-any-host", "permit-nobody")), WAN), SSH))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy-based  | firewall security-policy      | true
                          | firewall security-policy      | true
            profile-based | firewall security-policy      | false
                          | firewall consolidated policy  | false
            """)
    void readsTheTableThatDecides(String mode, String table, boolean permitted) {
        var settings = mode == null ? "" : "config system settings\nset ngfw-mode " + mode + "\nend\n";
        var accepts = policies(policy("action accept")).replace("firewall policy", table);

        assertThat(Verdicts.permits(read(settings + accepts + policies(policy("logtraffic all")), WAN), SSH))
                .isEqualTo(permitted);
    }

    @Test
    void readsConsolidatedPoliciesOfBothFamilies() {
        var text = policies(policy("action accept", "srcaddr6 \"all\"", "dstaddr6 \"all\"")
                        .replace("srcaddr \"", "srcaddr4 \"")
                        .replace("dstaddr \"", "dstaddr4 \""))
                .replace("firewall policy", "firewall consolidated policy");
        var rules = read(text, WAN.carryingIpv6());

        assertThat(rules.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(rules, SSH)).isTrue();
        assertThat(Verdicts.permits(rules, SSH6)).isTrue();
    }

    @Test
    void knowsNothingOfADomainWhoseDecidingTableIsMissing() {
        var text = "config system settings\nset ngfw-mode policy-based\nend\n" + policies(policy("logtraffic all"));

        assertThat(Verdicts.decider(read(text, GuardSelector.unnamed()), SSH))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
    }

    @Test
    void doubtsPoliciesThatChangeTheFamilyAndProxies() {
        var crossing = "config firewall policy64\nedit 1\nset action accept\nset dstaddr \"x\"\nnext\nend\n";
        var proxy = "config firewall proxy-policy\nedit 1\nset proxy access-proxy\nset action accept\nnext\nend\n";

        for (var more : new String[] {crossing, proxy}) {
            assertThat(Verdicts.decider(read(more + policies(policy("action deny", "service \"DNS\"")), WAN), SSH))
                    .as(more)
                    .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        }
    }

    @Test
    void knowsThePortsOfASwitchAndOfABundle() {
        var lan = "config system switch-interface\nedit \"lan\"\nset member \"port1\" \"port2\"\nnext\nend\n";
        var agg = "config system interface\nedit \"agg\"\nset type aggregate\nset member \"port5\"\nnext\nend\n";
        var text = lan + agg + policies(policy("action accept").replace("wan1", "lan"));
        var port1 = GuardSelector.interfaceNamed("port1");

        assertThat(Verdicts.permits(read(text, port1.with(Key.OUT_INTERFACE, "internal")), SSH))
                .isTrue();
        assertThat(Verdicts.permits(read(text, port1.with(Key.OUT_INTERFACE, "port2")), SSH))
                .isTrue();
        assertThat(Verdicts.permits(
                        read(
                                text.replace("\"lan\"\n        set dst", "\"agg\"\n        set dst"),
                                GuardSelector.interfaceNamed("port5")),
                        SSH))
                .isTrue();
    }

    @Test
    void doubtsWhatLeavesByTheInterfaceItEntered() {
        var text = policies(policy("action deny"));
        var back = WAN.with(Key.OUT_INTERFACE, "wan1");

        assertThat(read(text, back).hasOpaque()).isTrue();
        assertThat(read("config system global\nset allow-traffic-redirect disable\nend\n" + text, back)
                        .hasOpaque())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NFS, 6, 111",
        "NFS, 17, 2049",
        "KERBEROS, 6, 464",
        "IKE, 17, 4500",
        "MGCP, 17, 2727",
        "DCE-RPC, 17, 135",
        "WINS, 17, 1512"
    })
    void knowsAllPortsOfTheServicesEveryDeviceHas(String service, int protocol, int port) {
        var rules = Format.FORTIOS.read(
                "config firewall policy\n" + policy("action accept").replace("\"ALL\"", '"' + service + '"') + "end\n",
                WAN);

        assertThat(rules.rules())
                .anyMatch(rule -> rule.protocols().contains(protocol)
                        && rule.destinationPorts().contains(port));
    }

    @Test
    void deniesRemoteLoginFromItsOwnPortsOnly() {
        var rules = Format.FORTIOS.read(
                "config firewall policy\n" + policy("action deny").replace("\"ALL\"", "\"RLOGIN\"")
                        + policy("action accept").replace("edit 1", "edit 2") + "end\n",
                WAN);

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 513)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config firewall proxy-policy\n    edit 1\n        set proxy access-proxy\n        set action accept\n    next\nend\n",
                "config firewall policy64\n    edit 1\n        set action accept\n    next\nend\n"
            })
    void knowsThatNoDenyOfThePoliciesMeetsWhatOtherTablesPermit(String table) {
        var rules = Format.FORTIOS.read("config firewall policy\n" + policy("action deny") + "end\n" + table, WAN);

        assertThat(Verdicts.decider(rules, SSH).filter(Rule::isOpaque)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"geneve, interface", "pppoe-interface, device"})
    void countsEveryKindOfTunnelOverTheInterface(String table, String key) {
        var rules = Format.FORTIOS.read(
                "config system " + table + "\n    edit \"t1\"\n        set " + key + " \"wan1\"\n    next\nend\n"
                        + "config firewall policy\n" + policy("action deny")
                        + policy("action accept").replace("edit 1", "edit 2").replace("wan1", "t1") + "end\n",
                WAN);

        assertThat(Verdicts.decider(rules, SSH).filter(Rule::isOpaque)).isPresent();
    }

    @Test
    void countsAnInterfaceOnTheSameWire() {
        var rules = Format.FORTIOS.read(
                """
                config system interface
                    edit "wan1"
                    next
                    edit "emac1"
                        set type emac-vlan
                        set interface "wan1"
                    next
                end
                config firewall policy
                """
                        + policy("action deny")
                        + policy("action accept").replace("edit 1", "edit 2").replace("wan1", "emac1") + "end\n",
                WAN);

        assertThat(Verdicts.decider(rules, SSH).filter(Rule::isOpaque)).isPresent();
    }
}
