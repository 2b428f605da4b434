package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one access list entry word by word: protocol, source, its ports, destination, its ports, options. ASA masks say
 * which bits count, IOS wildcards which do not.
 */
final class CiscoEntry {

    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "lt", "range");
    private static final Pattern FROM_NAME = Pattern.compile("\\((?!hitcnt|inactive)\\S+\\)");

    private final Text.Line line;
    private final CiscoGroups groups;
    private final boolean asa;
    private final List<String> doubts = new ArrayList<>();
    private int at;

    CiscoEntry(Text.Line line, int at, CiscoGroups groups, boolean asa) {
        this.line = line;
        this.at = at;
        this.groups = groups;
        this.asa = asa;
    }

    /** The rest of an extended entry behind permit or deny; no match at all if it is inactive or for replies only. */
    Resolved<List<RuleMatch>> extended(RuleMatch family) {
        var services = protocols();
        var sources = address();
        var sourcePorts = ports(services, true);
        var destinations = address();
        var matches = new ArrayList<RuleMatch>();
        for (var service : services.set()) {
            matches.add(service.and(family).from(sources.set()).to(destinations.set()));
        }
        doubts.addAll(Resolved.doubts(Stream.of(services.doubts(), sources.doubts(), destinations.doubts())));
        return options(
                sourcePorts == null
                        ? matches
                        : matches.stream().map(m -> m.fromPorts(sourcePorts)).toList());
    }

    /** The rest of a standard entry: only sources. */
    Resolved<List<RuleMatch>> standard() {
        if (word().endsWith(",") && line.word(at + 1).equals("wildcard")) {
            return shownStandard();
        }
        var bare = AddressReader.isFour(line.word(at)) && !AddressReader.isFour(line.word(at + 1));
        var sources = bare
                ? Resolved.exactly(AddressReader.cidr(line.words().get(at++).text()))
                : address();
        doubts.addAll(sources.doubts());
        return options(List.of(RuleMatch.ANY4.from(sources.set())));
    }

    /** As "show access-lists" writes it: "10.0.0.0, wildcard bits 0.0.0.255". */
    private Resolved<List<RuleMatch>> shownStandard() {
        var address = word().substring(0, word().length() - 1);
        var wildcard = line.word(at + 3);
        at += 4;
        try {
            return options(List.of(RuleMatch.ANY4.from(AddressReader.wildcard(address, wildcard))));
        } catch (IllegalArgumentException e) {
            throw line.refusal(at - 4, "an address is expected");
        }
    }

    /** A service: "tcp source gt 1023 destination eq 443", "icmp echo", "ip". */
    Resolved<List<RuleMatch>> service() {
        var protocols = protocol();
        var match = RuleMatch.ANY.over(protocols);
        if (isIcmp(protocols)) {
            return icmp(protocols, match);
        }
        if (accept("source")) {
            match = match.fromPorts(ports(protocols));
        }
        accept("destination");
        if (OPERATORS.contains(word()) || ServiceNames.port(protocols, word()).isPresent()) {
            match = match.toPorts(ports(protocols));
        }
        return alone(match);
    }

    /** A match that nothing should follow. */
    Resolved<List<RuleMatch>> alone(RuleMatch match) {
        return new Resolved<>(List.of(match), withRest());
    }

    /** Words that are left over may be conditions. */
    private List<String> withRest() {
        var all = new ArrayList<>(doubts);
        if (at < line.words().size() && !word().startsWith("!")) {
            all.add("depends on " + Redaction.value(word()));
        }
        return List.copyOf(all);
    }

    ProtocolSet protocol() {
        var name = next("a protocol").toLowerCase(Locale.ROOT);
        if (name.equals("ip") || name.equals("ipv6") && !asa) {
            return ProtocolSet.ANY;
        }
        if (name.equals("tcp-udp")) {
            return ProtocolSet.TCP_UDP;
        }
        var number = ServiceNames.protocol(name);
        if (number.isEmpty()) {
            throw line.refusal(at - 1, "a protocol is expected");
        }
        return ProtocolSet.of(number.getAsInt());
    }

    /** "eq 443", "range 1 5", "neq 22 23", also a bare port. */
    PortSet ports(ProtocolSet protocols) {
        var operator = OPERATORS.contains(word()) ? next("an operator") : "eq";
        if (operator.equals("range")) {
            var first = port(protocols);
            var last = port(protocols);
            if (asa && first > last) {
                // IOS turns it round; what an ASA makes of it nobody says
                doubts.add("a range of ports ends before it begins");
            }
            return PortSet.range(Math.min(first, last), Math.max(first, last));
        }
        var ports = PortSet.of(port(protocols));
        // IOS lists up to ten ports behind one operator
        while (!asa
                && (operator.equals("eq") || operator.equals("neq"))
                && ServiceNames.port(protocols, word()).isPresent()) {
            ports = ports.union(PortSet.of(port(protocols)));
        }
        var only = ports.first();
        return switch (operator) {
            case "neq" -> ports.complement();
            case "gt" -> only == 65535 ? PortSet.NONE : PortSet.range(only + 1, 65535);
            case "lt" -> only == 0 ? PortSet.NONE : PortSet.range(0, only - 1);
            default -> ports;
        };
    }

    /** An ICMP type by name or number and perhaps a code, which the neutral form cannot say. */
    Resolved<List<RuleMatch>> icmp(ProtocolSet protocols, RuleMatch match) {
        var type = ServiceNames.icmp(word(), protocols.equals(ProtocolSet.ICMPV6));
        if (type.isEmpty()) {
            return new Resolved<>(List.of(match), List.copyOf(doubts));
        }
        at++;
        if (type.get().oneCode() || ServiceNames.icmp(word(), false).isPresent() && word().matches("[0-9]+")) {
            at += type.get().oneCode() ? 0 : 1;
            doubts.add("matches some ICMP codes only");
        }
        return new Resolved<>(List.of(match.types(IcmpTypeSet.of(type.get().type()))), List.copyOf(doubts));
    }

    private Resolved<List<RuleMatch>> protocols() {
        if (word().equals("object") || word().equals("object-group")) {
            var what = next("an object");
            return groups.service(what, next("a name"));
        }
        return Resolved.exactly(List.of(RuleMatch.ANY.over(protocol())));
    }

    private Resolved<AddressSet> address() {
        if (at >= line.words().size()) {
            throw line.refusal(at, "an address is missing");
        }
        var column = at;
        try {
            return address(next("an address"));
        } catch (IllegalArgumentException e) {
            throw line.refusal(column, "an address is expected");
        }
    }

    private Resolved<AddressSet> address(String word) {
        var read = stated(word);
        while (asa && FROM_NAME.matcher(word()).matches()) {
            // "show access-list" says from which name an address comes
            doubts.add("an address is resolved from a name");
            at++;
        }
        return read;
    }

    private Resolved<AddressSet> stated(String word) {
        return switch (word) {
            case "any" -> Resolved.exactly(AddressSet.ANY);
            case "any4" -> Resolved.exactly(AddressSet.ANY4);
            case "any6" -> Resolved.exactly(AddressSet.ANY6);
            case "host" -> host(next("a host"));
            case "object", "object-group", "addrgroup" ->
                groups.network(word.equals("addrgroup") ? "object-group" : word, next("a name"));
            case "fqdn" -> {
                next("a domain name");
                yield Resolved.doubtful(AddressSet.ANY, "an address is named by its domain name");
            }
            case "interface" -> groups.addressOf(next("an interface"));
            case "object-group-user", "object-group-security", "user", "user-group", "security-group" -> identity(word);
            default -> plain(word);
        };
    }

    private Resolved<AddressSet> host(String word) {
        var text = groups.address(word);
        return AddressReader.isAddress(text)
                ? Resolved.exactly(AddressReader.cidr(text))
                : Resolved.doubtful(AddressSet.ANY, "an address is named by its domain name");
    }

    private Resolved<AddressSet> identity(String kind) {
        at += kind.equals("security-group") ? 2 : 1;
        doubts.add("depends on " + kind);
        return address();
    }

    private Resolved<AddressSet> plain(String name) {
        var word = groups.address(name);
        if (word.contains("/") || word.contains(":")) {
            return Resolved.exactly(AddressReader.cidr(word));
        }
        if (AddressReader.isFour(word) && !AddressReader.isFour(line.word(at))) {
            return Resolved.doubtful(AddressReader.cidr(word), "an address stands without its mask");
        }
        var mask = next("a mask");
        if (!asa && AddressReader.isTooScattered(mask)) {
            return Resolved.doubtful(AddressSet.ANY4, "a wildcard has too many gaps");
        }
        return Resolved.exactly(asa ? AddressReader.masked(word, mask) : AddressReader.wildcard(word, mask));
    }

    /** Ports behind the source; null if there are none. */
    private @Nullable PortSet ports(Resolved<List<RuleMatch>> services, boolean source) {
        var protocols = union(services);
        if (OPERATORS.contains(word())) {
            return ports(protocols);
        }
        var isGroup = word().equals("object-group") && source == moreAddresses();
        if (isGroup && isPortGroup(line.word(at + 1), protocols)) {
            at += 2;
            var ports = groups.ports(line.word(at - 1));
            doubts.addAll(ports.doubts());
            return ports.set();
        }
        return null;
    }

    private boolean isPortGroup(String name, ProtocolSet protocols) {
        return groups.is("object-group", name, "service") && RuleMatch.PORTED.contains(protocols);
    }

    /** Behind a source group more must follow; behind the last one nothing that names an address does. */
    private boolean moreAddresses() {
        return line.words().size() > at + 2;
    }

    private static ProtocolSet union(Resolved<List<RuleMatch>> services) {
        return services.set().stream().map(RuleMatch::protocols).reduce(ProtocolSet.NONE, ProtocolSet::union);
    }

    private Resolved<List<RuleMatch>> options(List<RuleMatch> matches) {
        var narrowed = target(matches);
        var options = new CiscoOptions(line, at, asa);
        doubts.addAll(options.doubts());
        return new Resolved<>(
                options.opensNothing() ? List.of() : narrowed,
                doubts.stream().distinct().toList());
    }

    /** Destination ports or message types. */
    private List<RuleMatch> target(List<RuleMatch> matches) {
        var protocols = matches.stream().map(RuleMatch::protocols).reduce(ProtocolSet.NONE, ProtocolSet::union);
        if (isIcmp(protocols)) {
            return icmpTarget(protocols, matches);
        }
        if (OPERATORS.contains(word())) {
            var ports = ports(protocols);
            return matches.stream().map(match -> match.toPorts(ports)).toList();
        }
        if (word().equals("object-group") && groups.isDefined("object-group", line.word(at + 1))) {
            at += 2;
            return intersect(matches, groups.service("object-group", line.word(at - 1)));
        }
        return matches;
    }

    private List<RuleMatch> icmpTarget(ProtocolSet protocols, List<RuleMatch> matches) {
        if (word().equals("object-group")) {
            at += 2;
            return intersect(matches, groups.service("object-group", line.word(at - 1)));
        }
        var types = icmp(protocols, RuleMatch.ANY).set().get(0).icmpTypes();
        return matches.stream().map(match -> match.types(types)).toList();
    }

    private List<RuleMatch> intersect(List<RuleMatch> matches, Resolved<List<RuleMatch>> services) {
        doubts.addAll(services.doubts());
        return matches.stream()
                .flatMap(match -> services.set().stream().map(match::and))
                .toList();
    }

    private static boolean isIcmp(ProtocolSet protocols) {
        return !protocols.isEmpty() && RuleMatch.ICMPS.contains(protocols);
    }

    private int port(ProtocolSet protocols) {
        var text = next("a port");
        return ServiceNames.port(protocols, text).orElseThrow(() -> line.refusal(at - 1, "a port is expected"));
    }

    private String word() {
        return line.word(at);
    }

    private boolean accept(String expected) {
        if (!word().equals(expected)) {
            return false;
        }
        at++;
        return true;
    }

    private String next(String what) {
        if (at >= line.words().size()) {
            throw line.refusal(at, what + " is missing");
        }
        return line.words().get(at++).text();
    }
}
