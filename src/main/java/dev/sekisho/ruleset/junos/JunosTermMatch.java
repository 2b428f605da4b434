package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.junos.JunosApplications.Term;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the conditions of one term of a packet filter match, in parts of which each is certain or not. */
final class JunosTermMatch {

    /** Conditions that are read, each with the values it names. */
    private static final Set<String> VALUED = Set.of(
            "address",
            "source-address",
            "destination-address",
            "prefix-list",
            "source-prefix-list",
            "destination-prefix-list",
            "protocol",
            "protocol-except",
            "payload-protocol",
            "port",
            "source-port",
            "destination-port",
            "port-except",
            "source-port-except",
            "destination-port-except",
            "icmp-type");

    private static final String FLAG = "tcp-initial";

    private final JunosPrefixes prefixes;
    private final DeclaredFamily family;

    JunosTermMatch(JunosSystem system, DeclaredFamily family) {
        this.prefixes = new JunosPrefixes(system, family);
        this.family = family;
    }

    DeclaredFamily family() {
        return family;
    }

    /** What is certain first. */
    List<Term> of(JunosNode from) {
        var doubts = from.names().stream()
                .filter(name -> !VALUED.contains(name) && !name.equals(FLAG))
                .map(name -> "depends on " + Redaction.value(name))
                .limit(8)
                .toList();
        var empty = VALUED.stream()
                .filter(name -> from.has(name) && from.all(name).isEmpty())
                .sorted()
                .map(name -> name + " names nothing")
                .toList();
        if (!empty.isEmpty()) {
            return List.of(new Term(family.match(), empty));
        }
        try {
            return sorted(parts(from, doubts));
        } catch (IllegalArgumentException e) {
            return List.of(new Term(family.match(), List.of("what it matches cannot be read")));
        }
    }

    private static List<Term> sorted(List<Term> parts) {
        return Stream.of(true, false)
                .flatMap(exact -> parts.stream().filter(part -> part.doubts().isEmpty() == exact))
                .toList();
    }

    private List<Term> parts(JunosNode from, List<String> doubts) {
        var parts = new ArrayList<Term>();
        for (var service : services(from)) {
            for (var source :
                    prefixes.side(from, "source-address", "source-prefix-list").parts()) {
                for (var destination : prefixes.side(from, "destination-address", "destination-prefix-list")
                        .parts()) {
                    var between = service.match().from(source.set()).to(destination.set());
                    var all =
                            Resolved.doubts(Stream.of(doubts, service.doubts(), source.doubts(), destination.doubts()));
                    parts.addAll(either(from, between, all));
                }
            }
        }
        return parts;
    }

    /** An address of either side. */
    private List<Term> either(JunosNode from, RuleMatch match, List<String> doubts) {
        if (!from.has("address") && !from.has("prefix-list")) {
            return List.of(new Term(match, doubts));
        }
        var parts = new ArrayList<Term>();
        for (var part : prefixes.side(from, "address", "prefix-list").parts()) {
            var all = Resolved.doubts(Stream.of(doubts, part.doubts()));
            parts.add(new Term(match.from(part.set()), all));
            parts.add(new Term(match.to(part.set()), all));
        }
        return parts;
    }

    private List<Term> services(JunosNode from) {
        var protocols = protocols(from);
        var all = RuleMatch.ANY.over(protocols);
        var numbered = numbered(from, all);
        if (numbered.equals(List.of(all)) || !protocols.equals(ProtocolSet.ANY)) {
            return numbered.stream().map(Term::exactly).toList();
        }
        // what stands where ports do is looked at whatever the protocol is
        var parts = new ArrayList<Term>();
        numbered.forEach(match -> parts.add(Term.exactly(match)));
        parts.add(new Term(
                all.over(RuleMatch.PORTED.union(RuleMatch.ICMPS).complement()),
                List.of("names numbers and no protocol that has them")));
        return parts;
    }

    private static ProtocolSet protocols(JunosNode from) {
        var protocols = ProtocolSet.ANY;
        for (var kind : List.of("protocol", "payload-protocol")) {
            if (from.has(kind)) {
                protocols = protocols.intersect(union(from, kind));
            }
        }
        if (from.has("protocol-except")) {
            protocols = protocols.minus(union(from, "protocol-except"));
        }
        return from.has(FLAG) ? protocols.intersect(ProtocolSet.TCP) : protocols;
    }

    private static ProtocolSet union(JunosNode from, String kind) {
        return from.all(kind).stream().map(JunosNames::protocol).reduce(ProtocolSet.NONE, ProtocolSet::union);
    }

    private List<RuleMatch> numbered(JunosNode from, RuleMatch all) {
        var match = all;
        match = from.has("source-port") ? match.fromPorts(ports(from, "source-port")) : match;
        match = from.has("destination-port") ? match.toPorts(ports(from, "destination-port")) : match;
        match = from.has("source-port-except")
                ? match.fromPorts(ports(from, "source-port-except").complement())
                : match;
        match = from.has("destination-port-except")
                ? match.toPorts(ports(from, "destination-port-except").complement())
                : match;
        if (from.has("port-except")) {
            var left = ports(from, "port-except").complement();
            match = match.fromPorts(left).toPorts(left);
        }
        if (from.has("icmp-type")) {
            match = match.types(types(from));
        }
        if (!from.has("port")) {
            return List.of(match);
        }
        var either = ports(from, "port");
        return List.of(match.fromPorts(either), match.toPorts(either));
    }

    private static PortSet ports(JunosNode from, String kind) {
        return each(from, kind, JunosNames::ports).reduce(PortSet.NONE, PortSet::union);
    }

    private IcmpTypeSet types(JunosNode from) {
        var six = family == DeclaredFamily.IPV6;
        return each(from, "icmp-type", text -> JunosNames.types(text, six))
                .reduce(IcmpTypeSet.NONE, IcmpTypeSet::union);
    }

    private static <T> Stream<T> each(JunosNode from, String kind, Function<String, T> read) {
        return from.all(kind).stream().map(read);
    }

    /** Whether it says something of addresses on this side. */
    static boolean names(JunosNode from, String side) {
        return from.has("address")
                || from.has("prefix-list")
                || from.names().stream()
                        .anyMatch(name -> name.startsWith(side + "-address") || name.startsWith(side + "-prefix"));
    }
}
