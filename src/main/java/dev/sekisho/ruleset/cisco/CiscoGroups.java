package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Group;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the objects and object groups of a Cisco configuration stand for; a name without a definition may be anything. */
final class CiscoGroups {

    private static final ProtocolSet TCP_UDP = ProtocolSet.TCP_UDP;

    private final CiscoConfiguration configuration;
    private final boolean asa;
    private final Map<String, Resolved<AddressSet>> networks = new HashMap<>();
    private final Map<String, Resolved<List<RuleMatch>>> services = new HashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    CiscoGroups(CiscoConfiguration configuration, boolean asa) {
        this.configuration = configuration;
        this.asa = asa;
    }

    /** Says that what guards a link depends on a list. */
    void ask(CiscoConfiguration.AccessList list) {
        configuration.sections.ask(list.section());
    }

    Resolved<AddressSet> network(String what, String name) {
        var group = configuration.group(what, name);
        if (group == null || !group.kind().endsWith("network")) {
            return Resolved.doubtful(AddressSet.ANY, what + " " + Redaction.value(name) + " is not defined");
        }
        var key = what + " " + name;
        var known = networks.get(key);
        if (known == null) {
            known = nested(group, AddressSet.ANY, () -> Resolved.union(members(group, this::network, AddressSet.ANY)));
            networks.put(key, known);
        }
        return known;
    }

    /** What a service object or group matches, both ports and protocols. */
    Resolved<List<RuleMatch>> service(String what, String name) {
        var group = configuration.group(what, name);
        if (group == null) {
            return builtIn(what, name);
        }
        var key = what + " " + name;
        var known = services.get(key);
        if (known == null) {
            var any = List.of(RuleMatch.ANY);
            known = nested(group, any, () -> Resolved.concat(members(group, this::service, any)));
            services.put(key, known);
        }
        return known;
    }

    boolean is(String what, String name, String kind) {
        var group = configuration.group(what, name);
        return group != null && group.kind().equals(kind);
    }

    /** The address a name stands for, or the word itself. */
    String address(String word) {
        return configuration.address(word);
    }

    Resolved<AddressSet> addressOf(String interfaceName) {
        return configuration.addressOf(interfaceName);
    }

    boolean mixFamilies() {
        return configuration.mixesFamilies();
    }

    boolean isDefined(String what, String name) {
        return configuration.group(what, name) != null;
    }

    /** An ASA knows objects such as "icmp-echo" or "ospf" without a definition. */
    private static Resolved<List<RuleMatch>> builtIn(String what, String name) {
        var protocol = ServiceNames.protocol(name);
        if (what.equals("object") && protocol.isPresent()) {
            return Resolved.exactly(List.of(RuleMatch.ANY.over(ProtocolSet.of(protocol.getAsInt()))));
        }
        var icmp = ServiceNames.icmp(name.startsWith("icmp-") ? name.substring(5) : "", false);
        if (what.equals("object") && icmp.isPresent()) {
            var types = IcmpTypeSet.of(icmp.get().type());
            return Resolved.exactly(List.of(RuleMatch.ANY.over(ProtocolSet.ICMP).types(types)));
        }
        return Resolved.doubtful(List.of(RuleMatch.ANY), what + " " + Redaction.value(name) + " is not defined");
    }

    private interface Member<T> {
        @Nullable
        T read(Group group, Text.Line line);
    }

    private <T> List<Resolved<T>> members(Group group, Member<Resolved<T>> reader, T unknown) {
        var members = new ArrayList<Resolved<T>>();
        for (var line : group.members()) {
            var member = member(group, line, reader, unknown);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    /** A line that cannot be read may stand for anything. */
    private static <T> @Nullable Resolved<T> member(Group group, Text.Line line, Member<Resolved<T>> reader, T widest) {
        try {
            return reader.read(group, line);
        } catch (IllegalArgumentException e) {
            return unknown(group, line, widest);
        } catch (UnreadableConfiguration e) {
            if (e.line() != line.number()) {
                throw e;
            }
            return unknown(group, line, widest);
        }
    }

    private static <T> Resolved<T> unknown(Group group, Text.Line line, T widest) {
        return Resolved.doubtful(
                widest, "line " + line.number() + " in group " + Redaction.value(group.name()) + " is not modelled");
    }

    private @Nullable Resolved<AddressSet> network(Group group, Text.Line line) {
        var first = line.word(0).matches("[0-9]{1,9}") ? 1 : 0;
        return switch (line.word(first)) {
            case "description", "nat", "no" -> null;
            case "host" -> Resolved.exactly(AddressReader.cidr(address(line.word(first + 1))));
            case "subnet" -> Resolved.exactly(subnet(line.word(1), line.word(2)));
            case "range" ->
                Resolved.exactly(AddressReader.range(address(line.word(first + 1)), address(line.word(first + 2))));
            case "any" -> Resolved.exactly(AddressSet.ANY);
            case "fqdn" -> Resolved.doubtful(AddressSet.ANY, "an address is named by its domain name");
            case "group-object" -> network("object-group", line.word(first + 1));
            case "network-object" -> networkObject(line);
            default ->
                AddressReader.isAddress(line.word(first).split("/", -1)[0])
                        ? Resolved.exactly(subnet(line.word(first), line.word(first + 1)))
                        : unknown(group, line, AddressSet.ANY);
        };
    }

    private Resolved<AddressSet> networkObject(Text.Line line) {
        return switch (line.word(1)) {
            case "object" -> network("object", line.word(2));
            case "host" -> Resolved.exactly(AddressReader.cidr(address(line.word(2))));
            default -> Resolved.exactly(subnet(line.word(1), line.word(2)));
        };
    }

    private AddressSet subnet(String name, String mask) {
        var address = address(name);
        if (mask.isEmpty() || address.contains("/")) {
            return AddressReader.cidr(address);
        }
        return mask.startsWith("/") ? AddressReader.cidr(address + mask) : AddressReader.masked(address, mask);
    }

    private @Nullable Resolved<List<RuleMatch>> service(Group group, Text.Line line) {
        var entry = new CiscoEntry(line, 1, this, asa);
        var protocols = groupProtocols(group);
        return switch (line.word(0)) {
            case "description" -> null;
            case "group-object" -> service("object-group", line.word(1));
            case "service", "service-object" -> serviceObject(line, entry);
            case "port-object" -> entry.alone(RuleMatch.ANY.over(protocols).toPorts(entry.ports(protocols)));
            case "protocol-object" -> entry.alone(RuleMatch.ANY.over(entry.protocol()));
            case "icmp-object" -> entry.icmp(ProtocolSet.ICMP, RuleMatch.ANY.over(RuleMatch.ICMPS));
            default -> new CiscoEntry(line, 0, this, asa).service();
        };
    }

    private Resolved<List<RuleMatch>> serviceObject(Text.Line line, CiscoEntry entry) {
        return line.word(1).equals("object") ? service("object", line.word(2)) : entry.service();
    }

    private static ProtocolSet groupProtocols(Group group) {
        var last = group.head().words().get(group.head().words().size() - 1).text();
        return last.equals("tcp") ? ProtocolSet.TCP : last.equals("udp") ? ProtocolSet.UDP : TCP_UDP;
    }

    /** The ports of a group in the place of ports. */
    Resolved<PortSet> ports(String name) {
        var services = service("object-group", name);
        var ports = PortSet.NONE;
        for (var service : services.set()) {
            ports = ports.union(service.destinationPorts());
        }
        return new Resolved<>(ports, services.doubts());
    }

    /** A group that contains itself, which no device takes, may stand for anything. */
    private <T> Resolved<T> nested(Group group, T widest, Supplier<Resolved<T>> reading) {
        var key = group.head().word(0) + " " + group.name();
        if (path.contains(key)) {
            return Resolved.doubtful(
                    widest,
                    "line " + group.head().number() + ": group " + Redaction.value(group.name()) + " contains itself");
        }
        if (path.size() >= ConfigurationLimits.NESTING) {
            throw group.head().refusal("groups nest deeper than " + ConfigurationLimits.NESTING + " levels");
        }
        path.add(key);
        var result = reading.get();
        path.remove(key);
        return result;
    }
}
