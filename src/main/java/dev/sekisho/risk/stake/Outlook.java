package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Loss;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies before somebody who comes in somewhere: the greatest targets, and all of them together.
 *
 * @param sights the ten greatest, the greatest first; none where there is no target
 * @param milliPoints of all together; what a way adds is added to it
 */
public record Outlook(List<Sight> sights, int milliPoints) {
    /** Nowhere leads anywhere. */
    public static final Outlook NONE = new Outlook(List.of(), 0);

    /** Stands for a landing outside. */
    static final int NOWHERE = -1;

    /** So few are looked at one by one rather than in the order of what is at stake. */
    private static final int FEW = 64;

    /** What is at stake at the greatest target; absent where there is none. */
    public @Nullable Stake worst(Stakes stakes) {
        return sights.isEmpty() ? null : stakes.get(sights.get(0).zone());
    }

    /**
     * Where somebody comes in.
     *
     * @param landing the zone
     * @param pool what he can get hold of there
     */
    record From(int landing, Causes pool) {}

    /** @param landing the zone where one comes in */
    static Outlook of(Distances distances, int landing, Causes pool, Stakes stakes) {
        List<Sight> greatest = above(Greatest.NOTHING, distances, new From(landing, pool), stakes);
        return greatest.isEmpty()
                ? NONE
                : new Outlook(
                        List.copyOf(greatest),
                        Loss.combine(
                                greatest.stream().mapToInt(Sight::milliPoints).toArray()));
    }

    /** Of the ten greatest sights those that come to so much, the greatest first. */
    static List<Sight> above(int least, Distances distances, From from, Stakes stakes) {
        var search = new Search(from, stakes, least);
        int home = from.landing == NOWHERE ? Distances.NONE : distances.to(from.landing);
        if (home != Distances.NONE) {
            search.add(from.landing, home);
        }
        for (int breaks = 0; breaks <= Distances.BEYOND; breaks++) {
            search.add(distances.at(breaks), breaks);
        }
        return search.greatest;
    }

    private static final class Search {
        private final int landing;
        private final Causes pool;
        private final Stakes stakes;
        private final int wanted;
        /** What he can get hold of makes no target more by more than this. */
        private final int extra;

        private final List<Sight> greatest = new ArrayList<>();

        Search(From from, Stakes stakes, int wanted) {
            this.landing = from.landing;
            this.pool = from.pool;
            this.stakes = stakes;
            this.wanted = wanted;
            extra = stakes.extra(from.pool, 0);
        }

        void add(BitSet zones, int breaks) {
            if (landing != NOWHERE) {
                zones.clear(landing);
            }
            if (zones.cardinality() <= FEW) {
                zones.stream().forEach(zone -> add(zone, breaks));
                return;
            }
            for (int place = 0; place < stakes.size(); place++) {
                int zone = stakes.inOrder(place);
                if (stakes.plain(zone) - stakes.perBreak() * breaks + extra < least()) {
                    return;
                }
                if (zones.get(zone)) {
                    add(zone, breaks);
                }
            }
        }

        private void add(int zone, int breaks) {
            if (stakes.atMost(zone, breaks, zone == landing, pool) < least()) {
                return;
            }
            Sight sight = stakes.sight(zone, breaks, zone == landing, pool);
            if (sight.milliPoints() < least()) {
                return;
            }
            Greatest.add(sight, greatest, Sight.GREATEST_FIRST);
        }

        private int least() {
            return greatest.size() < Loss.TERMS
                    ? wanted
                    : Math.max(wanted, greatest.get(Loss.TERMS - 1).milliPoints());
        }
    }
}
