package dev.sekisho.risk.stake;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many breaks every zone is away from somewhere.
 *
 * @param within zones at most no, one and two breaks away; not to be changed
 * @param reach all zones there is any way to; not to be changed
 */
record Distances(List<BitSet> within, BitSet reach) {
    /** Three breaks and more. */
    static final int BEYOND = 3;

    static final int NONE = -1;

    /** Breaks to a zone, or {@link #NONE}. */
    int to(int zone) {
        for (int breaks = 0; breaks < BEYOND; breaks++) {
            if (within.get(breaks).get(zone)) {
                return breaks;
            }
        }
        return reach.get(zone) ? BEYOND : NONE;
    }

    /** Everything that is led to is three breaks away, or more. */
    static Distances far(BitSet reach) {
        return new Distances(Stream.generate(BitSet::new).limit(BEYOND).toList(), reach);
    }

    /** The zones exactly so many breaks away. */
    BitSet at(int breaks) {
        var zones = (BitSet) (breaks == BEYOND ? reach : within.get(breaks)).clone();
        if (breaks > 0) {
            zones.andNot(within.get(breaks - 1));
        }
        return zones;
    }
}
