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
    /**
     * Told once for each zone and each minimal set that opens it, the smaller sets first; where no crown jewel is to be had
     * for nothing more, of sets of two spent labels only one.
     */
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
    /** Zones open at two spent labels of which no others are asked for: they are worth the same, and no crown jewel is near. */
    private final BitSet openAtTwoSpent = new BitSet();

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
        exits.free(breaks, this::offer);
        switch (size) {
            case 0 -> exits.all(this::offer);
            case 1 -> growOne(exits, Breaks.low(breaks));
            default -> growTwo(exits, Breaks.low(breaks), Breaks.high(breaks), breaks);
        }
    }

    /**
     * A way that needs a spent label leads only where one has come through already with no more than this. Whoever has paid
     * for one way across gains nothing by paying for another as well, which comes second and so finds the zone open.
     */
    private void growOne(Exits exits, int label) {
        boolean spent = spent(label);
        if (!spent) {
            exits.across(Breaks.of(label), Breaks.of(label), this::offer);
            exits.completing(label, this::offer);
        }
        if (spent && ahead.isEmpty()) {
            exits.secondBut(label, openAtOneSpent, openAtTwoSpent, this::offer);
        } else {
            exits.second(label, this::offer);
        }
    }

    private void growTwo(Exits exits, int low, int high, long breaks) {
        boolean lowHelps = !spent(low);
        boolean highHelps = !spent(high);
        if (lowHelps) {
            exits.across(Breaks.of(low), breaks, this::offer);
        }
        if (highHelps) {
            exits.across(Breaks.of(high), breaks, this::offer);
        }
        if (lowHelps && highHelps) {
            exits.across(breaks, breaks, this::offer);
        }
    }

    private void offer(int zone, long breaks) {
        if (open.get(zone)) {
            return;
        }
        switch (Breaks.size(breaks)) {
            case 0 -> open.set(zone);
            case 1 -> {
                if (!seen.add(Breaks.at(zone, breaks))) {
                    return;
                }
                openAtOneSpent.set(zone, openAtOneSpent.get(zone) || spent(Breaks.low(breaks)));
            }
            default -> {
                boolean spent = spent(Breaks.low(breaks)) && spent(Breaks.high(breaks));
                if (spent && openAtTwoSpent.get(zone) || isNeedless(zone, breaks) || !seen.add(Breaks.at(zone, breaks))) {
                    return;
                }
                openAtTwoSpent.set(zone, openAtTwoSpent.get(zone) || spent && !network.isFreeToCrown(zone));
            }
        }
        bySize.get(Breaks.size(breaks)).add(Breaks.at(zone, breaks));
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
