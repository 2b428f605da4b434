package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cell for services stands for.
 *
 * @param certain what it matches for certain
 * @param perhaps what else it may match
 * @param doubts why; empty if nothing else
 */
record CpService(List<RuleMatch> certain, List<RuleMatch> perhaps, List<String> doubts) {

    /** Into how many pieces a negation may cut. */
    private static final int PIECES = 2000;

    static CpService exactly(RuleMatch match) {
        return new CpService(match.isEmpty() ? List.of() : List.of(match), List.of(), List.of());
    }

    static CpService perhaps(RuleMatch match, String doubt) {
        return new CpService(List.of(), List.of(match), List.of(doubt));
    }

    static CpService unknown(String doubt) {
        return perhaps(RuleMatch.ANY, doubt);
    }

    /** All services, where some ports may be left out. */
    static CpService anyBut(PortSet tcp, PortSet udp) {
        if (tcp.isEmpty() && udp.isEmpty()) {
            return exactly(RuleMatch.ANY);
        }
        var certain = new ArrayList<RuleMatch>();
        var perhaps = new ArrayList<RuleMatch>();
        certain.add(RuleMatch.ANY.over(ProtocolSet.TCP_UDP.complement()));
        certain.add(RuleMatch.ANY.over(ProtocolSet.TCP).toPorts(tcp.complement()));
        certain.add(RuleMatch.ANY.over(ProtocolSet.UDP).toPorts(udp.complement()));
        perhaps.add(RuleMatch.ANY.over(ProtocolSet.TCP).toPorts(tcp));
        perhaps.add(RuleMatch.ANY.over(ProtocolSet.UDP).toPorts(udp));
        perhaps.removeIf(RuleMatch::isEmpty);
        return new CpService(
                List.copyOf(certain), List.copyOf(perhaps), List.of("a service of this port is left out of Any"));
    }

    static CpService union(List<CpService> services) {
        return new CpService(
                merged(services.stream().flatMap(service -> service.certain.stream())),
                merged(services.stream().flatMap(service -> service.perhaps.stream())),
                Resolved.doubts(services.stream().map(CpService::doubts)));
    }

    /** Ports of one protocol in one match. */
    private static List<RuleMatch> merged(Stream<RuleMatch> matches) {
        var ports = new LinkedHashMap<ProtocolSet, PortSet>();
        var others = new ArrayList<RuleMatch>();
        matches.distinct().forEach(match -> {
            if (match.sourcePorts().isAny()
                    && match.icmpTypes().isAny()
                    && !match.destinationPorts().isAny()) {
                ports.merge(match.protocols(), match.destinationPorts(), PortSet::union);
            } else {
                others.add(match);
            }
        });
        ports.forEach(
                (protocols, all) -> others.add(RuleMatch.ANY.over(protocols).toPorts(all)));
        return others.contains(RuleMatch.ANY) ? List.of(RuleMatch.ANY) : List.copyOf(others);
    }

    /** All but this. */
    CpService negated() {
        var certainly = minus(List.of(RuleMatch.ANY), certain);
        var surely = minus(certainly, perhaps);
        if (certainly.isEmpty() || certainly.size() > PIECES || surely.size() > PIECES) {
            return unknown("what a negation leaves is not known");
        }
        return perhaps.isEmpty()
                ? new CpService(surely, List.of(), List.of())
                : new CpService(surely, certainly, doubts);
    }

    private static List<RuleMatch> minus(List<RuleMatch> from, List<RuleMatch> taken) {
        var left = from;
        for (var one : taken) {
            left = left.stream().flatMap(piece -> piece.minus(one).stream()).toList();
            if (left.size() > PIECES) {
                return left;
            }
        }
        return left;
    }

    /** What is certain first, then what is not. */
    Stream<Resolved<RuleMatch>> parts() {
        return Stream.concat(
                certain.stream().map(Resolved::exactly), perhaps.stream().map(match -> new Resolved<>(match, doubts)));
    }
}
