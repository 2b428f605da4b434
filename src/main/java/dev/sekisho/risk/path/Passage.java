package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.LongSet;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** How far everything is for somebody who has to go over one certain link between our zones. */
final class Passage {
    private Passage() {}

    /** Every minimal price at which one zone is opened. */
    private record Prices(int zone, LongSet sets) implements PathSearch.Visitor {
        @Override
        public void opened(int at, long breaks) {
            if (at == zone) {
                sets.add(breaks + 1);
            }
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            if (zones.get(zone)) {
                sets.add(breaks + 1);
            }
        }
    }

    private record Nearness(List<BitSet> within) implements PathSearch.Visitor {
        @Override
        public void opened(int zone, long breaks) {
            for (int most = Breaks.size(breaks); most <= Breaks.MOST; most++) {
                within.get(most).set(zone);
            }
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            for (int most = Breaks.size(breaks); most <= Breaks.MOST; most++) {
                within.get(most).or(zones);
            }
        }
    }

    /** The zones at most no, one and two breaks away over this link, for whoever approaches like this. */
    static List<BitSet> within(Network network, Approach approach, Crossings.Step link) {
        var arrival = new Prices(link.from(), new LongSet());
        PathSearch.exhaustive(network, approach.zone(), approach.entry(), arrival);
        var paid = new LongSet();
        for (long set : arrival.sets.toArray()) {
            for (long way : link.ways()) {
                long both = Breaks.union(set - 1, way);
                if (both != Breaks.TOO_MANY) {
                    paid.add(both + 1);
                }
            }
        }
        long[] sets = paid.toArray();
        for (int i = 0; i < sets.length; i++) {
            sets[i]--;
        }
        var found =
                new Nearness(Stream.generate(BitSet::new).limit(Breaks.MOST + 1).toList());
        if (sets.length > 0) {
            PathSearch.from(network, link.to(), sets, found);
        }
        return found.within;
    }
}
