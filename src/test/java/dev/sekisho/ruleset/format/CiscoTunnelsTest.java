package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of tunnels passes the lists of interfaces, and what of it stays unknown. */
class CiscoTunnelsTest {

    private static final Packet REMOTE = Packet.tcp("192.0.2.9", "10.0.0.5", 3389);
    private static final Packet ELSEWHERE = Packet.tcp("198.51.100.7", "10.0.0.5", 3389);

    private static final String ASA = """
            ASA Version 9.8(2)
            interface GigabitEthernet0/0
             nameif outside
             security-level 0
             ip address 203.0.113.2 255.255.255.0
            interface GigabitEthernet0/1
             nameif inside
             security-level 100
             ip address 10.0.0.1 255.255.255.0
            access-list OUT extended deny ip any any
            access-list LEAVING extended deny ip any any
            access-list VPN extended permit ip 10.0.0.0 255.255.255.0 192.0.2.0 255.255.255.0
            access-list WEB extended permit tcp 192.0.2.0 255.255.255.0 any eq 443
            access-list RDP extended permit tcp 192.0.2.0 255.255.255.0 any eq 3389
            access-group OUT in interface outside
            access-group LEAVING out interface inside
            crypto map CM 10 match address VPN
            crypto map CM 10 set peer 198.51.100.1
            tunnel-group 198.51.100.1 type ipsec-l2l
            crypto map CM interface outside
            """;

    private static final String FILTERED = "group-policy P attributes; vpn-filter value %s;"
            + "tunnel-group 198.51.100.1 general-attributes; default-group-policy P";

    private static RuleSet asa(String more, GuardSelector guard) {
        return Format.CISCO_ASA.read(ASA + more.replace(";", "\n") + "\n: end\n", guard.carryingIpv6());
    }

    private static RuleSet asa(String more) {
        return asa(more, GuardSelector.interfaceNamed("outside"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                                    | true
            no sysopt connection permit-vpn                                      | false
            no sysopt connection permit-ipsec                                    | false
            group-policy DfltGrpPolicy attributes; vpn-filter value WEB          | false
            group-policy DfltGrpPolicy attributes; vpn-filter value RDP          | true
            group-policy P attributes; vpn-filter value WEB                      | true
            tunnel-group DefaultL2LGroup general-attributes; default-group-policy P;group-policy P attributes; vpn-filter value WEB | true
            """)
    void passesTheListUnlessSomethingElseDecides(String more, boolean permitted) {
        var rules = asa(more == null ? "" : more);

        assertThat(Verdicts.permits(rules, REMOTE)).isEqualTo(permitted);
        assertThat(Verdicts.permits(rules, ELSEWHERE)).isFalse();
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"WEB, false", "RDP, true"})
    void takesTheFilterOfThePeersGroup(String filter, boolean permitted) {
        assertThat(Verdicts.permits(asa(FILTERED.formatted(filter)), REMOTE)).isEqualTo(permitted);
    }

    @Test
    void passesTheListOfTheWayOutToo() {
        var out = GuardSelector.interfaceNamed("outside").with(GuardSelector.Key.OUT_INTERFACE, "inside");
        var leaving = GuardSelector.interfaceNamed("inside").with(GuardSelector.Key.DIRECTION, "OUT");

        assertThat(Verdicts.permits(asa("", out), REMOTE)).isTrue();
        assertThat(Verdicts.permits(asa("", leaving), REMOTE)).isTrue();
        assertThat(Verdicts.permits(asa("no sysopt connection permit-vpn", leaving), REMOTE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webvpn; enable outside                                                                      | true
            webvpn; enable dmz                                                                          | false
            crypto map CM 65535 ipsec-isakmp dynamic DYN;crypto dynamic-map DYN 10 set pfs              | true
            crypto map CM 65535 ipsec-isakmp dynamic MISSING                                            | true
            crypto map CM 20 match address MISSING                                                      | true
            established tcp 0 0 permitto tcp 3389                                                       | true
            """)
    void leavesOpaqueWhatRemoteAccessCarries(String more, boolean opaque) {
        var rules = asa(more);

        assertThat(Verdicts.permits(rules, ELSEWHERE)).isEqualTo(opaque);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }

    @Test
    void limitsADynamicMapToItsList() {
        var rules = asa("crypto map CM 65535 ipsec-isakmp dynamic DYN;crypto dynamic-map DYN 10 match address DL;"
                + "access-list DL extended permit ip 10.0.0.0 255.255.255.0 198.51.100.0 255.255.255.0");

        assertThat(Verdicts.permits(rules, ELSEWHERE)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.9", "10.0.0.5", 3389)))
                .isFalse();
    }

    @Test
    void passesTheListOfATunnelThatIsAnInterface() {
        var tunnel = "interface Tunnel1; nameif vti; ip address 169.254.0.1 255.255.255.252;"
                + " tunnel source interface outside; tunnel destination 198.51.100.2; tunnel mode ipsec ipv4;"
                + "access-group OUT in interface vti";

        assertThat(Verdicts.permits(asa(tunnel, GuardSelector.interfaceNamed("vti")), ELSEWHERE))
                .isTrue();
        assertThat(Verdicts.permits(
                        asa(tunnel + ";no sysopt connection permit-vpn", GuardSelector.interfaceNamed("vti")),
                        ELSEWHERE))
                .isFalse();
    }

    @Test
    void countsATunnelOverTheInterfaceAsADoubt() {
        var tunnel = "interface Tunnel1; nameif vti; ip address 169.254.0.1 255.255.255.252;"
                + " tunnel source interface outside; tunnel destination 198.51.100.2; tunnel mode ipsec ipv4;"
                + "access-group OUT in interface vti";

        assertThat(Verdicts.decider(asa(tunnel), ELSEWHERE).filter(Rule::isOpaque))
                .isPresent();
        assertThat(Verdicts.permits(asa(tunnel + ";no sysopt connection permit-vpn"), ELSEWHERE))
                .isFalse();
        assertThat(Verdicts.permits(asa(tunnel.replace("interface outside", "interface inside")), ELSEWHERE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Gi0/0, true",
        "203.0.113.2, true",
        "Loopback0, true",
        "10.255.0.1, true",
        "Gi0/1, false",
        "198.18.0.1, true"
    })
    void countsATunnelOfARouterOverTheInterfaceAsADoubt(String source, boolean permitted) {
        var rules = Format.CISCO_IOS.read("""
                hostname r1
                interface Gi0/0
                 ip address 203.0.113.2 255.255.255.0
                 ip access-group IN in
                interface Gi0/1
                 ip address 10.0.0.1 255.255.255.0
                interface Loopback0
                 ip address 10.255.0.1 255.255.255.255
                interface Tunnel7
                 ip address 172.16.0.1 255.255.255.252
                 tunnel source %s
                ip access-list extended IN
                 permit gre any any
                 deny ip any any
                """.formatted(source), GuardSelector.interfaceNamed("Gi0/0"));

        assertThat(Verdicts.decider(rules, ELSEWHERE).filter(Rule::isOpaque).isPresent())
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource({"vpdn enable, true", "no vpdn, false"})
    void letsInWhoDialsInToARouter(String setting, boolean permitted) {
        var rules = Format.CISCO_IOS.read(
                "hostname r1\n" + setting + "\ninterface Gi0/0\n ip access-group IN in\n"
                        + "interface Virtual-Template1\n ip unnumbered Gi0/0\n"
                        + "ip access-list extended IN\n permit gre any any\n deny ip any any\n",
                GuardSelector.interfaceNamed("Gi0/0"));

        assertThat(Verdicts.permits(rules, ELSEWHERE)).isEqualTo(permitted);
    }

    @Test
    void leavesToATunnelOverTheInterfaceItsOwnList() {
        var rules = Format.CISCO_IOS.read("""
                hostname r1
                interface Gi0/0
                 ip access-group IN in
                interface Tunnel7
                 tunnel source Gi0/0
                 ip access-group INNER in
                ip access-list extended IN
                 deny ip any any
                ip access-list extended INNER
                 permit tcp any any eq 443
                """, GuardSelector.interfaceNamed("Gi0/0"));

        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.0.0.5", 443)))
                .isTrue();
        assertThat(Verdicts.permits(rules, ELSEWHERE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"permit-pptp, true", "permit-l2tp, true", "tcpmss 1380, false"})
    void letsInWhoDialsInToAPix(String setting, boolean permitted) {
        var rules = Format.CISCO_ASA.read(
                "PIX Version 6.3(5)\nnameif ethernet0 outside security0\nnameif ethernet1 inside security100\n"
                        + "access-list OUT deny ip any any\naccess-group OUT in interface outside\n"
                        + "vpdn enable outside\nsysopt connection " + setting + "\n",
                GuardSelector.interfaceNamed("outside"));

        assertThat(Verdicts.permits(rules, ELSEWHERE)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource({"ip auth-proxy AP, true", "ip admission AD, true", "ip inspect FW out, false"})
    void letsInWhoSignsInAtARouter(String setting, boolean permitted) {
        var rules = Format.CISCO_IOS.read(
                "hostname r1\ninterface Gi0/0\n ip access-group IN in\n " + setting
                        + "\nip access-list extended IN\n deny ip any any\n",
                GuardSelector.interfaceNamed("Gi0/0"));

        assertThat(Verdicts.decider(rules, ELSEWHERE).filter(Rule::isOpaque).isPresent())
                .isEqualTo(permitted);
    }

    @Test
    void refusesTheConfigurationsOfSeveralDevicesAtOnce() {
        var router =
                "hostname r%s\ninterface Gi0/0\n ip access-group IN in\nip access-list extended IN\n %s ip any any\n";
        var both = router.formatted("1", "deny") + router.formatted("2", "permit");

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.CISCO_IOS.read(both, GuardSelector.interfaceNamed("Gi0/0")))
                .withMessageContaining("line 6")
                .withMessageContaining("second device");
    }

    @Test
    void knowsThatAnOldPixHasToBeTold() {
        var pix = "PIX Version 6.3(5)\nnameif ethernet0 outside security0\nnameif ethernet1 inside security100\n"
                + "ip address outside 203.0.113.2 255.255.255.0\naccess-list OUT deny ip any any\n"
                + "access-list VPN permit ip 10.0.0.0 255.255.255.0 192.0.2.0 255.255.255.0\n"
                + "access-group OUT in interface outside\ncrypto map CM 10 ipsec-isakmp\n"
                + "crypto map CM 10 match address VPN\ncrypto map CM 10 set peer 198.51.100.1\n"
                + "crypto map CM interface outside\n";
        var guard = GuardSelector.interfaceNamed("outside");

        assertThat(Verdicts.permits(Format.CISCO_ASA.read(pix, guard), REMOTE)).isFalse();
        assertThat(Verdicts.permits(Format.CISCO_ASA.read(pix + "sysopt connection permit-ipsec\n", guard), REMOTE))
                .isTrue();
    }

    private static RuleSet ios(String version, String map, String onInterface, String direction) {
        return Format.CISCO_IOS.read(
                """
                version %s
                crypto map CM 10 %s
                interface GigabitEthernet0/0
                 ip address 203.0.113.2 255.255.255.0
                 ip access-group IN in
                 ip access-group IN out
                 %s
                ip access-list extended IN
                 deny ip any any
                ip access-list extended WEB
                 permit tcp any any eq 443
                access-list 110 permit ip 10.0.0.0 0.0.0.255 192.0.2.0 0.0.0.255
                end
                """.formatted(version, map.replace(";", "\n"), onInterface),
                GuardSelector.interfaceNamed("GigabitEthernet0/0")
                        .with(GuardSelector.Key.DIRECTION, direction)
                        .carryingIpv6());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15.2 | ipsec-isakmp; match address 110                                | crypto map CM               | true  | false
            12.4 | ipsec-isakmp; match address 110                                | crypto map CM               | true  | false
            12.3 | ipsec-isakmp; match address 110                                | crypto map CM               | true  | true
            12.2 | ipsec-isakmp; match address 110                                | crypto map CM               | false | false
            15.2 | ipsec-isakmp; match address 110                                | crypto map OTHER            | false | false
            15.2 | ipsec-isakmp; match address 110; set ip access-group WEB in    | crypto map CM               | false | false
            15.2 | ipsec-isakmp; match address 110; set ip access-group WEB out   | crypto map CM               | true  | false
            15.2 | ipsec-isakmp; match address 110; set ip access-group GONE in   | crypto map CM               | true  | false
            15.2 | ipsec-isakmp; match address 199                                | crypto map CM               | true  | true
            15.2 | gdoi; set group G                                              | crypto map CM               | true  | true
            15.2 | ipsec-isakmp dynamic D                                         | crypto map CM               | true  | true
            15.2 | ipsec-isakmp; match address 110                                | crypto ipsec client ezvpn E | true  | true
            """)
    void readsTheCryptoMapOfARouter(String version, String map, String onInterface, boolean permitted, boolean opaque) {
        var rules = ios(version, map, onInterface, "IN");

        assertThat(Verdicts.permits(rules, REMOTE)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isEqualTo(opaque);
    }

    @Test
    void sendsIntoTheTunnelWhatItsListNames() {
        var rules = ios("15.2", "ipsec-isakmp; match address 110", "crypto map CM", "OUT");

        assertThat(Verdicts.permits(rules, Packet.tcp("10.0.0.5", "192.0.2.9", 22)))
                .isTrue();
        assertThat(Verdicts.permits(rules, REMOTE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip address 203.0.113.2 port 443 | true
            ip address 203.0.113.9 port 443 | false
            ip interface Gi0/0 port 443     | true
            ssl trustpoint T                | true
            """)
    void leavesOpaqueWhatAGatewayOfARouterLetsIn(String gateway, boolean opaque) {
        var text = "hostname r1\ninterface Gi0/0\n ip address 203.0.113.2 255.255.255.0\n ip access-group IN in\n"
                + "ip access-list extended IN\n deny ip any any\nwebvpn gateway G\n " + gateway + "\n";

        assertThat(Format.CISCO_IOS
                        .read(text, GuardSelector.interfaceNamed("Gi0/0"))
                        .hasOpaque())
                .isEqualTo(opaque);
    }

    @Test
    void leavesOpaqueWhatUsersBring() {
        var text = ASA.replace("in interface outside", "in interface outside per-user-override");
        var signIn = text + "aaa authentication match WEB outside LOCAL\n";
        var guard = GuardSelector.interfaceNamed("outside");

        assertThat(Format.CISCO_ASA.read(text, guard).hasOpaque()).isFalse();
        assertThat(Format.CISCO_ASA.read(signIn, guard).hasOpaque()).isTrue();
    }
}
