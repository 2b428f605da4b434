package dev.sekisho.risk.stake;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Passage;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What comes over one link between our zones: of each third party and target the worst way that has to cross it. */
public final class Transit {
    private final Network network;
    private final Passage passage;
    private final Stakes stakes;
    private final ByPotential groups;

    public Transit(Passage passage, Stakes stakes, Stream<Basin> basins) {
        this.passage = passage;
        network = passage.network();
        this.stakes = stakes;
        groups = new ByPotential(basins, stakes);
    }

    /** A link that is up, and where one comes who gets across it and has broken nothing yet. */
    public final class Crossing {
        private final ZoneLink link;
        private final Approach beyond;
        private final int start;
        private final Distances onward;
        /** The most that a target makes, by the breaks that the link and the way on from it cost. */
        private final int[] most;

        private Crossing(ZoneLink link, Approach onward) {
            this.link = link;
            beyond = onward;
            start = network.number(link.from());
            this.onward = new Distances(onward.within(), network.reach(onward.zone()));
            most = IntStream.rangeClosed(0, Distances.BEYOND)
                    .map(breaks -> stakes.mostIn(this.onward.at(breaks)))
                    .toArray();
        }

        /** The most that may come of those of a group, who get to the start at this price. */
        private int atMost(Group group, int arrival) {
            int highest = stakes.extra(group.pool()) + elsewhere(arrival);
            int landing = group.approach().zone();
            int home = onward.to(landing);
            if (home != Distances.NONE) {
                highest = Math.max(highest, stakes.atMost(landing, Math.max(home, arrival), true, group.pool()));
            }
            return group.greatest() + highest;
        }

        private int elsewhere(int arrival) {
            int highest = Greatest.NOTHING;
            for (int breaks = 0; breaks < most.length; breaks++) {
                highest = Math.max(highest, most[breaks] - stakes.perBreak() * Math.max(breaks, arrival));
            }
            return highest;
        }

        /** The greatest terms of third parties and targets over it. */
        public Ranking terms() {
            var ranking = Ranking.byPartyAndTarget();
            int[] near = IntStream.rangeClosed(0, Distances.BEYOND)
                    .map(arrival -> elsewhere(arrival) + stakes.innerAtMost())
                    .toArray();
            for (int place = 0; place < groups.size() && ranking.wants(groups.potential(place) + near[0]); place++) {
                Group group = groups.get(place);
                int arrival = group.to(start);
                if (arrival != Distances.NONE
                        && ranking.wants(groups.potential(place) + near[arrival])
                        && ranking.wants(atMost(group, arrival))) {
                    sights(group, arrival, ranking.least()).forEach(sight -> ranking.offer(group, sight));
                }
            }
            return ranking;
        }

        /** Whether with or without a basin the greatest terms may be others. */
        public boolean matters(Basin basin, List<Term> greatest) {
            var known = new Greatest(greatest);
            for (Group group : basin.groups()) {
                int arrival = group.to(start);
                if (arrival != Distances.NONE
                        && atMost(group, arrival) >= known.least()
                        && known.wantsAny(group, sights(group, arrival, known.least()))) {
                    return true;
                }
            }
            return false;
        }

        /** What somebody of a group may come to that makes so much or more. */
        private List<Sight> sights(Group group, int arrival, int least) {
            return Outlook.above(
                    least - group.greatest(),
                    distances(group, arrival),
                    new Outlook.From(group.approach().zone(), group.pool()),
                    stakes);
        }

        /** Who comes to the link for nothing is as far from everything as the link; else things may be broken only once. */
        private Distances distances(Group group, int arrival) {
            if (arrival == 0) {
                return onward;
            }
            if (arrival == Distances.BEYOND) {
                return new Distances(
                        Stream.generate(BitSet::new).limit(Distances.BEYOND).toList(), onward.reach());
            }
            return new Distances(passage.within(group.approach(), link, beyond), onward.reach());
        }
    }

    public Crossing over(ZoneLink link, Approach onward) {
        return new Crossing(link, onward);
    }
}
