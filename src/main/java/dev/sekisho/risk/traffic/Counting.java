package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.LongIntervals;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Counts the (destination, tcp or udp, port) that a map without source axes permits inside a space of destinations. */
final class Counting {

    private static final LongIntervals TCP_UDP = ProtocolSet.TCP_UDP.intervals();
    private static final LongIntervals PORTS = PortSet.ANY.intervals();

    private final NodeTable nodes;
    private final BigInteger[][] weights;
    private final BigInteger[] totals;
    private final Map<Integer, BigInteger> counts = new HashMap<>();

    /** Counts maps of this diagram, what they share once. */
    Counting(Diagram diagram, Intervals<?> destinations) {
        var space = diagram.space();
        this.nodes = diagram.nodes();
        this.weights = new BigInteger[][] {
            space.line(Axis.DESTINATION).weights(destinations),
            space.line(Axis.PROTOCOL).weights(TCP_UDP),
            space.line(Axis.PORT).weights(PORTS)
        };
        this.totals = totals();
    }

    BigInteger of(Compiled permitted) {
        return from(0, permitted.root());
    }

    static BigInteger possible(BigInteger destinations) {
        return destinations.multiply(BigInteger.valueOf(2L * PortSet.ANY.size()));
    }

    /** The permitted points of the axes from this one on; an axis that is not asked multiplies. */
    private BigInteger from(int axis, int reference) {
        if (reference == FirstMatch.DENY) {
            return BigInteger.ZERO;
        }
        var asked = Math.min(nodes.axis(reference), weights.length);
        var below = asked == weights.length ? BigInteger.ONE : remembered(reference);
        return free(axis, asked).multiply(below);
    }

    private BigInteger remembered(int node) {
        var known = counts.get(node);
        var count = known == null ? at(node) : known;
        counts.put(node, count);
        return count;
    }

    private BigInteger at(int node) {
        var edges = nodes.edges(node);
        var count = BigInteger.ZERO;
        for (int i = 1, first = 0; i < edges.length; first = edges[i] + 1, i += 2) {
            var below = from(edges[0] + 1, edges[i + 1]);
            for (int atom = first; atom <= edges[i] && below.signum() > 0; atom++) {
                count = count.add(weights[edges[0]][atom].multiply(below));
            }
        }
        return count;
    }

    private BigInteger free(int from, int to) {
        var free = BigInteger.ONE;
        for (int axis = from; axis < to; axis++) {
            free = free.multiply(totals[axis]);
        }
        return free;
    }

    private BigInteger[] totals() {
        var totals = new BigInteger[weights.length];
        for (int axis = 0; axis < totals.length; axis++) {
            totals[axis] = BigInteger.ZERO;
            for (var weight : weights[axis]) {
                totals[axis] = totals[axis].add(weight);
            }
        }
        return totals;
    }
}
