package dev.sekisho.risk.stake;

import dev.sekisho.risk.path.Network;
import java.util.List;

/** What comes to one zone from everywhere: of each third party its worst way. */
public final class Inflow {
    private final Comers comers;
    private final Stakes stakes;
    private final Network network;

    public Inflow(Comers comers, Network network) {
        this.comers = comers;
        this.network = network;
        stakes = comers.stakes();
    }

    /** The greatest terms of all basins to a zone, the greatest first. */
    public List<Term> to(int zone) {
        var ranking = Ranking.byParty();
        comers.landingIn(zone).forEach(group -> offer(ranking, group, zone, group.to(zone)));
        if (network.isLedTo(zone)) {
            ByPotential order = comers.towards(zone);
            int[] near = comers.near(zone);
            if (near == null) {
                scan(ranking, zone, order, 0);
            } else {
                for (int number : near) {
                    offer(ranking, number, zone, order);
                }
                scan(ranking, zone, order, Distances.BEYOND);
            }
        }
        return ranking.terms();
    }

    /** Everybody who is so many breaks away or more, until nobody adds enough any more. */
    private void scan(Ranking ranking, int zone, ByPotential order, int breaks) {
        int most = stakes.plain(zone) - stakes.perBreak() * breaks;
        for (int place = 0;
                place < order.size() && ranking.wants(order.potential(order.number(place)) + most);
                place++) {
            offer(ranking, order.number(place), zone, order);
        }
    }

    private void offer(Ranking ranking, int number, int zone, ByPotential order) {
        Group group = comers.get(number);
        int breaks = group.to(zone);
        if (breaks != Distances.NONE
                && group.approach().zone() != zone
                && ranking.wants(order.potential(number) + stakes.plain(zone) - stakes.perBreak() * breaks)) {
            offer(ranking, group, zone, breaks);
        }
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
