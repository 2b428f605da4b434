package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ports on which applications are expected. An application is recognised after some packets, so no match is exact:
 * before that, something passes, and something that is denied has passed.
 */
final class PanApplications {

    /**
     * Default ports of applications that every device knows, with those for encrypted traffic. The list of the maker
     * grows and changes; of all others any port is expected.
     */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("web-browsing", List.of("tcp/80,443,8080")),
            Map.entry("ssl", List.of("tcp/443")),
            Map.entry("ssh", List.of("tcp/22")),
            Map.entry("telnet", List.of("tcp/23")),
            Map.entry("dns", List.of("tcp/53,853", "udp/53,853,5353")),
            Map.entry("dns-base", List.of("tcp/53", "udp/53,5353")),
            Map.entry("ntp", List.of("tcp/123", "udp/123")),
            Map.entry("smtp", List.of("tcp/25,465,587")),
            Map.entry("ms-rdp", List.of("tcp/3389", "udp/3389")),
            Map.entry("snmp", List.of("tcp/161-162", "udp/161-162")),
            Map.entry("icmp", List.of("1")),
            Map.entry("ping", List.of("1")),
            Map.entry("ipv6-icmp", List.of("58")),
            Map.entry("ping6", List.of("58")),
            Map.entry("gre", List.of("47")));

    private static final Map<String, Integer> PROTOCOLS = Map.of("tcp", 6, "udp", 17, "sctp", 132);

    private static final Set<String> OWN_PROTOCOLS = Set.of("icmp", "icmp6");

    private final PanPlace place;

    PanApplications(PanPlace place) {
        this.place = place;
    }

    /** Where any application is meant. */
    static boolean isAny(Collection<String> applications) {
        return applications.contains("any");
    }

    /** The widest reading of application-default for these applications. */
    Resolved<List<RuleMatch>> ports(Collection<String> applications) {
        if (isAny(applications)) {
            return open("application-default of any application stands for some ports, nobody knows which");
        }
        var matches = new ArrayList<RuleMatch>();
        for (var application : applications) {
            if (!add(application, matches, 0)) {
                return open("the default ports of an application are not in the configuration");
            }
        }
        return new Resolved<>(List.copyOf(matches), List.of("only the default ports of applications"));
    }

    private static Resolved<List<RuleMatch>> open(String doubt) {
        return Resolved.doubtful(List.of(RuleMatch.ANY), doubt);
    }

    /** Whether its ports are known. */
    private boolean add(String name, List<RuleMatch> matches, int depth) {
        if (depth > ConfigurationLimits.NESTING || matches.size() > ConfigurationLimits.NOTES) {
            return false;
        }
        for (var scope : place.objects()) {
            var group = scope.at("application-group", name);
            var own = scope.at("application", name);
            if (own != PanNode.NOTHING || scope.at("application-filter", name) != PanNode.NOTHING) {
                return addAll(own.at("default", "port").names(), matches);
            }
            if (group != PanNode.NOTHING) {
                var members = group.has("members") ? group.all("members") : group.names();
                return !members.isEmpty() && members.stream().allMatch(member -> add(member, matches, depth + 1));
            }
        }
        return addAll(KNOWN.getOrDefault(name, List.of()), matches);
    }

    private static boolean addAll(Collection<String> ports, List<RuleMatch> matches) {
        for (var port : ports) {
            var parts = port.split("/", 2);
            try {
                var match = RuleMatch.ANY.over(protocol(parts[0]));
                var isOpen = parts.length == 1 || parts[1].equals("dynamic") || OWN_PROTOCOLS.contains(parts[0]);
                matches.add(isOpen ? match : match.toPorts(PanServices.ports(parts[1])));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return !ports.isEmpty();
    }

    private static ProtocolSet protocol(String text) {
        var number = PROTOCOLS.get(text);
        return number == null ? ProtocolSet.parse(text) : ProtocolSet.of(number);
    }
}
