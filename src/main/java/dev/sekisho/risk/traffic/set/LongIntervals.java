package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.Arrays;

/** Intervals of numbers up to 2^62: ports, protocols, ICMP types and IPv4 addresses. */
public final class LongIntervals extends Intervals<LongIntervals> {

    public static final LongIntervals NONE = new LongIntervals(new long[0]);

    private final long[] cuts;

    /** 0 until asked for. */
    private int hash;

    private LongIntervals(long[] cuts) {
        this.cuts = cuts;
    }

    public static LongIntervals of(long first, long last) {
        return new LongIntervals(new long[] {first, last + 1});
    }

    /** Writes all cuts from a place on; returns how many. */
    int copyCuts(long[] into, int from) {
        System.arraycopy(cuts, 0, into, from, cuts.length);
        return cuts.length;
    }

    long first(int range) {
        return cuts[2 * range];
    }

    long last(int range) {
        return cuts[2 * range + 1] - 1;
    }

    boolean contains(long point) {
        var found = Arrays.binarySearch(cuts, point);
        return found >= 0 ? found % 2 == 0 : ~found % 2 == 1;
    }

    long size() {
        var size = 0L;
        for (int range = 0; range < ranges(); range++) {
            size += cuts[2 * range + 1] - cuts[2 * range];
        }
        return size;
    }

    @Override
    public BigInteger count() {
        return BigInteger.valueOf(size());
    }

    @Override
    public BigInteger low(int range) {
        return BigInteger.valueOf(first(range));
    }

    @Override
    public BigInteger high(int range) {
        return BigInteger.valueOf(last(range));
    }

    @Override
    LongIntervals self() {
        return this;
    }

    @Override
    int cuts() {
        return cuts.length;
    }

    @Override
    int compareCut(int mine, LongIntervals other, int theirs) {
        return Long.compare(cuts[mine], other.cuts[theirs]);
    }

    @Override
    LongIntervals pick(int[] picks, int count, LongIntervals other) {
        var picked = new long[count];
        Arrays.setAll(picked, i -> picks[i] >= 0 ? cuts[picks[i]] : other.cuts[~picks[i]]);
        return new LongIntervals(picked);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof LongIntervals that
                        && hashCode() == that.hashCode()
                        && Arrays.equals(cuts, that.cuts);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(cuts);
        }
        return hash;
    }
}
