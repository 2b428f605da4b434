package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.checkpoint.CpObjects.CpObject;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the objects of a cell for services stand for. */
final class CpServices {

    private static final Pattern PORTS =
            Pattern.compile("([0-9]{1,5})(?:\\s*-\\s*([0-9]{1,5}))?|([<>])\\s*([0-9]{1,5})");
    private static final ProtocolSet SCTP = ProtocolSet.of(132);

    private final CpObjects objects;
    private final Map<String, CpService> known = new HashMap<>();
    private @Nullable CpService any;

    CpServices(CpObjects objects) {
        this.objects = objects;
    }

    CpService all(List<ConfigurationJson> names) {
        return CpService.union(
                names.stream().map(name -> of(objects.find(name), 0)).toList());
    }

    private CpService of(CpObject service, int depth) {
        var found = known.get(service.id());
        if (found == null) {
            if (depth > ConfigurationLimits.NESTING) {
                return CpService.unknown("groups are nested too deeply, or contain themselves");
            }
            found = read(service, depth);
            known.put(service.id(), found);
        }
        return found;
    }

    private CpService read(CpObject service, int depth) {
        if (service.isAny()) {
            return any();
        }
        try {
            return service.type().equals("service-group") ? group(service, depth) : plain(service);
        } catch (IllegalArgumentException e) {
            return CpService.unknown("the service " + service.shown() + " cannot be read");
        }
    }

    /** A group without members is one whose members are not shown. */
    private CpService group(CpObject group, int depth) {
        var members = group.list("members");
        if (members.isEmpty()) {
            return CpService.unknown("the members of " + group.shown() + " are not in the text");
        }
        return CpService.union(members.stream()
                .map(member -> of(objects.find(member), depth + 1))
                .toList());
    }

    private static CpService plain(CpObject service) {
        return switch (service.type()) {
            case "service-tcp" -> ported(service, ProtocolSet.TCP);
            case "service-udp" -> ported(service, ProtocolSet.UDP);
            case "service-sctp" -> ported(service, SCTP);
            case "service-icmp" -> icmp(service, ProtocolSet.ICMP);
            case "service-icmp6" -> icmp(service, ProtocolSet.ICMPV6);
            case "service-other" -> other(service);
            case "service-citrix-tcp", "service-compound-tcp" -> perhaps(service, ProtocolSet.TCP);
            case "service-dce-rpc", "service-rpc" -> perhaps(service, ProtocolSet.TCP_UDP);
            default ->
                CpService.unknown(
                        service.isKnown()
                                ? "which ports " + service.shown() + " stands for is not in the text"
                                : "a service that is named is not in the text");
        };
    }

    private static CpService perhaps(CpObject service, ProtocolSet protocols) {
        return CpService.perhaps(RuleMatch.ANY.over(protocols), service.shown() + " is known by more than its ports");
    }

    private static CpService ported(CpObject service, ProtocolSet protocol) {
        var match = match(service, protocol);
        if (service.text("port").isEmpty()) {
            return CpService.perhaps(match, "the ports of " + service.shown() + " are not in the text");
        }
        return service.flag("match-by-protocol-signature")
                ? CpService.perhaps(
                        RuleMatch.ANY.over(protocol), service.shown() + " is known by its signature, not by its port")
                : CpService.exactly(match);
    }

    private static RuleMatch match(CpObject service, ProtocolSet protocol) {
        return RuleMatch.ANY
                .over(protocol)
                .fromPorts(ports(service.text("source-port")))
                .toPorts(ports(service.text("port")));
    }

    /** "443", "20-21", ">1023", "<1024", several separated by commas; any where nothing is stated. */
    static PortSet ports(String text) {
        if (text.isBlank()) {
            return PortSet.ANY;
        }
        var ports = PortSet.NONE;
        for (var part : text.split(",", -1)) {
            ports = ports.union(range(part.strip()));
        }
        return ports;
    }

    private static PortSet range(String text) {
        var parts = PORTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a port or a range of ports is expected");
        }
        if (parts.group(1) == null) {
            var bound = port(parts.group(4));
            return parts.group(3).equals(">") ? between(bound + 1, 65535) : between(0, bound - 1);
        }
        var first = port(parts.group(1));
        var last = port(parts.group(2) == null ? parts.group(1) : parts.group(2));
        if (first > last) {
            throw new IllegalArgumentException("a range ends before it begins");
        }
        return PortSet.range(first, last);
    }

    private static int port(String text) {
        var port = Integer.parseInt(text);
        if (port > 65535) {
            throw new IllegalArgumentException("a port is at most 65535");
        }
        return port;
    }

    /** None below the first port and above the last. */
    private static PortSet between(int first, int last) {
        return first > last ? PortSet.NONE : PortSet.range(first, last);
    }

    private static CpService icmp(CpObject service, ProtocolSet protocol) {
        var type = service.text("icmp-type");
        var match = type.isEmpty()
                ? RuleMatch.ANY.over(protocol)
                : RuleMatch.ANY.over(protocol).types(IcmpTypeSet.of(number(type)));
        return service.text("icmp-code").isEmpty()
                ? CpService.exactly(match)
                : CpService.perhaps(match, "only one code of ICMP is meant");
    }

    private static int number(String text) {
        var number = Integer.parseInt(text);
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("a number up to 255 is expected");
        }
        return number;
    }

    private static CpService other(CpObject service) {
        if (!service.text("match").isEmpty() || !service.text("action").isEmpty()) {
            var protocol = service.text("ip-protocol");
            var all = protocol.isEmpty() || protocol.startsWith("-")
                    ? RuleMatch.ANY
                    : RuleMatch.ANY.over(ProtocolSet.of(number(protocol)));
            return CpService.perhaps(all, service.shown() + " is known by an expression");
        }
        var protocol = service.text("ip-protocol");
        return protocol.isEmpty() || protocol.startsWith("-")
                ? CpService.unknown("the protocol of " + service.shown() + " is not in the text")
                : CpService.exactly(RuleMatch.ANY.over(ProtocolSet.of(number(protocol))));
    }

    /** Services may be left out of Any, unless another one of the same port is not. */
    private CpService any() {
        if (any == null) {
            var left = new HashMap<String, PortSet>();
            var kept = new HashMap<String, PortSet>();
            for (var places : objects.all()) {
                var service = new CpObject("", places);
                service.field("match-for-any")
                        .filter(flag ->
                                flag.kind().isBoolean() && service.type().matches("service-(tcp|udp)"))
                        .ifPresent(flag -> stated(service)
                                .ifPresent(ports ->
                                        (flag.flag() ? kept : left).merge(service.type(), ports, PortSet::union)));
            }
            any = CpService.anyBut(
                    left.getOrDefault("service-tcp", PortSet.NONE)
                            .minus(kept.getOrDefault("service-tcp", PortSet.NONE)),
                    left.getOrDefault("service-udp", PortSet.NONE)
                            .minus(kept.getOrDefault("service-udp", PortSet.NONE)));
        }
        return any;
    }

    private static Optional<PortSet> stated(CpObject service) {
        try {
            return service.text("port").isEmpty() ? Optional.empty() : Optional.of(ports(service.text("port")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
