package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Pool;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What lies before somebody who comes in somewhere: the greatest targets, and all of them together.
 *
 * @param sights the ten greatest, the greatest first; none where there is no target
 * @param milliPoints of all together; what a way adds is added to it
 */
public record Outlook(List<Sight> sights, int milliPoints) {
    /** Nowhere leads anywhere. */
    public static final Outlook NONE = new Outlook(List.of(), 0);

    /** So few are looked at one by one rather than in the order of what is at stake. */
    private static final int FEW = 64;

    /** @param landing the zone where one comes in */
    public static Outlook of(Distances distances, int landing, Pool pool, Stakes stakes) {
        var search = new Search(landing, pool, stakes);
        for (int breaks = 0; breaks <= Distances.BEYOND; breaks++) {
            search.add(distances.at(breaks), breaks);
        }
        return search.greatest.isEmpty()
                ? NONE
                : new Outlook(List.copyOf(search.greatest), Loss.combine(search.amounts()));
    }

    private static final class Search {
        private final int landing;
        private final Pool pool;
        private final Stakes stakes;
        private final List<Sight> greatest = new ArrayList<>();

        Search(int landing, Pool pool, Stakes stakes) {
            this.landing = landing;
            this.pool = pool;
            this.stakes = stakes;
        }

        void add(BitSet zones, int breaks) {
            int count = zones.cardinality();
            if (count <= FEW) {
                zones.stream().forEach(zone -> add(zone, breaks));
                return;
            }
            for (int place = 0; place < stakes.size(); place++) {
                int zone = stakes.inOrder(place);
                if (stakes.zoneAtMost(zone, breaks) < least()) {
                    return;
                }
                if (zones.get(zone)) {
                    add(zone, breaks);
                }
            }
        }

        private void add(int zone, int breaks) {
            if (stakes.zoneAtMost(zone, breaks) < least()) {
                return;
            }
            Sight sight = stakes.sight(zone, breaks, zone == landing, pool);
            int at = greatest.size();
            while (at > 0 && Sight.GREATEST_FIRST.compare(sight, greatest.get(at - 1)) < 0) {
                at--;
            }
            greatest.add(at, sight);
            if (greatest.size() > Loss.TERMS) {
                greatest.remove(Loss.TERMS);
            }
        }

        private int least() {
            return greatest.size() < Loss.TERMS
                    ? Integer.MIN_VALUE
                    : greatest.get(Loss.TERMS - 1).milliPoints();
        }

        int[] amounts() {
            return greatest.stream().mapToInt(Sight::milliPoints).toArray();
        }
    }
}
