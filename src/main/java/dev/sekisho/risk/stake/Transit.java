package dev.sekisho.risk.stake;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.score.Loss;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What comes over one link between our zones: of each third party and target the worst way that has to cross it. */
public final class Transit {
    private final Network network;
    private final Stakes stakes;
    /** Those that add most come first, so that most of the others need no look. */
    private final List<Group> groups;

    public Transit(Network network, Stakes stakes, List<Basin> basins) {
        this.network = network;
        this.stakes = stakes;
        groups = basins.stream()
                .flatMap(basin -> basin.groups().stream())
                .sorted(Comparator.comparingInt(Group::greatest).reversed())
                .toList();
    }

    /** A link that is up, and where one comes who gets across it and has broken nothing yet. */
    public final class Crossing {
        private final ZoneLink link;
        private final int start;
        private final Distances onward;
        /** The most at stake by the breaks that the link and the way on from it cost. */
        private final int[] most;

        private Crossing(ZoneLink link, Approach onward) {
            this.link = link;
            start = network.number(link.from());
            this.onward = new Distances(onward.within(), network.reach(onward.zone()));
            most = IntStream.rangeClosed(0, Distances.BEYOND)
                    .map(breaks -> stakes.mostIn(this.onward.at(breaks)))
                    .toArray();
        }

        /** The most that may come of what adds so much and gets to the start at this price. */
        private int atMost(int upkeep, int arrival) {
            int highest = Integer.MIN_VALUE / 2;
            for (int breaks = 0; breaks < most.length; breaks++) {
                highest = Math.max(highest, stakes.atMost(most[breaks], Math.max(breaks, arrival)));
            }
            return upkeep + highest;
        }

        /** The greatest terms of third parties and targets over it. */
        public Ranking terms() {
            var ranking = Ranking.byPartyAndTarget();
            for (Group group : groups) {
                if (!ranking.wants(atMost(group.greatest(), 0))) {
                    break;
                }
                int arrival = group.to(start);
                if (arrival != Distances.NONE && ranking.wants(atMost(group.greatest(), arrival))) {
                    Outlook outlook = Outlook.of(
                            distances(group, arrival), group.approach().zone(), group.pool(), stakes);
                    outlook.sights().forEach(sight -> ranking.offer(group, sight));
                }
            }
            return ranking;
        }

        /** Whether with or without a basin the greatest terms may be others. */
        public boolean mayMatter(Basin basin, List<Term> greatest) {
            int least = greatest.size() < Loss.TERMS
                    ? Integer.MIN_VALUE
                    : greatest.get(Loss.TERMS - 1).milliPoints();
            for (Group group : basin.groups()) {
                int arrival = group.to(start);
                if (arrival != Distances.NONE && atMost(group.greatest(), arrival) >= least) {
                    return true;
                }
            }
            return false;
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
            return new Distances(network.within(group.approach(), link), onward.reach());
        }
    }

    public Crossing over(ZoneLink link, Approach onward) {
        return new Crossing(link, onward);
    }
}
