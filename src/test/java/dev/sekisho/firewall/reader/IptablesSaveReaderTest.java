package dev.sekisho.firewall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.Packet;
import dev.sekisho.risk.traffic.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IptablesSaveReaderTest {

    private static final Packet HTTPS = Packet.tcp("198.51.100.7", "10.9.0.7", 443);

    private static RuleSet read(Guard guard, String... rules) {
        return Format.IPTABLES_SAVE.read(
                "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n:X - [0:0]\n:Y - [0:0]\n"
                        + String.join("\n", rules) + "\nCOMMIT\n",
                guard);
    }

    private static RuleSet read(String... rules) {
        return read(Guard.chain("FORWARD"), rules);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -p tcp -m tcp --dport 443                           | true
            -p tcp -m tcp --dport https                         | true
            -p tcp -m tcp ! --dport 443                         | false
            -p tcp -m tcp --dport 400:500                       | true
            -p tcp -m tcp --dport 444:                          | false
            -p tcp -m tcp --dport :443                          | true
            -p udp -m udp --dport 443                           | false
            ! -p udp                                            | true
            ! -p tcp                                            | false
            -p all                                              | true
            -p 6                                                | true
            -s 198.51.100.0/24                                  | true
            -s 198.51.100.0/255.255.255.0                       | true
            ! -s 198.51.100.0/24                                | false
            -s ! 198.51.100.0/24                                | false
            -s 198.51.100.1,198.51.100.7                        | true
            -d 10.9.0.8/31                                      | false
            -s 198.0.100.7/255.0.255.255                        | true
            -p tcp -m multiport --dports 22,80,443              | true
            -p tcp -m multiport --dports 22,80,8000:8010        | false
            -p tcp -m multiport ! --dports 22,443               | false
            -p tcp -m multiport --ports 443,9999                | true
            -p tcp -m multiport --ports 40000                   | true
            -p tcp -m multiport ! --ports 40000                 | false
            -p tcp -m multiport --sports 40000                  | true
            -m iprange --src-range 198.51.100.1-198.51.100.9    | true
            -m iprange ! --src-range 198.51.100.1-198.51.100.9  | false
            -m iprange --dst-range 10.9.0.1-10.9.0.6            | false
            -m state --state NEW                                | true
            -m state --state RELATED,ESTABLISHED                | false
            -m state ! --state RELATED,ESTABLISHED              | true
            -m conntrack --ctstate NEW,RELATED                  | true
            -m conntrack --ctstate INVALID                      | false
            -m state --state RELATED,ESTABLISHED,UNTRACKED      | false
            -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN       | true
            -p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN     | false
            -p tcp -m tcp --tcp-flags ALL NONE                  | false
            -p tcp -m tcp --tcp-flags ACK,FIN FIN               | false
            -p tcp -m tcp --syn                                 | true
            -f                                                  | false
            ! -f                                                | true
            -m comment --comment "a -j DROP b"                  | true
            -i lo                                               | false
            -m recent --set --name seen --mask 255.255.255.255 --rsource | true
            """)
    void matchesAsTheKernelDoes(String conditions, boolean permitted) {
        var rules = read("-A FORWARD " + conditions + " -j ACCEPT");

        assertThat(Verdicts.permits(rules, HTTPS)).isEqualTo(permitted);
        assertThat(rules.hasOpaque()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-m limit --limit 2/sec",
        "-m mac --mac-source 00:60:08:76:35:51",
        "-m set --match-set partners src",
        "-m set --set partners src",
        "-m recent --rcheck --seconds 60 --name seen",
        "-m time --timestart 06:59 --timestop 23:59",
        "-m string --string x --algo bm",
        "-m physdev --physdev-in eth0",
        "-m addrtype --dst-type LOCAL",
        "-m conntrack --ctstate DNAT",
        "-m mark --mark 0x1/0x1",
        "-i eth0",
        "! -o eth0"
    })
    void countsDoubtfulPermitsAndIgnoresDoubtfulDenies(String conditions) {
        var rules =
                read("-A FORWARD " + conditions + " -p udp -j DROP", "-A FORWARD -p tcp " + conditions + " -j ACCEPT");

        assertThat(rules.opaque())
                .singleElement()
                .satisfies(rule -> assertThat(rule.line()).isEqualTo(8));
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isFalse();
        assertThat(rules.rules()).hasSize(2);
        assertThat(rules.notes()).anyMatch(note -> note.startsWith("line 7: this deny counts as not matching"));
    }

    @ParameterizedTest
    @CsvSource({"8, true", "echo-request, true", "0, false", "any, true", "destination-unreachable, false"})
    void readsIcmpTypes(String type, boolean permitted) {
        var rules = read("-A FORWARD -p icmp -m icmp --icmp-type " + type + " -j ACCEPT");

        assertThat(Verdicts.permits(rules, Packet.icmp("198.51.100.7", "10.9.0.7", 8)))
                .isEqualTo(permitted);
    }

    @Test
    void followsJumpsReturnsAndGotos() {
        var rules = read(
                "-A FORWARD -p tcp -j X",
                "-A FORWARD -d 10.9.0.7 -j ACCEPT",
                "-A FORWARD -g Y",
                "-A FORWARD -j ACCEPT",
                "-A X -p tcp --dport 443 -s 198.51.100.0/24 -j RETURN",
                "-A X -j DROP",
                "-A Y -p udp --dport 53 -j ACCEPT");

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.99.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 80)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.8", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.8", 53)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.8", 54)))
                .isFalse();
    }

    @Test
    void letsADoubtfulReturnHideNeitherBranch() {
        var rules = read(
                "-A FORWARD -p tcp -j X",
                "-A FORWARD -s 203.0.113.0/24 -j DROP",
                "-A FORWARD -j ACCEPT",
                "-A X -m limit --limit 25/min -j RETURN",
                "-A X -j DROP");

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.5", "10.9.0.7", 443)))
                .isFalse();
    }

    @Test
    void keepsDoubtsOfAJumpForEverythingBehindIt() {
        var rules = read(
                "-A FORWARD -m mark --mark 7 -j X",
                "-A FORWARD -d 10.9.0.7 -j DROP",
                "-A X -p tcp --dport 443 -j ACCEPT",
                "-A X -j DROP");

        assertThat(Verdicts.decider(rules, HTTPS))
                .hasValueSatisfying(rule -> assertThat(rule.isOpaque()).isTrue());
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 80)))
                .isFalse();
    }

    @Test
    void decidesInterfacesByTheGuard() {
        String[] rules = {"-A FORWARD -i eth1 -o eth+ -p tcp -j ACCEPT", "-A FORWARD ! -i eth1 -p udp -j ACCEPT"};
        var byEth1 = read(Guard.interfaceNamed("eth1").with(Guard.Key.OUT_INTERFACE, "eth0"), rules);
        var byPpp0 = read(Guard.interfaceNamed("ppp0").with(Guard.Key.OUT_INTERFACE, "eth0"), rules);

        assertThat(byEth1.hasOpaque() || byPpp0.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(byEth1, HTTPS)).isTrue();
        assertThat(Verdicts.permits(byPpp0, HTTPS)).isFalse();
        assertThat(Verdicts.permits(byPpp0, Packet.udp("198.51.100.7", "10.9.0.7", 53)))
                .isTrue();
    }

    @Test
    void readsAnInterfaceAsTheAddressesBehindIt() {
        var guard = Guard.chain("FORWARD").withBehind("eth0", AddressSet.of("198.51.100.0/24"));
        var rules = read(guard, "-A FORWARD -i eth0 -j ACCEPT");

        assertThat(rules.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.5", "10.9.0.7", 443)))
                .isFalse();
    }

    @Test
    void countsUntrackedPacketsWhereTheRawTableMakesThem() {
        var raw = "*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p udp -j CT --notrack\nCOMMIT\n";
        var filter = "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -m state --state UNTRACKED -j ACCEPT\nCOMMIT\n";

        assertThat(Format.IPTABLES_SAVE.read(raw + filter, Guard.unnamed()).hasOpaque())
                .isTrue();
        assertThat(Format.IPTABLES_SAVE.read(filter, Guard.unnamed()).rules()).noneMatch(rule -> rule.isOpaque());
    }

    @Test
    void readsBothFamiliesFromOneExport() {
        var four = "# Generated by iptables-save v1.8\n*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -j DROP\nCOMMIT\n";
        var six = "# Generated by ip6tables-save v1.8\n*filter\n:FORWARD DROP [0:0]\n"
                + "-A FORWARD -s 2001:db8::/32 -p ipv6-icmp -m icmp6 --icmpv6-type echo-request -j ACCEPT\nCOMMIT\n";
        var rules = Format.IPTABLES_SAVE.read(four + six, Guard.unnamed());

        assertThat(Verdicts.permits(rules, HTTPS)).isFalse();
        assertThat(Verdicts.permits(rules, Packet.icmp("2001:db8::7", "2001:db9::7", 128)))
                .isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::7", "2001:db9::7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(
                        Format.IPTABLES_SAVE.read(four, Guard.unnamed().carryingIpv6()),
                        Packet.tcp("2001:db8::7", "2001:db9::7", 443)))
                .isTrue();
    }

    @Test
    void leavesWhatAUsersChainDoesNotDecidePermitted() {
        var rules = read(Guard.chain("X"), "-A X -p tcp --dport 22 -j DROP");

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(rules.notes()).anyMatch(note -> note.contains("no policy"));
    }

    @Test
    void countsUnknownTargetsAsPermits() {
        var rules = read("-A FORWARD -p tcp -j NFQUEUE --queue-num 1");

        assertThat(rules.opaque())
                .singleElement()
                .satisfies(rule -> assertThat(rule.opaque()).contains("NFQUEUE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *filter\\n:FORWARD DROP [0:0]\\n                            | 2 | 1  | ends before the COMMIT
            *filter\\n:FORWARD DROP [0:0]\\n-A FORWARD -p\\nCOMMIT        | 3 | 14 | missing
            *filter\\n:FORWARD DROP [0:0]\\n-A FORWARD -s 10.0.0.256 -j DROP\\nCOMMIT | 3 | 15 | no value
            *filter\\n-A X -j DROP\\nCOMMIT                              | 2 | 1  | not declared
            *filter\\n:FORWARD MAYBE [0:0]\\nCOMMIT                      | 2 | 10 | policy
            hostname fw1\\n                                             | 1 | 1  | starts with a table
            *filter\\nCOMMIT\\n*filter\\nCOMMIT                           | 4 | 1  | twice
            *filter\\n:FORWARD DROP\\n:X -\\n:Y -\\n-A FORWARD -j X\\n-A X -j Y\\n-A Y -g X\\nCOMMIT | 7 | 1 | cycle
            """)
    void refusesWithPlaceAndReason(String text, int line, int column, String reason) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.IPTABLES_SAVE.read(text.replace("\\n", "\n"), Guard.unnamed()))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).contains(reason);
                    assertThat(refusal.line()).isEqualTo(line);
                    assertThat(refusal.column()).isEqualTo(column);
                });
    }

    @Test
    void refusesAChainItDoesNotHave() {
        assertThatExceptionOfType(UnsuitableGuard.class)
                .isThrownBy(() -> read(Guard.chain("DMZ")))
                .withMessageContaining("FORWARD");
    }

    @Test
    void endsOnExplodingChains() {
        var text = new StringBuilder("*filter\n:FORWARD ACCEPT [0:0]\n");
        for (int i = 0; i < 40; i++) {
            text.append(":C").append(i).append(" - [0:0]\n");
        }
        text.append("-A FORWARD -j C0\n");
        for (int i = 0; i < 39; i++) {
            var jump = "-A C" + i + " -j C" + (i + 1) + "\n";
            text.append(jump).append(jump);
        }

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.IPTABLES_SAVE.read(text + "COMMIT\n", Guard.unnamed()))
                .withMessageContaining("too many combinations");
    }

    @Test
    void endsOnAMillionRules() {
        var text = "*filter\n:FORWARD ACCEPT [0:0]\n" + "-A FORWARD -j DROP\n".repeat(1_000_000) + "COMMIT\n";

        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.IPTABLES_SAVE.read(text, Guard.unnamed()))
                .withMessageContaining("200000");
    }

    @Test
    void readsConditionsBehindTheTarget() {
        var rules = read(
                "-A FORWARD -j DROP -s 203.0.113.0/24",
                "-A FORWARD -j LOG --log-prefix \"-d 192.0.2.1 \" -p tcp",
                "-A FORWARD -j ACCEPT -p tcp -m tcp ! --dport 22 -m comment --comment web");

        assertThat(rules.hasOpaque()).isFalse();
        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("203.0.113.7", "10.9.0.7", 443)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.tcp("198.51.100.7", "10.9.0.7", 22)))
                .isFalse();
        assertThat(Verdicts.permits(rules, Packet.udp("198.51.100.7", "10.9.0.7", 443)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "# Generated by iptables-save v1.8.9 (nf_tables), # Generated by ip6tables-save v1.8.9 (nf_tables)",
        "# Generated by iptables-nft-save v1.8.4, # Generated by ip6tables-nft-save v1.8.4",
        "# Generated by xtables-save v1.8.2, # Generated by xtables-save v1.8.2"
    })
    void tellsTheFamiliesApart(String four, String six) {
        var table = "\n*filter\n:FORWARD %s [0:0]\nCOMMIT\n";
        var rules = Format.IPTABLES_SAVE.read(
                four + table.formatted("ACCEPT") + six + table.formatted("DROP"), Guard.unnamed());

        assertThat(Verdicts.permits(rules, HTTPS)).isTrue();
        assertThat(Verdicts.permits(rules, Packet.tcp("2001:db8::7", "2001:db9::7", 443)))
                .isFalse();
    }

    @Test
    void saysThatNoRuleNamesAnInterface() {
        var rules = read(Guard.interfaceNamed("eht0"), "-A FORWARD -i eth0 -j ACCEPT", "-A FORWARD ! -i wg+ -j DROP");

        assertThat(rules.notes()).anyMatch(note -> note.contains("eht0; they name eth0, wg+"));
        assertThat(read(Guard.interfaceNamed("wg1"), "-A FORWARD ! -i wg+ -j DROP")
                        .notes())
                .noneMatch(note -> note.contains("they name"));
    }
}
