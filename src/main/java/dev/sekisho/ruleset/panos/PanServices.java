package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What names in the cell for services stand for. */
final class PanServices {

    private static final Map<String, ProtocolSet> PROTOCOLS =
            Map.of("tcp", ProtocolSet.TCP, "udp", ProtocolSet.UDP, "sctp", ProtocolSet.of(132));

    /** Services that every device has, unless it defines another of the name. */
    private static final Map<String, String> BUILT_IN = Map.of("service-http", "80,8080", "service-https", "443");

    private final PanPlace place;
    private final PanApplications applications;

    PanServices(PanPlace place, PanApplications applications) {
        this.place = place;
        this.applications = applications;
    }

    /** @param named the applications of the rule, of which application-default takes the ports */
    Resolved<List<RuleMatch>> all(Collection<String> names, Collection<String> named) {
        return Resolved.concat(names.stream()
                .map(name -> name.equals("application-default") ? applications.ports(named) : one(name, 0))
                .toList());
    }

    private Resolved<List<RuleMatch>> one(String name, int depth) {
        if (name.equals("any")) {
            return Resolved.exactly(List.of(RuleMatch.ANY));
        }
        if (depth > ConfigurationLimits.NESTING) {
            return unknown("'" + Redaction.value(name) + "' holds groups nested too deeply, or itself");
        }
        for (var scope : place.objects()) {
            var service = scope.at("service", name);
            var group = scope.at("service-group", name);
            if (service != PanNode.NOTHING) {
                return service(service);
            }
            if (group != PanNode.NOTHING) {
                return group(group, depth);
            }
        }
        return BUILT_IN.containsKey(name)
                ? Resolved.exactly(List.of(RuleMatch.ANY.over(ProtocolSet.TCP).toPorts(ports(BUILT_IN.get(name)))))
                : unknown("service '" + Redaction.value(name) + "' is not in the configuration");
    }

    private Resolved<List<RuleMatch>> group(PanNode group, int depth) {
        // before version 5 the members stood in the group itself
        var members = group.has("members") ? group.all("members") : group.names();
        var parts = new ArrayList<Resolved<List<RuleMatch>>>();
        var size = 0;
        for (var member : members) {
            var part = one(member, depth + 1);
            parts.add(part);
            size += part.set().size();
            if (part.set().contains(RuleMatch.ANY) || size > ConfigurationLimits.RULES) {
                return new Resolved<>(List.of(RuleMatch.ANY), part.doubts());
            }
        }
        return members.isEmpty() ? unknown("a group of services is empty") : Resolved.concat(parts);
    }

    private static Resolved<List<RuleMatch>> service(PanNode service) {
        var protocols = service.at("protocol").children();
        var name = Redaction.value(service.name());
        if (protocols.isEmpty()) {
            return unknown("service '" + name + "' names no protocol");
        }
        try {
            return Resolved.exactly(protocols.stream().map(PanServices::match).toList());
        } catch (IllegalArgumentException e) {
            return unknown("service '" + name + "' cannot be read");
        }
    }

    private static RuleMatch match(PanNode protocol) {
        var known = PROTOCOLS.get(protocol.name());
        if (known == null) {
            throw new IllegalArgumentException("a protocol is expected");
        }
        return RuleMatch.ANY.over(known).toPorts(ports(protocol, "port")).fromPorts(ports(protocol, "source-port"));
    }

    private static PortSet ports(PanNode protocol, String key) {
        var stated = protocol.all(key);
        return stated.isEmpty() ? PortSet.ANY : ports(String.join(",", stated));
    }

    /** "80,443,8000-8010"; no port at all where a range ends before it begins. */
    static PortSet ports(String text) {
        var ports = PortSet.NONE;
        for (var part : text.split(",", -1)) {
            var ends = part.strip().split("-", 2);
            var first = number(ends[0]);
            var last = ends.length == 1 ? first : number(ends[1]);
            ports = ports.union(first > last ? PortSet.NONE : PortSet.range(first, last));
        }
        return ports;
    }

    private static int number(String text) {
        var digits = text.strip();
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > PortSet.LAST) {
            throw new IllegalArgumentException("a port is expected");
        }
        return Integer.parseInt(digits);
    }

    private static Resolved<List<RuleMatch>> unknown(String doubt) {
        return Resolved.doubtful(List.of(RuleMatch.ANY), doubt);
    }
}
