package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * Sets of at most two breaks, each packed into one number: 22 bits for a zone where a search needs them, then 21
 * bits for each label. Larger sets are not told apart: beyond two breaks only bounds are asked for.
 */
final class Breaks {
    static final long NONE = 0;
    static final long TOO_MANY = -1;
    static final int MOST = 2;
    private static final int BITS = 21;
    private static final long LABEL = (1L << BITS) - 1;

    /** The greatest number a label can have. */
    static final int LAST = (int) LABEL;

    private Breaks() {}

    static long of(int label) {
        return label;
    }

    static long of(int one, int other) {
        return one == other ? one : (long) Math.max(one, other) << BITS | Math.min(one, other);
    }

    static int size(long breaks) {
        return breaks == NONE ? 0 : high(breaks) == 0 ? 1 : MOST;
    }

    /** The smaller label, 0 where there is none. */
    static int low(long breaks) {
        return (int) (breaks & LABEL);
    }

    /** The larger label of two, 0 where there are not two. */
    static int high(long breaks) {
        return (int) (breaks >>> BITS & LABEL);
    }

    /** The labels in a set, in ascending order. */
    static IntStream labels(long breaks) {
        return IntStream.of(low(breaks), high(breaks)).filter(label -> label != 0);
    }

    /** How many labels of a set are not among those already broken. */
    static int missing(long breaks, BitSet broken) {
        int low = low(breaks);
        int high = high(breaks);
        return (low != 0 && !broken.get(low) ? 1 : 0) + (high != 0 && !broken.get(high) ? 1 : 0);
    }

    static boolean within(long smaller, long larger) {
        return holds(larger, low(smaller)) && holds(larger, high(smaller));
    }

    static long union(long one, long other) {
        if (within(one, other)) {
            return other;
        }
        if (within(other, one)) {
            return one;
        }
        return size(one) == 1 && size(other) == 1 ? of(low(one), low(other)) : TOO_MANY;
    }

    /** A set at a zone, as one number. */
    static long at(int zone, long breaks) {
        return (long) zone << 2 * BITS | breaks;
    }

    static int zone(long state) {
        return (int) (state >>> 2 * BITS);
    }

    static long breaks(long state) {
        return state & ((1L << 2 * BITS) - 1);
    }

    /**
     * The same set in terms of what each label is still good for.
     *
     * @param left of a label, and the number of those that are good for nothing
     */
    static long left(long breaks, IntBinaryOperator left) {
        return switch (size(breaks)) {
            case 0 -> breaks;
            case 1 -> of(left.applyAsInt(low(breaks), LAST));
            default -> of(left.applyAsInt(low(breaks), LAST - 1), left.applyAsInt(high(breaks), LAST));
        };
    }

    private static boolean holds(long breaks, int label) {
        return label == 0 || label == low(breaks) || label == high(breaks);
    }
}
