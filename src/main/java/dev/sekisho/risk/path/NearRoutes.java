package dev.sekisho.risk.path;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.path.Routes.PathEntry;
import dev.sekisho.risk.path.number.LongSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The ways of at most two breaks: for each zone the one with the fewest breaks, then the fewest hops, then the least keys
 * from the start. Ways grow hop by hop in the order of their keys, so whoever comes later to a zone and has broken no
 * less is of no use.
 */
final class NearRoutes {
    /** Stand for labels that help nowhere further and count by their number alone. */
    private static final int SPENT = Breaks.LAST;

    private static final int SPENT_TOO = SPENT - 1;

    private final Network network;
    private final RouteLabels labels;
    private final String thirdParty;
    private final Map<Integer, Trail> best;
    private final LongSet seen = new LongSet();
    private final BitSet open = new BitSet();

    /** A way with all it has broken. */
    private record State(Trail trail, long paid) {}

    private NearRoutes(Network network, RouteLabels labels, String thirdParty, Map<Integer, Trail> best) {
        this.network = network;
        this.labels = labels;
        this.thirdParty = thirdParty;
        this.best = best;
    }

    /** @param entries in the order of their keys */
    static void find(
            Network network, RouteLabels labels, List<PathEntry> entries, String thirdParty, Map<Integer, Trail> best) {
        var routes = new NearRoutes(network, labels, thirdParty, best);
        List<List<State>> level = entries.stream().map(routes::start).toList();
        while (!level.isEmpty()) {
            var next = new ArrayList<List<State>>();
            level.forEach(alike -> routes.grow(alike, next));
            level = next;
        }
    }

    private List<State> start(PathEntry entry) {
        int zone = network.number(requireNonNull(entry.zone()));
        Trail lent = entry.lent(thirdParty, labels);
        long paid = lent == null ? Breaks.NONE : lent.packed();
        var start = new ArrayList<State>();
        for (List<String> alternative : entry.ways().alternatives()) {
            long way = labels.numbered(alternative);
            long all = paid == Breaks.TOO_MANY ? paid : Breaks.union(paid, way);
            if (all != Breaks.TOO_MANY) {
                offer(Trail.in(lent, entry.leg(thirdParty), zone, way), all, start);
            }
        }
        return start;
    }

    /** @param alike ways over the same links, which differ in what was broken for them */
    private void grow(List<State> alike, List<List<State>> next) {
        if (alike.isEmpty()) {
            return;
        }
        for (Crossings.Step step : network.from(alike.get(0).trail.zone())) {
            var longer = new ArrayList<State>();
            alike.forEach(state -> cross(state, step, longer));
            if (!longer.isEmpty()) {
                next.add(longer);
            }
        }
    }

    private void cross(State state, Crossings.Step step, List<State> next) {
        if (step.isPaidBy(state.paid)) {
            offer(state.trail.over(step, step.paidWay(state.paid), state.trail.breaks()), state.paid, next);
        } else if (state.trail.breaks() < Breaks.MOST) {
            pay(state, step, next);
        }
    }

    private void pay(State state, Crossings.Step step, List<State> next) {
        for (long way : step.named()) {
            long paid = Breaks.union(state.paid, way);
            if (paid != Breaks.TOO_MANY) {
                offer(state.trail.over(step, way, Breaks.size(paid)), paid, next);
            }
        }
    }

    private void offer(Trail trail, long paid, List<State> next) {
        long left = left(paid);
        if (dominated(trail.zone(), left)) {
            return;
        }
        if (left == Breaks.NONE) {
            open.set(trail.zone());
        } else {
            seen.add(Breaks.at(trail.zone(), left));
        }
        best.merge(trail.zone(), trail, (known, now) -> now.breaks() < known.breaks() ? now : known);
        next.add(new State(trail, paid));
    }

    private boolean dominated(int zone, long left) {
        return open.get(zone)
                || left != Breaks.NONE
                        && (seen.contains(Breaks.at(zone, left))
                                || Breaks.size(left) == Breaks.MOST
                                        && (seen.contains(Breaks.at(zone, Breaks.low(left)))
                                                || seen.contains(Breaks.at(zone, Breaks.high(left)))));
    }

    /** What was broken, in terms of what it is still good for. */
    private long left(long paid) {
        return switch (Breaks.size(paid)) {
            case 0 -> paid;
            case 1 -> labels.spent(Breaks.low(paid)) ? Breaks.of(SPENT) : paid;
            default -> left(Breaks.low(paid), Breaks.high(paid));
        };
    }

    private long left(int low, int high) {
        boolean lowSpent = labels.spent(low);
        boolean highSpent = labels.spent(high);
        if (lowSpent && highSpent) {
            return Breaks.of(SPENT, SPENT_TOO);
        }
        return Breaks.of(lowSpent ? SPENT : low, highSpent ? SPENT : high);
    }
}
