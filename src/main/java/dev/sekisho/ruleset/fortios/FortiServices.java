package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Port ranges as FortiOS writes them, and the services every device knows without a definition. */
final class FortiServices {

    private static final ProtocolSet SCTP = ProtocolSet.of(132);
    private static final ProtocolSet UDP_LITE = ProtocolSet.of(136);

    private static final Map<String, String> TCP = Map.ofEntries(
            Map.entry("HTTP", "80"),
            Map.entry("HTTPS", "443"),
            Map.entry("SSH", "22"),
            Map.entry("TELNET", "23"),
            Map.entry("FTP", "21"),
            Map.entry("SMTP", "25"),
            Map.entry("SMTPS", "465"),
            Map.entry("POP3", "110"),
            Map.entry("POP3S", "995"),
            Map.entry("IMAP", "143"),
            Map.entry("IMAPS", "993"),
            Map.entry("RDP", "3389"),
            Map.entry("SMB", "445"),
            Map.entry("SAMBA", "139"),
            Map.entry("LDAP", "389"),
            Map.entry("BGP", "179"),
            Map.entry("MYSQL", "3306"),
            Map.entry("VNC", "5900"),
            Map.entry("PPTP", "1723"),
            Map.entry("SQUID", "3128"),
            Map.entry("NNTP", "119"),
            Map.entry("RLOGIN", "513:512-1023"));
    private static final Map<String, String> UDP = Map.of(
            "TFTP",
            "69",
            "IKE",
            "500 4500",
            "DHCP",
            "67-68",
            "RIP",
            "520",
            "SYSLOG",
            "514",
            "RADIUS",
            "1812-1813",
            "MGCP",
            "2427 2727");
    private static final Map<String, String> BOTH = Map.of(
            "DNS",
            "53",
            "NTP",
            "123",
            "SNMP",
            "161-162",
            "KERBEROS",
            "88 464",
            "NFS",
            "111 2049",
            "DCE-RPC",
            "135",
            "WINS",
            "1512",
            "SIP",
            "5060",
            "SOCKS",
            "1080");

    private FortiServices() {}

    private static List<RuleMatch> ports(List<String> tcp, List<String> udp) {
        return ports(tcp, udp, List.of(), List.of());
    }

    static List<RuleMatch> ports(List<String> tcp, List<String> udp, List<String> udpLite, List<String> sctp) {
        var matches = new ArrayList<RuleMatch>();
        tcp.forEach(range -> matches.add(ports(ProtocolSet.TCP, range)));
        udp.forEach(range -> matches.add(ports(ProtocolSet.UDP, range)));
        udpLite.forEach(range -> matches.add(ports(UDP_LITE, range)));
        sctp.forEach(range -> matches.add(ports(SCTP, range)));
        return matches;
    }

    /** "443", "8000-8010", "443:1024-65535": destination, then source. */
    private static RuleMatch ports(ProtocolSet protocol, String range) {
        var sides = range.split(":", 2);
        var match = RuleMatch.ANY.over(protocol).toPorts(portSet(sides[0]));
        return sides.length == 1 ? match : match.fromPorts(portSet(sides[1]));
    }

    /** No port at all if the range ends before it begins. */
    private static PortSet portSet(String text) {
        var ends = text.split("-", 2);
        var reversed = ends.length == 2
                && ends[0].matches("[0-9]{1,5}")
                && ends[1].matches("[0-9]{1,5}")
                && Integer.parseInt(ends[0]) > Integer.parseInt(ends[1]);
        return reversed ? PortSet.NONE : PortSet.of(text);
    }

    private static List<String> words(Map<String, String> services, String name) {
        return List.of(services.getOrDefault(name, "").split(" ", -1));
    }

    /** Empty for a name no device knows by itself. */
    static List<RuleMatch> predefined(String name) {
        if (TCP.containsKey(name)) {
            return ports(words(TCP, name), List.of());
        }
        if (UDP.containsKey(name)) {
            return ports(List.of(), words(UDP, name));
        }
        if (BOTH.containsKey(name)) {
            return ports(words(BOTH, name), words(BOTH, name));
        }
        return switch (name) {
            case "ALL", "ANY" -> List.of(RuleMatch.ANY);
            case "ALL_TCP" -> List.of(RuleMatch.ANY.over(ProtocolSet.TCP));
            case "ALL_UDP" -> List.of(RuleMatch.ANY.over(ProtocolSet.UDP));
            case "ALL_ICMP" -> List.of(RuleMatch.ANY.over(ProtocolSet.ICMP));
            case "ALL_ICMP6" -> List.of(RuleMatch.ANY.over(ProtocolSet.ICMPV6));
            case "PING" -> List.of(RuleMatch.ANY.over(ProtocolSet.ICMP).types(IcmpTypeSet.of(8)));
            default -> List.of();
        };
    }
}
