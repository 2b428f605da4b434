package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import java.util.List;

/** What comes to one zone from everywhere: of each third party its worst way. */
public final class Inflow {
    private final Stakes stakes;

    public Inflow(Stakes stakes) {
        this.stakes = stakes;
    }

    /** The greatest terms of all basins to a zone, the greatest first. */
    public List<Term> to(int zone, Iterable<Basin> basins) {
        var ranking = Ranking.byParty();
        for (Basin basin : basins) {
            for (Group group : basin.groups()) {
                int breaks = group.to(zone);
                if (breaks != Distances.NONE && ranking.wants(group.greatest() + stakes.zoneAtMost(zone, breaks))) {
                    ranking.offer(group, sight(group, zone, breaks));
                }
            }
        }
        return ranking.terms();
    }

    /** Whether with or without a basin the greatest terms of a zone may be others. */
    public boolean matters(Basin basin, int zone, List<Term> greatest) {
        int least = greatest.size() < Loss.TERMS
                ? Integer.MIN_VALUE
                : greatest.get(Loss.TERMS - 1).milliPoints();
        for (Group group : basin.groups()) {
            int breaks = group.to(zone);
            if (breaks != Distances.NONE
                    && group.greatest() + sight(group, zone, breaks).milliPoints() >= least) {
                return true;
            }
        }
        return false;
    }

    private Sight sight(Group group, int zone, int breaks) {
        return stakes.sight(zone, breaks, zone == group.approach().zone(), group.pool());
    }
}
