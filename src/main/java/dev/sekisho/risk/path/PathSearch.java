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
    private final Labels labels;
    private final Visitor visitor;
    /** The sets of one break or two that wait or were told, with the zone they open. */
    private final LongSet seen = new LongSet();

    private final BitSet open = new BitSet();
    private final BitSet openAtOneSpent = new BitSet();
    private final BitSet ahead = new BitSet();
    private final List<Queue> bySize = new ArrayList<>();

    private PathSearch(Network network, Visitor visitor) {
        this.network = network;
        this.labels = network.labels();
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
        if (label != 0 && !Labels.isOwn(label) && !labels.isHome(label, zone)) {
            ahead.set(label);
        }
    }

    private boolean spent(int label) {
        return Labels.isOwn(label) || labels.hasHome(label) && !ahead.get(label);
    }

    private void grow(long state) {
        int zone = Breaks.zone(state);
        long breaks = Breaks.breaks(state);
        int size = Breaks.size(breaks);
        if (size > 0 && isNeedless(zone, breaks)) {
            return;
        }
        if (network.isFreeFrom(zone)) {
            visitor.opened(network.reach(zone), breaks);
            return;
        }
        visitor.opened(zone, breaks);
        Exits exits = network.exits(zone);
        exits.free(next -> offer(next, breaks));
        crossPaid(exits, breaks);
        if (size == 1 && ahead.isEmpty() && spent(Breaks.low(breaks))) {
            exits.costlyBut(openAtOneSpent, open, step -> pay(step, breaks));
        } else if (size < Breaks.MOST) {
            exits.costly(step -> pay(step, breaks));
        }
    }

    /** A way that needs a spent label leads only where one has come through already with no more than this. */
    private void crossPaid(Exits exits, long breaks) {
        int low = Breaks.low(breaks);
        int high = Breaks.high(breaks);
        boolean lowHelps = low != 0 && !spent(low);
        boolean highHelps = high != 0 && !spent(high);
        if (lowHelps) {
            exits.across(Breaks.of(low), next -> offer(next, breaks));
        }
        if (highHelps) {
            exits.across(Breaks.of(high), next -> offer(next, breaks));
        }
        if (lowHelps && highHelps) {
            exits.across(breaks, next -> offer(next, breaks));
        }
    }

    /** Whoever has paid for one way across already gains nothing by paying for another as well. */
    private void pay(Crossings.Step step, long breaks) {
        if (open.get(step.to()) || breaks != Breaks.NONE && step.isPaidBy(breaks)) {
            return;
        }
        for (long way : step.ways()) {
            long next = Breaks.union(breaks, way);
            if (next != Breaks.TOO_MANY) {
                offer(step.to(), next);
            }
        }
    }

    private void offer(int zone, long breaks) {
        if (isNeedless(zone, breaks)) {
            return;
        }
        int size = Breaks.size(breaks);
        if (size == 0) {
            open.set(zone);
        } else if (!seen.add(Breaks.at(zone, breaks))) {
            return;
        } else if (size == 1 && spent(Breaks.low(breaks))) {
            openAtOneSpent.set(zone);
        }
        bySize.get(size).add(Breaks.at(zone, breaks));
    }

    /** Whether a smaller set already opens the zone, or one that is worth as much and costs less. */
    private boolean isNeedless(int zone, long breaks) {
        return open.get(zone)
                || Breaks.size(breaks) == Breaks.MOST
                        && (isDearer(zone, breaks)
                                || seen.contains(Breaks.at(zone, Breaks.low(breaks)))
                                || seen.contains(Breaks.at(zone, Breaks.high(breaks))));
    }

    private boolean isDearer(int zone, long breaks) {
        return openAtOneSpent.get(zone) && spent(Breaks.low(breaks)) && spent(Breaks.high(breaks));
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
