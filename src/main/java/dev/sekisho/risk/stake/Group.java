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
 * @param distances of everything from where they land
 * @param entrants the worst of each third party, of the ten worst third parties, the worst first
 */
record Group(Approach approach, Distances distances, Causes pool, List<Entrant> entrants) {

    /**
     * @param reach all zones there is any way to from where they land; not to be changed
     * @param all who come in so, the worst first
     */
    static Group of(Approach approach, BitSet reach, Causes pool, List<Entrant> all) {
        var parties = new HashSet<String>();
        var worst = new ArrayList<Entrant>();
        for (Entrant entrant : all) {
            if (worst.size() < Loss.TERMS && parties.add(entrant.party())) {
                worst.add(entrant);
            }
        }
        return new Group(approach, new Distances(approach.within(), reach), pool, List.copyOf(worst));
    }

    Outlook outlook(Stakes stakes) {
        return Outlook.of(distances, approach.zone(), pool, stakes);
    }

    /** The most any of them adds. */
    int greatest() {
        return entrants.get(0).upkeep().milliPoints();
    }

    /** Breaks to a zone, or {@link Distances#NONE}. */
    int to(int zone) {
        return distances.to(zone);
    }

    /** The zones at most two breaks away; not to be changed. */
    BitSet nearby() {
        return distances.within().get(Distances.BEYOND - 1);
    }
}
