package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;

/** A line of numbers up to 2^62. */
final class LongLine extends NumberLine {

    private final long[] starts;

    private LongLine(long[] starts, BigInteger size) {
        super(size);
        this.starts = starts;
    }

    public static LongLine cutBy(Collection<? extends Intervals<?>> sets, BigInteger size) {
        var cuts = new long[1 + sets.stream().mapToInt(Intervals::cuts).sum()];
        var count = 1;
        for (var set : sets) {
            count += ((LongIntervals) set).copyCuts(cuts, count);
        }
        Arrays.sort(cuts);
        return new LongLine(distinctBelow(cuts, size.longValue()), size);
    }

    private static long[] distinctBelow(long[] sorted, long size) {
        var count = 1;
        for (var cut : sorted) {
            if (cut != sorted[count - 1] && cut < size) {
                sorted[count++] = cut;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    @Override
    int atoms() {
        return starts.length;
    }

    @Override
    public int atomOf(BigInteger point) {
        return atomOf(point.longValue());
    }

    @Override
    public BigInteger start(int atom) {
        return BigInteger.valueOf(starts[atom]);
    }

    @Override
    int firstAtom(Intervals<?> set, int range) {
        return atomOf(((LongIntervals) set).first(range));
    }

    @Override
    int lastAtom(Intervals<?> set, int range) {
        return atomOf(((LongIntervals) set).last(range));
    }

    private int atomOf(long point) {
        return atom(Arrays.binarySearch(starts, point));
    }
}
