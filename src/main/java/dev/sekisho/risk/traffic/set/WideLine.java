package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;

/** A line of numbers of any width: IPv6 addresses. */
final class WideLine extends NumberLine {

    private final BigInteger[] starts;

    private WideLine(BigInteger[] starts, BigInteger size) {
        super(size);
        this.starts = starts;
    }

    public static WideLine cutBy(Collection<? extends Intervals<?>> sets, BigInteger size) {
        var cuts = new ArrayList<BigInteger>();
        cuts.add(BigInteger.ZERO);
        for (var set : sets) {
            for (int range = 0; range < set.ranges(); range++) {
                cuts.add(set.low(range));
                cuts.add(set.high(range).add(BigInteger.ONE));
            }
        }
        var starts = cuts.stream()
                .filter(cut -> cut.compareTo(size) < 0)
                .sorted()
                .distinct()
                .toArray(BigInteger[]::new);
        return new WideLine(starts, size);
    }

    @Override
    int atoms() {
        return starts.length;
    }

    @Override
    public int atomOf(BigInteger point) {
        return atom(Arrays.binarySearch(starts, point));
    }

    @Override
    public BigInteger start(int atom) {
        return starts[atom];
    }

    @Override
    int firstAtom(Intervals<?> set, int range) {
        return atomOf(set.low(range));
    }

    @Override
    int lastAtom(Intervals<?> set, int range) {
        return atomOf(set.high(range));
    }
}
