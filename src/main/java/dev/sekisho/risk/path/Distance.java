package dev.sekisho.risk.path;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many distinct breaks an attacker still needs: exact, or an honest interval where only bounds are known.
 *
 * @param atLeast lower bound; {@link Integer#MAX_VALUE} when there is no way at all
 * @param atMost upper bound
 */
public record Distance(int atLeast, int atMost) implements Comparable<Distance> {

    /** No way at all. */
    public static final Distance NONE = new Distance(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** A large estate names these millions of times. */
    private static final List<Distance> USUAL = IntStream.rangeClosed(0, 8)
            .mapToObj(breaks -> new Distance(breaks, breaks))
            .toList();

    public Distance {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("not an interval of breaks: " + atLeast + ".." + atMost);
        }
    }

    public static Distance exactly(int breaks) {
        return breaks >= 0 && breaks < USUAL.size() ? USUAL.get(breaks) : new Distance(breaks, breaks);
    }

    public boolean exists() {
        return atLeast != Integer.MAX_VALUE;
    }

    public boolean exact() {
        return atLeast == atMost;
    }

    /** Whether at most so many breaks may be enough. */
    public boolean within(int breaks) {
        return atLeast <= breaks;
    }

    /** The same where so many more may have to be broken. */
    public Distance farther(int atMostSoMany) {
        return atMostSoMany == 0 || !exists() ? this : new Distance(atLeast, atMost + atMostSoMany);
    }

    /** The distance to whichever of two is nearer. */
    public Distance nearer(Distance other) {
        return new Distance(Math.min(atLeast, other.atLeast), Math.min(atMost, other.atMost));
    }

    @Override
    public int compareTo(Distance other) {
        int byLower = Integer.compare(atLeast, other.atLeast);
        return byLower != 0 ? byLower : Integer.compare(atMost, other.atMost);
    }
}
