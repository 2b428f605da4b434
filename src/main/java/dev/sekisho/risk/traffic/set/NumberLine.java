package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;

/** One axis, cut into atoms wherever one of the given sets begins or ends: no set can tell two points of an atom apart. */
public abstract class NumberLine {

    private static final int MOST_BITS_OF_A_LONG = 62;

    private final BigInteger size;

    NumberLine(BigInteger size) {
        this.size = size;
    }

    /** @param sets all of the same kind: narrow where the size is, else wide */
    public static NumberLine cutBy(Collection<? extends Intervals<?>> sets, BigInteger size) {
        return size.bitLength() <= MOST_BITS_OF_A_LONG ? LongLine.cutBy(sets, size) : WideLine.cutBy(sets, size);
    }

    abstract int atoms();

    public abstract int atomOf(BigInteger point);

    public abstract BigInteger start(int atom);

    /** The atom in which a range of the set begins. */
    abstract int firstAtom(Intervals<?> set, int range);

    /** The atom in which a range of the set ends. */
    abstract int lastAtom(Intervals<?> set, int range);

    public final int last() {
        return atoms() - 1;
    }

    public final BigInteger end(int atom) {
        return atom == last() ? size : start(atom + 1);
    }

    /** The atoms that share a point with the set, as ascending pairs of first and last. */
    public final int[] touchedBy(Intervals<?> set) {
        var spans = new int[2 * set.ranges()];
        var count = 0;
        for (int range = 0; range < set.ranges(); range++) {
            var first = firstAtom(set, range);
            if (count == 0 || first > spans[count - 1] + 1) {
                spans[count++] = first;
                spans[count++] = first;
            }
            spans[count - 1] = lastAtom(set, range);
        }
        return count == spans.length ? spans : Arrays.copyOf(spans, count);
    }

    /** How many points of the set lie in each atom. */
    public final BigInteger[] weights(Intervals<?> set) {
        var weights = new BigInteger[atoms()];
        Arrays.fill(weights, BigInteger.ZERO);
        for (int range = 0; range < set.ranges(); range++) {
            var low = set.low(range);
            var high = set.high(range).add(BigInteger.ONE);
            var last = lastAtom(set, range);
            for (int atom = firstAtom(set, range); atom <= last; atom++) {
                var points = end(atom).min(high).subtract(start(atom).max(low));
                weights[atom] = weights[atom].add(points);
            }
        }
        return weights;
    }

    /** The atom of a point, from where a binary search for it ended. */
    static int atom(int found) {
        return found >= 0 ? found : ~found - 1;
    }
}
