package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the global properties accept besides the rulebase, as far as it passes through a gateway. */
final class CpImplied {

    private static final Map<String, RuleMatch> THROUGH = Map.of(
            "accept-icmp-requests", RuleMatch.ANY.over(RuleMatch.ICMPS),
            "accept-domain-name-over-udp", RuleMatch.ANY.over(ProtocolSet.UDP).toPorts(PortSet.of(53)),
            "accept-domain-name-over-tcp", RuleMatch.ANY.over(ProtocolSet.TCP).toPorts(PortSet.of(53)),
            "accept-rip", RuleMatch.ANY.over(ProtocolSet.UDP).toPorts(PortSet.of(520)));

    /** What gateways and management servers say to one another, or answer for themselves. */
    private static final Set<String> OF_ITSELF = Set.of(
            "accept-control-connections",
            "accept-remote-access-control-connections",
            "accept-smart-update-connections",
            "accept-ips1-management-connections",
            "accept-outgoing-packets-originating-from-gw",
            "accept-outgoing-packets-originating-from-connectra-gw",
            "accept-outgoing-packets-to-cp-online-services",
            "accept-vrrp-packets-originating-from-cluster-members",
            "accept-web-and-ssh-connections-for-gw-administration",
            "accept-incoming-traffic-to-dhcp-and-dns-services-of-gws",
            "accept-dynamic-addr-modules-outgoing-internet-connections",
            "accept-identity-awareness-control-connections");

    private CpImplied() {}

    /** Before all rules: those that stand elsewhere are a doubt, for a rule before them may deny. */
    static void write(CpDocument document, RuleCollector rules) {
        if (document.globals.isEmpty()) {
            rules.note("what implied rules accept (DNS, ICMP, RIP) is not in the text (show global-properties)");
        }
        for (var global : document.globals) {
            global.required("firewall").fields().forEach((name, value) -> {
                if (name.startsWith("accept-") && !name.endsWith("-position") && isOn(value)) {
                    write(name, global.required("firewall"), value, rules);
                }
            });
        }
    }

    private static boolean isOn(ConfigurationJson value) {
        return !value.kind().isBoolean() || value.flag();
    }

    private static void write(String name, ConfigurationJson firewall, ConfigurationJson value, RuleCollector rules) {
        var match = THROUGH.get(name);
        if (match != null) {
            var first = CpObjects.word(firewall, name + "-position").equals("first");
            var doubts = first ? List.<String>of() : List.of("an implied rule accepts it, perhaps behind some rules");
            rules.permit(match, doubts, value.line(), "implied rule " + name);
        } else if (!OF_ITSELF.contains(name)) {
            rules.note(value.line(), "what the implied rule " + Redaction.value(name) + " accepts is not known");
        }
    }
}
