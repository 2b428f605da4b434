package dev.sekisho.risk.traffic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** One axis, cut into atoms wherever one of the given sets begins or ends: no set can tell two points of an atom apart. */
final class Line {

    private final BigInteger[] starts;
    private final BigInteger size;

    private Line(BigInteger[] starts, BigInteger size) {
        this.starts = starts;
        this.size = size;
    }

    static Line cutBy(Collection<? extends Intervals<?>> sets, BigInteger size) {
        var starts = new TreeSet<BigInteger>();
        starts.add(BigInteger.ZERO);
        for (var set : sets) {
            for (int range = 0; range < set.ranges(); range++) {
                starts.add(set.low(range));
                starts.add(set.high(range).add(BigInteger.ONE));
            }
        }
        starts.remove(size);
        return new Line(starts.toArray(BigInteger[]::new), size);
    }

    int last() {
        return starts.length - 1;
    }

    int atomOf(BigInteger point) {
        var found = Arrays.binarySearch(starts, point);
        return found >= 0 ? found : ~found - 1;
    }

    BigInteger start(int atom) {
        return starts[atom];
    }

    BigInteger end(int atom) {
        return atom == last() ? size : starts[atom + 1];
    }

    /** The atoms that share a point with the set, as ascending pairs of first and last. */
    int[] touchedBy(Intervals<?> set) {
        var spans = new int[2 * set.ranges()];
        var count = 0;
        for (int range = 0; range < set.ranges(); range++) {
            var first = atomOf(set.low(range));
            if (count == 0 || first > spans[count - 1] + 1) {
                spans[count++] = first;
                spans[count++] = first;
            }
            spans[count - 1] = atomOf(set.high(range));
        }
        return Arrays.copyOf(spans, count);
    }

    /** How many points of the set lie in each atom. */
    BigInteger[] weights(Intervals<?> set) {
        var weights = new BigInteger[starts.length];
        Arrays.fill(weights, BigInteger.ZERO);
        for (int range = 0; range < set.ranges(); range++) {
            var low = set.low(range);
            var high = set.high(range).add(BigInteger.ONE);
            for (int atom = atomOf(low); atom <= last() && start(atom).compareTo(high) < 0; atom++) {
                var points = end(atom).min(high).subtract(start(atom).max(low));
                weights[atom] = weights[atom].add(points);
            }
        }
        return weights;
    }
}
