package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The second method: permitted traffic as a list of disjoint products of sets, from which each later rule's share is
 * what earlier rules leave. Slow, but it shares nothing with the diagrams except the sets.
 */
final class CubeList {

    /** A product of sets for protocols that have ports. */
    record Piece(AddressSet sources, AddressSet destinations, int protocol, PortSet sourcePorts, PortSet ports) {

        boolean isEmpty() {
            return sources.isEmpty() || destinations.isEmpty() || sourcePorts.isEmpty() || ports.isEmpty();
        }

        Piece and(Piece other) {
            return new Piece(
                    sources.intersect(other.sources),
                    destinations.intersect(other.destinations),
                    protocol,
                    sourcePorts.intersect(other.sourcePorts),
                    ports.intersect(other.ports));
        }

        List<Piece> minus(Piece other) {
            if (protocol != other.protocol || and(other).isEmpty()) {
                return List.of(this);
            }
            var both = and(other);
            return List.of(
                            new Piece(sources.minus(other.sources), destinations, protocol, sourcePorts, ports),
                            new Piece(
                                    both.sources, destinations.minus(other.destinations), protocol, sourcePorts, ports),
                            new Piece(
                                    both.sources,
                                    both.destinations,
                                    protocol,
                                    sourcePorts.minus(other.sourcePorts),
                                    ports),
                            new Piece(
                                    both.sources,
                                    both.destinations,
                                    protocol,
                                    both.sourcePorts,
                                    ports.minus(other.ports)))
                    .stream()
                    .filter(piece -> !piece.isEmpty())
                    .toList();
        }
    }

    private CubeList() {}

    /** The tcp and udp traffic of one family that is permitted. */
    static List<Piece> permitted(RuleSet rules, AddressSet family) {
        var permitted = new ArrayList<Piece>();
        for (int protocol : new int[] {6, 17}) {
            var left = List.of(new Piece(family, family, protocol, PortSet.ANY, PortSet.ANY));
            for (var rule : rules.rules()) {
                var matched = piece(rule, protocol);
                if (rule.effect() == Action.PERMIT) {
                    left.stream()
                            .map(matched::and)
                            .filter(piece -> !piece.isEmpty())
                            .forEach(permitted::add);
                }
                left = minus(left, matched);
            }
            if (rules.defaultAction() == Action.PERMIT) {
                permitted.addAll(left);
            }
        }
        return permitted;
    }

    /** How many (destination, protocol, port) are permitted from some of the sources. */
    static BigInteger count(List<Piece> permitted, AddressSet sources, AddressSet space) {
        var counted = new ArrayList<Piece>();
        for (var piece : permitted) {
            if (piece.sources().intersects(sources)) {
                var flat = new Piece(
                        sources, piece.destinations().intersect(space), piece.protocol(), PortSet.ANY, piece.ports());
                var fresh = List.of(flat);
                for (var before : List.copyOf(counted)) {
                    fresh = minus(fresh, before);
                }
                counted.addAll(fresh);
            }
        }
        return counted.stream()
                .map(piece -> piece.destinations()
                        .size4()
                        .add(piece.destinations().size6())
                        .multiply(BigInteger.valueOf(piece.ports().size())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static List<Piece> minus(List<Piece> pieces, Piece taken) {
        return pieces.stream().flatMap(piece -> piece.minus(taken).stream()).toList();
    }

    private static Piece piece(Rule rule, int protocol) {
        var matches = rule.protocols().contains(protocol) && (rule.namesPorts() || !rule.namesTypes());
        return new Piece(
                matches ? rule.sources() : AddressSet.NONE,
                rule.destinations(),
                protocol,
                rule.sourcePorts(),
                rule.destinationPorts());
    }
}
