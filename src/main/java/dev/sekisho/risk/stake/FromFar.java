package dev.sekisho.risk.stake;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The greatest that may come of anybody who takes three breaks and more to everything: the same whichever link he crosses, as
 * long as the link leads to the same zones. So it is looked up once for all links within a network.
 *
 * @param greatest the greatest first
 * @param all whether there are no others
 */
record FromFar(List<Coming> greatest, boolean all) {
    /** Of so many some are nearer to one link, and the rest is enough for nearly every one. */
    private static final int MOST = 400;

    /** Somebody of a group, and where he comes to. */
    record Coming(Group group, Term term) {
        static final Comparator<Coming> GREATEST_FIRST = Comparator.comparing(Coming::term, Term.GREATEST_FIRST);
    }

    /** @param reach the zones that are led to; not to be changed */
    static FromFar of(ByPotential groups, BitSet reach, Stakes stakes) {
        var worstFirst = new PriorityQueue<Coming>(Coming.GREATEST_FIRST.reversed());
        Distances far = far(reach);
        int most = stakes.mostIn(reach) - stakes.perBreak() * Distances.BEYOND + stakes.innerAtMost();
        boolean all = true;
        for (int place = 0; place < groups.size(); place++) {
            int least = worstFirst.size() < MOST
                    ? Greatest.NOTHING
                    : worstFirst.peek().term.milliPoints();
            if (groups.potential(place) + most < least) {
                break;
            }
            Group group = groups.get(place);
            for (Sight sight : sights(group, far, least, stakes)) {
                for (Entrant entrant : group.entrants()) {
                    if (entrant.upkeep().milliPoints() + sight.milliPoints() < least) {
                        break;
                    }
                    worstFirst.add(new Coming(group, new Term(entrant, sight, group.pool())));
                    if (worstFirst.size() > MOST) {
                        worstFirst.poll();
                        all = false;
                        least = worstFirst.peek().term.milliPoints();
                    }
                }
            }
        }
        return new FromFar(worstFirst.stream().sorted(Coming.GREATEST_FIRST).toList(), all && worstFirst.size() < MOST);
    }

    private static List<Sight> sights(Group group, Distances far, int least, Stakes stakes) {
        return Outlook.above(
                least - group.greatest(), far, new Outlook.From(group.approach().zone(), group.pool()), stakes);
    }

    /** Everything that is led to is three breaks away. */
    static Distances far(BitSet reach) {
        return new Distances(
                Stream.generate(BitSet::new).limit(Distances.BEYOND).toList(), reach);
    }
}
