package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Ways beyond two breaks, where the fewest of all cannot be searched for: from the best way to one zone to the next,
 * counting only what was not broken before. None breaks more than the links cost one by one.
 */
final class FarRoutes {
    private final Network network;
    private final Map<Integer, Trail> best;
    private final PriorityQueue<Trail> waiting = new PriorityQueue<>(Trail.BEST_FIRST);
    private final BitSet settled = new BitSet();

    private FarRoutes(Network network, Map<Integer, Trail> best) {
        this.network = network;
        this.best = best;
    }

    /**
     * @param entries one way of each entry
     * @param best the ways that are known, to which the others are added; none of them is changed
     */
    static void find(Network network, List<Trail> entries, Map<Integer, Trail> best) {
        var routes = new FarRoutes(network, best);
        best.keySet().forEach(routes.settled::set);
        routes.waiting.addAll(entries);
        best.values().forEach(routes::grow);
        while (!routes.waiting.isEmpty()) {
            Trail trail = routes.waiting.poll();
            if (!routes.settled.get(trail.zone())) {
                routes.settled.set(trail.zone());
                best.put(trail.zone(), trail);
                routes.grow(trail);
            }
        }
    }

    private void grow(Trail trail) {
        BitSet paid = null;
        for (Crossings.Step step : network.from(trail.zone())) {
            if (!settled.get(step.to())) {
                paid = paid == null ? trail.paid() : paid;
                waiting.add(over(trail, step, paid));
            }
        }
    }

    /** The way across that breaks the least on top. */
    private static Trail over(Trail trail, Crossings.Step step, BitSet paid) {
        long chosen = step.named()[0];
        int least = Breaks.missing(chosen, paid);
        for (long way : step.named()) {
            int missing = Breaks.missing(way, paid);
            if (missing < least) {
                chosen = way;
                least = missing;
            }
        }
        return trail.over(step, chosen, trail.breaks() + least);
    }
}
