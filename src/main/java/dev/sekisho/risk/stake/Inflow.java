package dev.sekisho.risk.stake;

import dev.sekisho.risk.path.Network;
import java.util.List;

/** What comes to one zone from everywhere: of each third party its worst way. */
public final class Inflow {
    private final Stakes stakes;
    private final List<Basin> basins;
    private final ByPotential groups;
    private final Network network;

    /** @param basins by the number of the zone they land in */
    public Inflow(Stakes stakes, List<Basin> basins, Network network) {
        this.stakes = stakes;
        this.basins = basins;
        this.network = network;
        groups = new ByPotential(basins.stream(), stakes);
    }

    /** The greatest terms of all basins to a zone, the greatest first. */
    public List<Term> to(int zone) {
        var ranking = Ranking.byParty();
        if (!network.isLedTo(zone)) {
            basins.get(zone).groups().forEach(group -> offer(ranking, group, zone, group.to(zone)));
            return ranking.terms();
        }
        int near = stakes.plain(zone) + stakes.innerAtMost();
        for (int place = 0; place < groups.size() && ranking.wants(groups.potential(place) + near); place++) {
            Group group = groups.get(place);
            int breaks = group.to(zone);
            if (breaks != Distances.NONE
                    && ranking.wants(groups.potential(place) + near - stakes.perBreak() * breaks)) {
                offer(ranking, group, zone, breaks);
            }
        }
        return ranking.terms();
    }

    private void offer(Ranking ranking, Group group, int zone, int breaks) {
        if (breaks != Distances.NONE && ranking.wants(atMost(group, zone, breaks))) {
            ranking.offer(group, sight(group, zone, breaks));
        }
    }

    /** Whether with or without a basin the greatest terms of a zone may be others. */
    public boolean matters(Basin basin, int zone, List<Term> greatest) {
        var known = new Greatest(greatest);
        for (Group group : basin.groups()) {
            int breaks = group.to(zone);
            if (breaks != Distances.NONE
                    && atMost(group, zone, breaks) >= known.least()
                    && known.wantsAny(group, List.of(sight(group, zone, breaks)))) {
                return true;
            }
        }
        return false;
    }

    private int atMost(Group group, int zone, int breaks) {
        return group.greatest()
                + stakes.atMost(zone, breaks, zone == group.approach().zone(), group.pool());
    }

    private Sight sight(Group group, int zone, int breaks) {
        return stakes.sight(zone, breaks, zone == group.approach().zone(), group.pool());
    }
}
