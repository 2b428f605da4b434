package dev.sekisho.risk.stake;

import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Loss;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/**
 * Ways in that land in the same zone, at the same price, among the same software: every target lies before all of them
 * alike, and they differ only in how they are kept.
 *
 * @param reach all zones there is any way to from where they land; not to be changed
 * @param entrants the worst of each third party, of the ten worst third parties, the worst first
 */
record Group(Approach approach, BitSet reach, Causes pool, List<Entrant> entrants) {

    /** @param all who come in so, the worst first */
    public static Group of(Approach approach, BitSet reach, Causes pool, List<Entrant> all) {
        var parties = new HashSet<String>();
        var worst = new ArrayList<Entrant>();
        for (Entrant entrant : all) {
            if (worst.size() < Loss.TERMS && parties.add(entrant.party())) {
                worst.add(entrant);
            }
        }
        return new Group(approach, reach, pool, List.copyOf(worst));
    }

    public Distances distances() {
        return new Distances(approach.within(), reach);
    }

    public Outlook outlook(Stakes stakes) {
        return Outlook.of(distances(), approach.zone(), pool, stakes);
    }

    /** The most any of them adds. */
    int greatest() {
        return entrants.get(0).upkeep().milliPoints();
    }

    /** Breaks to a zone, or {@link Distances#NONE}. */
    int to(int zone) {
        for (int breaks = 0; breaks < Distances.BEYOND; breaks++) {
            if (approach.within().get(breaks).get(zone)) {
                return breaks;
            }
        }
        return reach.get(zone) ? Distances.BEYOND : Distances.NONE;
    }
}
