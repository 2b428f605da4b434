package dev.sekisho.risk.stake;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The greatest that may come to one target of anybody who takes three breaks and more to it: the same over whichever link he
 * gets there. So it is looked up once for all links within a network.
 *
 * @param greatest the greatest first
 * @param all whether there are no others
 */
record FromFar(List<Coming> greatest, boolean all) {
    /** Of so many some are nearer to one link, and the rest is enough for nearly every one. */
    private static final int MOST = 48;

    /** Somebody of a group. */
    record Coming(Group group, Term term) {
        static final Comparator<Coming> GREATEST_FIRST = Comparator.comparing(Coming::term, Term.GREATEST_FIRST);
    }

    static FromFar to(int target, Comers comers) {
        var worstFirst = new PriorityQueue<Coming>(Coming.GREATEST_FIRST.reversed());
        boolean all = true;
        for (Group group : comers.landingIn(target)) {
            all &= offer(group, sight(group, target, comers), worstFirst);
        }
        ByPotential order = comers.towards(target);
        int most = most(target, comers.stakes());
        for (int place = 0; place < order.size(); place++) {
            int number = order.number(place);
            if (order.potential(number) + most < least(worstFirst)) {
                all = false;
                break;
            }
            Group group = comers.get(number);
            if (group.approach().zone() != target) {
                all &= offer(group, sight(group, target, comers), worstFirst);
            }
        }
        return new FromFar(worstFirst.stream().sorted(Coming.GREATEST_FIRST).toList(), all);
    }

    /** What a target makes of whoever is so far from it, lands elsewhere, and adds nothing. */
    static int most(int target, Stakes stakes) {
        return stakes.plain(target) - stakes.perBreak() * Distances.BEYOND;
    }

    static Sight sight(Group group, int target, Comers comers) {
        return comers.stakes().sight(target, Distances.BEYOND, group.approach().zone() == target, group.pool());
    }

    private static int least(PriorityQueue<Coming> worstFirst) {
        Coming worst = worstFirst.peek();
        return worst == null || worstFirst.size() < MOST ? Greatest.NOTHING : worst.term.milliPoints();
    }

    /** Whether nobody had to be left out. */
    private static boolean offer(Group group, Sight sight, PriorityQueue<Coming> worstFirst) {
        boolean all = true;
        for (Entrant entrant : group.entrants()) {
            if (entrant.upkeep().milliPoints() + sight.milliPoints() < least(worstFirst)) {
                return false;
            }
            var coming = new Coming(group, new Term(entrant, sight, group.pool()));
            if (worstFirst.size() < MOST) {
                worstFirst.add(coming);
            } else {
                all = false;
                // Where very many come alike, most go at one look.
                if (Coming.GREATEST_FIRST.compare(coming, worstFirst.element()) < 0) {
                    worstFirst.poll();
                    worstFirst.add(coming);
                }
            }
        }
        return all;
    }
}
