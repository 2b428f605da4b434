package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Grows sets of at most two breaks from one zone through the network. Sets are tried in the order of their size, so the
 * first to arrive somewhere is minimal there; O(zones x minimal sets x crossings). Nothing of it is kept: what is wanted
 * is told to a visitor.
 *
 * <p>A label that helps into one zone only is spent once that zone is entered. Two spent labels are never worth keeping
 * where a single spent one does: whatever comes after costs one break more. So a network where every link has a label of
 * its own is searched link by link and not pair by pair.
 */
final class PathSearch {
    /** Told once for each zone and each minimal set that opens it, the smaller sets first. */
    interface Visitor {
        void opened(int zone, long breaks);

        /** The same for zones that hang together with nothing to break; some may have been told before. */
        void opened(BitSet zones, long breaks);
    }

    private final Network network;
    private final Visitor visitor;
    private final LongSet seen = new LongSet();
    private final BitSet open = new BitSet();
    private final BitSet openAtOneSpent = new BitSet();
    private final BitSet ahead = new BitSet();
    private final List<Queue> bySize = new ArrayList<>();

    private PathSearch(Network network, Visitor visitor) {
        this.network = network;
        this.visitor = visitor;
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new Queue());
        }
    }

    /** Starts in a zone with any one of these sets already paid. */
    static void from(Network network, int zone, long[] paid, Visitor visitor) {
        var search = new PathSearch(network, visitor);
        for (long set : paid) {
            search.keepAhead(zone, Breaks.low(set));
            search.keepAhead(zone, Breaks.high(set));
        }
        for (long set : paid) {
            search.offer(zone, set);
        }
        for (Queue states : search.bySize) {
            while (!states.isEmpty()) {
                search.grow(states.next());
            }
        }
    }

    /** A label that is paid at the start may still help into a zone that was not entered yet. */
    private void keepAhead(int zone, int label) {
        Labels labels = network.labels();
        if (label != 0 && label <= labels.size() && !labels.isHome(label, zone)) {
            ahead.set(label);
        }
    }

    private boolean spent(int label) {
        Labels labels = network.labels();
        return label > labels.size() || labels.hasHome(label) && !ahead.get(label);
    }

    private void grow(long state) {
        int zone = Breaks.zone(state);
        long breaks = Breaks.breaks(state);
        if (dominated(zone, breaks)) {
            return;
        }
        remember(zone, breaks);
        if (network.isFreeFrom(zone)) {
            visitor.opened(network.reach(zone), breaks);
            return;
        }
        visitor.opened(zone, breaks);
        for (Network.Step step : network.from(zone)) {
            cross(step, breaks);
        }
    }

    /** Whoever has paid for one way across already gains nothing by paying for another as well. */
    private void cross(Network.Step step, long breaks) {
        if (step.isPaidBy(breaks)) {
            offer(step.to(), breaks);
        } else if (Breaks.size(breaks) < Breaks.MOST && !isFutile(step, breaks)) {
            for (long way : step.ways()) {
                long next = Breaks.union(breaks, way);
                if (next != Breaks.TOO_MANY) {
                    offer(step.to(), next);
                }
            }
        }
    }

    /** Whether each way across makes two spent labels where one does. */
    private boolean isFutile(Network.Step step, long breaks) {
        return step.homely() && openAtOneSpent.get(step.to()) && ahead.isEmpty() && spent(Breaks.low(breaks));
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
            if (Breaks.size(breaks) == 1 && spent(Breaks.low(breaks))) {
                openAtOneSpent.set(zone);
            }
        }
    }

    /** Whether a smaller set already opens the zone, or this one does. */
    private boolean dominated(int zone, long breaks) {
        if (open.get(zone) || isDearer(zone, breaks)) {
            return true;
        }
        return breaks != Breaks.NONE
                && (seen.contains(Breaks.at(zone, breaks))
                        || (Breaks.size(breaks) == Breaks.MOST
                                && (seen.contains(Breaks.at(zone, Breaks.low(breaks)))
                                        || seen.contains(Breaks.at(zone, Breaks.high(breaks))))));
    }

    private boolean isDearer(int zone, long breaks) {
        return Breaks.size(breaks) == Breaks.MOST
                && openAtOneSpent.get(zone)
                && spent(Breaks.low(breaks))
                && spent(Breaks.high(breaks));
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
