package dev.sekisho.risk.stake;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Passage;
import dev.sekisho.risk.score.Causes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes over one link between our zones: of each third party and target the worst way that has to cross it. */
public final class Transit {
    private static final int FEW = 64;
    private static final int SEVERAL = 24;

    private final Network network;
    private final Passage passage;
    private final Stakes stakes;
    private final Map<BitSet, FromFar> far = new ConcurrentHashMap<>();
    /** How many links asked for each: for a few it is not worth while. */
    private final Map<BitSet, AtomicInteger> asked = new ConcurrentHashMap<>();

    private final ByPotential groups;

    public Transit(Passage passage, Stakes stakes, Stream<Basin> basins) {
        this.passage = passage;
        network = passage.network();
        this.stakes = stakes;
        groups = new ByPotential(basins, stakes);
    }

    /** In a network of many parts that lead to different zones each is looked up for itself. */
    private FromFar far(BitSet reach) {
        FromFar known = far.get(reach);
        if (known != null) {
            return known;
        }
        int times = asked.computeIfAbsent(reach, any -> new AtomicInteger()).incrementAndGet();
        return times < SEVERAL || far.size() >= FEW
                ? new FromFar(List.of(), false)
                : far.computeIfAbsent(reach, any -> FromFar.of(groups, any, stakes));
    }

    /** A link that is up, and where one comes who gets across it and has broken nothing yet. */
    public final class Crossing {
        private final ZoneLink link;
        private final Approach beyond;
        private final int start;
        private final Distances onward;
        /** The most that a target makes, by the breaks that the link and the way on from it cost; absent until asked for. */
        private int @Nullable [] most;
        /** What somebody sees who brings no flaws and lands nowhere, by the breaks to the link. */
        private final Map<Integer, List<Sight>> plain = new HashMap<>();

        private Crossing(ZoneLink link, Approach onward) {
            this.link = link;
            beyond = onward;
            start = network.number(link.from());
            this.onward = new Distances(onward.within(), network.reach(onward.zone()));
        }

        private int[] most() {
            int[] known = most;
            if (known == null) {
                known = IntStream.rangeClosed(0, Distances.BEYOND)
                        .map(breaks -> stakes.mostIn(onward.at(breaks)))
                        .toArray();
                most = known;
            }
            return known;
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
            int[] most = most();
            for (int breaks = 0; breaks < most.length; breaks++) {
                highest = Math.max(highest, most[breaks] - stakes.perBreak() * Math.max(breaks, arrival));
            }
            return highest;
        }

        /**
         * The greatest terms of third parties and targets over it. Those that are told at once come first, so that of the
         * others, for whom something may be broken twice, few have to be searched for.
         */
        public Ranking terms() {
            ByPotential all = groups;
            int[] near = all.near(start, network.districts().size());
            var ranking = Ranking.byPartyAndTarget();
            offerNear(all, near, 0, ranking);
            offerFar(all, ranking);
            for (int arrival = 1; arrival < Distances.BEYOND; arrival++) {
                offerNear(all, near, arrival, ranking);
            }
            return ranking;
        }

        private void offerFar(ByPotential all, Ranking ranking) {
            FromFar far = far(onward.reach());
            for (FromFar.Coming coming : far.greatest()) {
                if (!ranking.wants(coming.term().milliPoints())) {
                    return;
                }
                if (coming.group().to(start) == Distances.BEYOND) {
                    ranking.offer(coming.term());
                }
            }
            if (!far.all()) {
                scanFar(all, ranking);
            }
        }

        private void scanFar(ByPotential all, Ranking ranking) {
            int most = elsewhere(Distances.BEYOND) + stakes.innerAtMost();
            for (int place = 0; place < all.size() && ranking.wants(all.potential(place) + most); place++) {
                if (all.get(place).to(start) == Distances.BEYOND) {
                    offer(all.get(place), Distances.BEYOND, ranking);
                }
            }
        }

        private void offerNear(ByPotential all, int[] places, int arrival, Ranking ranking) {
            int most = elsewhere(arrival) + stakes.innerAtMost();
            for (int place : places) {
                if (!ranking.wants(all.potential(place) + most)) {
                    return;
                }
                if (all.get(place).to(start) == arrival) {
                    offer(all.get(place), arrival, ranking);
                }
            }
        }

        private void offer(Group group, int arrival, Ranking ranking) {
            if (ranking.wants(atMost(group, arrival))) {
                sights(group, arrival, ranking.least()).forEach(sight -> ranking.offer(group, sight));
            }
        }

        /** Whether something else at stake in a zone changes nothing: it is not among the greatest, and would not be. */
        public boolean standsWithout(int zone, List<Term> greatest) {
            int breaks = onward.to(zone);
            return breaks == Distances.NONE
                    || greatest.stream().noneMatch(term -> term.target() == zone)
                            && groups.greatest()
                                            + stakes.plain(zone)
                                            - stakes.perBreak() * breaks
                                            + stakes.innerAtMost()
                                    < new Greatest(greatest).least();
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
            if (group.pool().milliPoints() == 0 && (arrival == 0 || arrival == Distances.BEYOND)) {
                return withHome(group, arrival);
            }
            return Outlook.above(
                    least - group.greatest(),
                    distances(group, arrival),
                    new Outlook.From(group.approach().zone(), group.pool()),
                    stakes);
        }

        /** All who come to the link for nothing, or for more than two breaks, see the same but for where they land. */
        private List<Sight> withHome(Group group, int arrival) {
            Distances distances = distances(group, arrival);
            List<Sight> all = plain.computeIfAbsent(
                    arrival,
                    any -> Outlook.above(
                            Greatest.NOTHING, distances, new Outlook.From(Outlook.NOWHERE, Causes.NONE), stakes));
            int landing = group.approach().zone();
            int breaks = distances.to(landing);
            if (breaks == Distances.NONE) {
                return all;
            }
            var seen = new ArrayList<Sight>(all);
            seen.removeIf(sight -> sight.zone() == landing);
            Greatest.add(stakes.sight(landing, breaks, true, Causes.NONE), seen, Sight.GREATEST_FIRST);
            return seen;
        }

        /** Who comes to the link for nothing is as far from everything as the link; else things may be broken only once. */
        private Distances distances(Group group, int arrival) {
            if (arrival == 0) {
                return onward;
            }
            if (arrival == Distances.BEYOND) {
                return FromFar.far(onward.reach());
            }
            return new Distances(passage.within(group.approach(), link, beyond), onward.reach());
        }
    }

    public Crossing over(ZoneLink link, Approach onward) {
        return new Crossing(link, onward);
    }
}
