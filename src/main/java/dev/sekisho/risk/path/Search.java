package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<Queue> bySize = new ArrayList<>();

    private Search(Network network, Visitor visitor) {
        this.network = network;
        this.visitor = visitor;
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new Queue());
        }
    }

    /** Starts in a zone with any one of these sets already paid. */
    static void from(Network network, int zone, List<Long> paid, Visitor visitor) {
        var search = new Search(network, visitor);
        paid.forEach(set -> search.offer(zone, set));
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
        seen.add(state + 1);
        visitor.opened(zone, breaks);
        for (Network.Step step : network.from(zone)) {
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

    /** Whether a smaller set already opens the zone, or this one does. */
    private boolean dominated(int zone, long breaks) {
        return holds(zone, breaks)
                || holds(zone, Breaks.NONE)
                || (Breaks.size(breaks) == Breaks.MOST
                        && (holds(zone, Breaks.low(breaks)) || holds(zone, Breaks.high(breaks))));
    }

    private boolean holds(int zone, long breaks) {
        // One is added because 0 marks an empty slot.
        return seen.contains(Breaks.at(zone, breaks) + 1);
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
