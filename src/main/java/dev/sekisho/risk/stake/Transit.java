package dev.sekisho.risk.stake;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.Approach;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Passage;
import dev.sekisho.risk.score.Causes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What comes over one link between our zones: of each third party and target the worst way that has to cross it. */
public final class Transit {
    /** So few targets are looked at one by one rather than in the order of what is at stake. */
    private static final int FEW = 64;

    private final Network network;
    private final Comers comers;
    private final Stakes stakes;
    /** By target, who comes there from far; absent until asked for. */
    private final AtomicReferenceArray<@Nullable FromFar> far;

    public Transit(Network network, Comers comers) {
        this.network = network;
        this.comers = comers;
        stakes = comers.stakes();
        far = new AtomicReferenceArray<>(stakes.size());
    }

    /** A link that is up, and where one comes who gets across it and has broken nothing yet. */
    public final class Crossing {
        private final ZoneLink link;
        private final Approach beyond;
        private final int start;
        private final Distances onward;
        /** The most that a target makes, by the breaks that the link and the way on from it cost; absent until asked for. */
        private int @Nullable [] most;
        /** What somebody sees who comes to the link for nothing, brings no flaws and lands nowhere; absent until asked for. */
        private @Nullable List<Sight> plain;

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
            int highest = stakes.extra(group.pool(), 0) + elsewhere(arrival);
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
            var ranking = Ranking.byPartyAndTarget();
            offerNear(0, ranking);
            offerFar(ranking);
            for (int arrival = 1; arrival < Distances.BEYOND; arrival++) {
                offerNear(arrival, ranking);
            }
            return ranking;
        }

        private void offerFar(Ranking ranking) {
            if (!offerListed(ranking)) {
                scanFar(ranking);
            }
        }

        /** Whether those who were looked up for each target are enough. */
        private boolean offerListed(Ranking ranking) {
            BitSet reach = onward.reach();
            if (reach.cardinality() <= FEW) {
                return reach.stream().allMatch(target -> offerListed(target, ranking));
            }
            int more = comers.towardsAny().greatest() + stakes.innerAtMost();
            for (int place = 0; place < stakes.size(); place++) {
                int target = stakes.inOrder(place);
                if (!ranking.wants(FromFar.most(target, stakes) + more)) {
                    return true;
                }
                if (reach.get(target) && !offerListed(target, ranking)) {
                    return false;
                }
            }
            return true;
        }

        private boolean offerListed(int target, Ranking ranking) {
            FromFar coming = far.get(target);
            if (coming == null) {
                int most = Math.max(comers.towards(target).greatest(), comers.mostLandingIn(target));
                if (!ranking.wants(FromFar.most(target, stakes) + most)) {
                    return true;
                }
                coming = FromFar.to(target, comers);
                far.set(target, coming);
            }
            for (FromFar.Coming one : coming.greatest()) {
                if (!ranking.wants(one.term().milliPoints())) {
                    return true;
                }
                if (isFar(one.group())) {
                    ranking.offer(one.term());
                }
            }
            return coming.all();
        }

        /** Where those who were looked up are nearer, or do not come here at all. */
        private void scanFar(Ranking ranking) {
            BitSet landings = network.leadingTo(start);
            if (landings.cardinality() <= FEW) {
                landings.stream().forEach(zone -> comers.landingIn(zone).forEach(group -> offerFar(group, ranking)));
                return;
            }
            ByPotential order = comers.towardsAny();
            int most = elsewhere(Distances.BEYOND) + stakes.innerAtMost();
            for (int place = 0; place < order.size(); place++) {
                int number = order.number(place);
                if (!ranking.wants(order.potential(number) + most)) {
                    return;
                }
                offerFar(comers.get(number), ranking);
            }
        }

        private void offerFar(Group group, Ranking ranking) {
            if (isFar(group)) {
                offer(group, Distances.BEYOND, ranking);
            }
        }

        private boolean isFar(Group group) {
            return group.to(start) == Distances.BEYOND;
        }

        /** Everybody who comes to the start for so many breaks. */
        private void offerNear(int arrival, Ranking ranking) {
            ByPotential order = comers.towardsAny();
            int most = elsewhere(arrival) + stakes.innerAtMost();
            int[] near = comers.near(start);
            for (int place = 0; place < (near == null ? order.size() : near.length); place++) {
                int number = near == null ? order.number(place) : near[place];
                if (ranking.wants(order.potential(number) + most)) {
                    Group group = comers.get(number);
                    if (group.to(start) == arrival) {
                        offer(group, arrival, ranking);
                    }
                } else if (near == null) {
                    return;
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
                            && comers.towardsAny().greatest()
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
            int wanted = least - group.greatest();
            return switch (arrival) {
                case 0 -> group.pool().milliPoints() == 0 ? withHome(group) : above(wanted, onward, group);
                case Distances.BEYOND -> above(wanted, Distances.far(onward.reach()), group);
                default -> beyondBreaks(group, arrival, wanted);
            };
        }

        private List<Sight> above(int wanted, Distances distances, Group group) {
            return Outlook.above(
                    wanted, distances, new Outlook.From(group.approach().zone(), group.pool()), stakes);
        }

        /** All who come to the link for nothing see the same but for where they land. */
        private List<Sight> withHome(Group group) {
            List<Sight> all = plain();
            int landing = group.approach().zone();
            int breaks = onward.to(landing);
            if (breaks == Distances.NONE) {
                return all;
            }
            var seen = new ArrayList<Sight>(all);
            seen.removeIf(sight -> sight.zone() == landing);
            Greatest.add(stakes.sight(landing, breaks, true, Causes.NONE), seen, Sight.GREATEST_FIRST);
            return seen;
        }

        private List<Sight> plain() {
            List<Sight> known = plain;
            if (known == null) {
                known = Outlook.above(Greatest.NOTHING, onward, new Outlook.From(Outlook.NOWHERE, Causes.NONE), stakes);
                plain = known;
            }
            return known;
        }

        /**
         * Things may be broken only once, which takes a search to tell. Mostly what it could tell at best is not wanted, or
         * is so even if nothing on the way on has been broken before.
         */
        private List<Sight> beyondBreaks(Group group, int arrival, int wanted) {
            Passage passage = network.passage();
            List<BitSet> best = passage.atBest(group.approach(), arrival, beyond);
            var atBest = new Distances(best, onward.reach());
            List<Sight> seen = above(wanted, atBest, group);
            if (!passage.tellsMore(arrival) || areSure(seen, arrival, atBest)) {
                return seen;
            }
            List<BitSet> within = passage.within(group.approach(), link, best);
            return above(wanted, new Distances(within, onward.reach()), group);
        }

        private boolean areSure(List<Sight> sights, int arrival, Distances atBest) {
            return sights.stream()
                    .mapToInt(Sight::zone)
                    .allMatch(zone -> atBest.to(zone) == Math.min(arrival + onward.to(zone), Distances.BEYOND));
        }
    }

    public Crossing over(ZoneLink link, Approach onward) {
        return new Crossing(link, onward);
    }
}
