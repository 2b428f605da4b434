package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Grows sets of at most two breaks from one zone through the network. Sets are tried in the order of their size, so the
 * first to arrive somewhere is minimal there; O(zones x minimal sets x crossings). Nothing of it is kept: what is wanted
 * is told to a visitor.
 */
final class Search {
    /** Told once for each zone and each minimal set that opens it, the smaller sets first. */
    interface Visitor {
        void opened(int zone, long breaks);
    }

    private final Network network;
    private final Visitor visitor;
    private final LongSet seen = new LongSet();
    private final BitSet open = new BitSet();
    private final List<Queue> bySize = new ArrayList<>();

    private Search(Network network, Visitor visitor) {
        this.network = network;
        this.visitor = visitor;
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new Queue());
        }
    }

    /** Starts in a zone with any one of these sets already paid. */
    static void from(Network network, int zone, long[] paid, Visitor visitor) {
        var search = new Search(network, visitor);
        for (long set : paid) {
            search.offer(zone, set);
        }
        for (Queue states : search.bySize) {
            while (!states.isEmpty()) {
                search.grow(states.next());
            }
        }
    }

    private void grow(long state) {
        int zone = Breaks.zone(state);
        long breaks = Breaks.breaks(state);
        if (dominated(zone, breaks)) {
            return;
        }
        remember(zone, breaks);
        visitor.opened(zone, breaks);
        for (Network.Step step : network.from(zone)) {
            cross(step, breaks);
        }
    }

    /** Whoever has paid for one way across already gains nothing by paying for another as well. */
    private void cross(Network.Step step, long breaks) {
        if (step.isPaidBy(breaks)) {
            offer(step.to(), breaks);
        } else if (Breaks.size(breaks) < Breaks.MOST) {
            for (long way : step.ways()) {
                long next = Breaks.union(breaks, way);
                if (next != Breaks.TOO_MANY) {
                    offer(step.to(), next);
                }
            }
        }
    }

    private void offer(int zone, long breaks) {
        if (!dominated(zone, breaks)) {
            bySize.get(Breaks.size(breaks)).add(Breaks.at(zone, breaks));
        }
    }

    private void remember(int zone, long breaks) {
        if (breaks == Breaks.NONE) {
            open.set(zone);
        } else {
            seen.add(Breaks.at(zone, breaks));
        }
    }

    /** Whether a smaller set already opens the zone, or this one does. */
    private boolean dominated(int zone, long breaks) {
        if (open.get(zone)) {
            return true;
        }
        return breaks != Breaks.NONE
                && (seen.contains(Breaks.at(zone, breaks))
                        || (Breaks.size(breaks) == Breaks.MOST
                                && (seen.contains(Breaks.at(zone, Breaks.low(breaks)))
                                        || seen.contains(Breaks.at(zone, Breaks.high(breaks))))));
    }

    /** First in, first out, without boxes. */
    private static final class Queue {
        private long[] states = new long[16];
        private int head;
        private int tail;

        boolean isEmpty() {
            return head == tail;
        }

        long next() {
            return states[head++];
        }

        void add(long state) {
            if (tail == states.length) {
                states = Arrays.copyOf(states, 2 * tail);
            }
            states[tail++] = state;
        }
    }
}
