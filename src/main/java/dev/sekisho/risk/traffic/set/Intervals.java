package dev.sekisho.risk.traffic.set;

import java.math.BigInteger;
import java.util.List;

/**
 * A set of points on a line, held as the sorted cuts at which membership toggles: even cuts enter, odd cuts leave.
 * Every operation is one linear sweep over the cuts of both sets; only the storage of a cut differs by subclass.
 */
public abstract class Intervals<S extends Intervals<S>> {

    private interface Keep {
        boolean test(boolean mine, boolean theirs);
    }

    abstract S self();

    abstract int cuts();

    abstract int compareCut(int mine, S other, int theirs);

    /** A new set of the given cuts: {@code pick >= 0} names one of mine, {@code ~pick} one of the other's. */
    abstract S pick(int[] picks, int count, S other);

    /** The first point of a range, for whom the storage does not matter. */
    public abstract BigInteger low(int range);

    public abstract BigInteger high(int range);

    /** How many points. */
    public abstract BigInteger count();

    public final int ranges() {
        return cuts() / 2;
    }

    public final boolean isEmpty() {
        return cuts() == 0;
    }

    public final S union(S other) {
        return combine(other, (mine, theirs) -> mine || theirs);
    }

    public final S intersect(S other) {
        return combine(other, (mine, theirs) -> mine && theirs);
    }

    final S minus(S other) {
        return combine(other, (mine, theirs) -> mine && !theirs);
    }

    /** Costs one binary search per range of the other. */
    final boolean contains(S other) {
        for (int cut = 0; cut < other.cuts(); cut += 2) {
            var passed = passed(other, cut);
            if (passed % 2 == 0 || compareCut(passed, other, cut + 1) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Costs one binary search per range of whichever has fewer. */
    final boolean intersects(S other) {
        return cuts() <= other.cuts() ? meets(other) : other.meets(self());
    }

    boolean meets(S other) {
        for (int cut = 0; cut < cuts(); cut += 2) {
            var passed = other.passed(self(), cut);
            if (passed % 2 == 1 || passed < other.cuts() && other.compareCut(passed, self(), cut + 1) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Joins many sets by halves, so that n ranges in any order cost n log n. */
    public static <S extends Intervals<S>> S unionAll(List<S> sets, S none) {
        return switch (sets.size()) {
            case 0 -> none;
            case 1 -> sets.get(0);
            default -> {
                var middle = sets.size() / 2;
                yield unionAll(sets.subList(0, middle), none).union(unionAll(sets.subList(middle, sets.size()), none));
            }
        };
    }

    /** How many of my cuts lie at or before one of the other's. */
    int passed(S other, int cut) {
        int low = 0, high = cuts();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (compareCut(middle, other, cut) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private S combine(S other, Keep keep) {
        var picks = new int[cuts() + other.cuts()];
        int count = 0, i = 0, j = 0;
        var inside = false;
        while (i < cuts() || j < other.cuts()) {
            var order = i == cuts() ? 1 : j == other.cuts() ? -1 : compareCut(i, other, j);
            var pick = order <= 0 ? i : ~j;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (keep.test(i % 2 == 1, j % 2 == 1) != inside) {
                picks[count++] = pick;
                inside = !inside;
            }
        }
        return pick(picks, count, other);
    }
}
