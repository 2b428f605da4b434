package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What "nft list ruleset" prints as text, each answer worked out by hand. */
class NftListingTest {

    private static final Packet SSH = Packet.tcp("198.51.100.7", "10.0.0.5", 22);
    private static final Packet WEB = Packet.tcp("198.51.100.7", "10.0.0.5", 80);

    private static RuleSet read(String policy, String rules) {
        return Format.NFTABLES_JSON.read(
                "table inet filter { # handle 2\n\tset s {\n\t\ttype ipv4_addr\n\t\tflags interval\n"
                        + "\t\telements = { 198.51.100.0/24,\n\t\t\t     203.0.113.1-203.0.113.9 }\n\t}\n"
                        + "\tmap m {\n\t\ttype inet_service : verdict\n\t\telements = { 22 : accept, 80 : jump x }\n\t}\n"
                        + "\tchain forward { # handle 1\n\t\ttype filter hook forward priority filter + 10; policy "
                        + policy + ";\n\t\t" + rules.replace("~", "\n\t\t") + "\n\t}\n\tchain x {\n\t\tdrop\n\t}\n}\n",
                GuardSelector.interfaceNamed("eth0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            drop   @ tcp dport 22 accept                                                     @ OPEN   @ CLOSED
            drop   @ tcp dport { 22, 443 } counter packets 5 bytes 300 accept comment "drop" @ OPEN   @ CLOSED
            drop   @ tcp dport 20-30 accept # handle 5                                       @ OPEN   @ CLOSED
            drop   @ tcp dport != 22 accept                                                  @ CLOSED @ OPEN
            drop   @ tcp dport < 80 accept                                                   @ OPEN   @ CLOSED
            drop   @ ip saddr 198.51.100.0/24 ip daddr 10.0.0.5 tcp dport 22 accept          @ OPEN   @ CLOSED
            drop   @ ip saddr $s tcp dport 22 accept                                         @ DOUBT  @ CLOSED
            drop   @ ip saddr ＠s tcp dport 22 accept                                         @ OPEN   @ CLOSED
            drop   @ ip saddr != ＠s tcp dport 22 accept                                      @ CLOSED @ CLOSED
            drop   @ tcp dport vmap ＠m                                                       @ OPEN   @ CLOSED
            accept @ tcp dport vmap { 22 : drop, 80-90 : accept }                            @ CLOSED @ OPEN
            drop   @ ip saddr . tcp dport { 198.51.100.7 . 22, 198.51.100.8 . 80 } accept    @ OPEN   @ CLOSED
            drop   @ ct state vmap { established : accept, related : accept, new : jump y, invalid : drop } @ DOUBT @ DOUBT
            drop   @ ct state established,related accept                                     @ CLOSED @ CLOSED
            drop   @ ct state { new, established } accept                                    @ OPEN   @ OPEN
            drop   @ ct state new,untracked accept                                           @ OPEN   @ OPEN
            drop   @ ct state != new accept                                                  @ CLOSED @ CLOSED
            drop   @ iifname "eth0" meta l4proto tcp th dport 22 accept                      @ OPEN   @ CLOSED
            drop   @ iifname { "eth1", "wg*" } accept                                        @ CLOSED @ CLOSED
            drop   @ meta nfproto ipv6 accept                                                @ CLOSED @ CLOSED
            drop   @ tcp flags & (fin | syn | rst | ack) == syn tcp dport 22 accept          @ OPEN   @ CLOSED
            drop   @ tcp flags syn / fin,syn,rst,ack tcp dport 22 accept                     @ OPEN   @ CLOSED
            drop   @ tcp flags ack accept                                                    @ CLOSED @ CLOSED
            accept @ tcp flags != syn drop                                                   @ OPEN   @ OPEN
            drop   @ log prefix "accept: " level warn flags all tcp dport 22 accept          @ OPEN   @ CLOSED
            accept @ tcp dport 22 reject with icmpx admin-prohibited                         @ CLOSED @ OPEN
            drop   @ tcp dport 22 limit rate 10/minute burst 5 packets accept                @ DOUBT  @ CLOSED
            accept @ tcp dport 22 limit rate over 10/minute burst 5 packets drop             @ OPEN   @ OPEN
            accept @ limit rate 10 kbytes/second drop                                        @ OPEN   @ OPEN
            drop   @ tcp dport 22 jump x~tcp dport 22 accept                                 @ CLOSED @ CLOSED
            accept @ tcp dport 22 goto x                                                     @ CLOSED @ OPEN
            drop   @ meta mark set 0x1 tcp dport 22 accept                                   @ OPEN   @ CLOSED
            drop   @ meta mark set ct mark and 0xff tcp dport 22 accept                      @ OPEN   @ CLOSED
            drop   @ tcp option maxseg size set rt mtu tcp dport 22 accept                   @ DOUBT  @ DOUBT
            drop   @ fib saddr . iif oif missing accept                                      @ DOUBT  @ DOUBT
            accept @ fib daddr type local drop                                               @ OPEN   @ OPEN
            accept @ quota over 100 mbytes drop                                              @ OPEN   @ OPEN
            drop   @ moon phase full accept                                                  @ DOUBT  @ DOUBT
            accept @ moon phase full drop                                                    @ OPEN   @ OPEN
            drop   @ tcp dport 22 moon                                                       @ DOUBT  @ CLOSED
            drop   @ tcp dport 30-20 accept                                                  @ CLOSED @ CLOSED
            accept @ tcp dport 30-20 drop                                                    @ OPEN   @ OPEN
            accept @ tcp dport != 30-20 drop                                                 @ OPEN   @ OPEN
            accept @ ip saddr != 198.51.100.9-198.51.100.1 drop                              @ OPEN   @ OPEN
            drop   @ tcp dport 99999 accept                                                  @ DOUBT  @ DOUBT
            accept @ tcp dport 99999 drop                                                    @ OPEN   @ OPEN
            drop   @ ip saddr ＠nobody accept                                                 @ DOUBT  @ DOUBT
            drop   @ tcp dport accept                                                        @ DOUBT  @ DOUBT
            accept @ tcp dport 22 drop # recent: SET name: seen                              @ OPEN   @ OPEN
            accept @ xt match "recent" drop                                                  @ OPEN   @ OPEN
            drop   @ xt target "NFQUEUE"                                                     @ DOUBT  @ DOUBT
            accept @ add ＠s { ip saddr limit rate 3/minute } drop                            @ OPEN   @ OPEN
            drop   @ add ＠s { ip saddr }~ip saddr ＠s accept                                  @ DOUBT  @ DOUBT
            drop   @ comment "one"; tcp dport 22 accept                                      @ OPEN   @ CLOSED
            drop   @ ip daddr & 255.255.255.0 == 10.0.0.0 tcp dport 22 accept                @ OPEN   @ CLOSED
            drop   @ queue flags bypass to 0                                                 @ DOUBT  @ DOUBT
            """)
    void answersAsTheRulesDo(String policy, String rules, Answer ssh, Answer web) {
        var read = read(policy, rules.replace('＠', '@'));

        assertThat(Answer.of(read, SSH)).isEqualTo(ssh);
        assertThat(Answer.of(read, WEB)).isEqualTo(web);
    }

    @Test
    void tellsLineAndReasonInTheNotes() {
        assertThat(read("drop", "moon phase full accept~fib daddr type local drop")
                        .notes())
                .contains(
                        "line 14: 'moon' is not modelled",
                        "line 15: this deny counts as not matching: 'fib' is not modelled");
    }

    @Test
    void rulesKeepTheirLines() {
        assertThat(read("drop", "tcp dport 22 accept~tcp dport 80 accept").rules())
                .extracting(rule -> rule.line())
                .contains(14, 15);
    }

    @Test
    void translationsAreTold() {
        var text = """
                table ip nat {
                \tchain prerouting {
                \t\ttype nat hook prerouting priority dstnat; policy accept;
                \t\tip daddr 192.0.2.1 tcp dport 2222 dnat to 10.0.0.5:22
                \t\ttcp dport 81 redirect to :8080
                \t\tip daddr 192.0.2.2 dnat to ip daddr map { 192.0.2.2 : 10.0.0.6 }
                \t}
                }
                table ip filter {
                \tchain forward {
                \t\ttype filter hook forward priority filter; policy drop;
                \t}
                }
                """;
        var rules = Format.NFTABLES_JSON.read(text, GuardSelector.unnamed());

        assertThat(rules.translations()).anySatisfy(one -> {
            assertThat(String.valueOf(one.inner())).contains("10.0.0.5");
            assertThat(String.valueOf(one.innerPorts())).contains("22");
        });
        assertThat(rules.translations())
                .anySatisfy(one -> assertThat(String.valueOf(one.outer())).contains("192.0.2.2"));
        assertThat(Answer.of(rules, SSH)).isEqualTo(Answer.CLOSED);
    }

    @Test
    void dormantTablesAndOtherBlocksArePassedOver() {
        var text = """
                flush ruleset
                table inet f {
                \tflags dormant
                \tflowtable ft {
                \t\thook ingress priority filter
                \t\tdevices = { "eth0" }
                \t}
                \tct helper sip { type "sip" protocol udp; l3proto ip; }
                \tchain c {
                \t\ttype filter hook forward priority 0; policy drop;
                \t}
                }
                """;

        assertThat(Answer.of(Format.NFTABLES_JSON.read(text, GuardSelector.unnamed()), SSH))
                .isEqualTo(Answer.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table inet f {\n\tchain c {\n\t\ttype filter hook forward priority 0; policy drop;\n\t\ttcp dport",
                "table inet f {\n\tchain c {\n\t\ttype filter hook forward priority 0; policy drop;\n\t}\n",
                "table inet f {\n\tset s {\n\t\telements = { 10.0.0.1,\n",
                "table inet f {\n}\nadd rule inet f c accept\n",
                "add table inet f\n"
            })
    void refusesWhatIsCutAndCommands(String text) {
        assertThatExceptionOfType(UnreadableConfiguration.class)
                .isThrownBy(() -> Format.NFTABLES_JSON.read(text, GuardSelector.unnamed()));
    }
}
