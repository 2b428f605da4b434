package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.Arrays;

/** Intervals of numbers of any width: IPv6 addresses. */
final class WideIntervals extends Intervals<WideIntervals> {

    static final WideIntervals NONE = new WideIntervals(new BigInteger[0]);

    private final BigInteger[] cuts;

    /** 0 until asked for. */
    private int hash;

    private WideIntervals(BigInteger[] cuts) {
        this.cuts = cuts;
    }

    static WideIntervals of(BigInteger first, BigInteger last) {
        return new WideIntervals(new BigInteger[] {first, last.add(BigInteger.ONE)});
    }

    @Override
    public BigInteger low(int range) {
        return cuts[2 * range];
    }

    @Override
    public BigInteger high(int range) {
        return cuts[2 * range + 1].subtract(BigInteger.ONE);
    }

    @Override
    public BigInteger count() {
        var size = BigInteger.ZERO;
        for (int range = 0; range < ranges(); range++) {
            size = size.add(cuts[2 * range + 1]).subtract(cuts[2 * range]);
        }
        return size;
    }

    @Override
    WideIntervals self() {
        return this;
    }

    @Override
    int cuts() {
        return cuts.length;
    }

    @Override
    int compareCut(int mine, WideIntervals other, int theirs) {
        return cuts[mine].compareTo(other.cuts[theirs]);
    }

    @Override
    WideIntervals pick(int[] picks, int count, WideIntervals other) {
        var picked = new BigInteger[count];
        Arrays.setAll(picked, i -> picks[i] >= 0 ? cuts[picks[i]] : other.cuts[~picks[i]]);
        return new WideIntervals(picked);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof WideIntervals that
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
