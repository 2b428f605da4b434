package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.IntList;
import dev.sekisho.risk.path.number.LongSet;
import dev.sekisho.risk.path.number.LongStack;
import java.util.ArrayList;
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
     * Told once for each zone and each minimal set that opens it, the smaller sets first. Where one gets to no crown jewel and
     * no test zone for nothing more, of sets of two spent labels only one is told.
     */
    interface Visitor {
        void opened(int zone, long breaks);

        /** The same for zones that hang together with nothing to break; some may have been told before. */
        void opened(BitSet zones, long breaks);

        /**
         * Whether all pairs of labels that open a zone are to be told. Else a pair may be left out where each of its labels was
         * told of in another, but for test zones; and one may be told where one of its labels is enough.
         */
        default boolean wantsEachPair() {
            return false;
        }
    }

    private final Network network;
    private final Labels labels;
    private final Visitor visitor;
    /** Whether labels that help nowhere further on are told apart all the same. */
    private final boolean exhaustive;
    /** The most that is broken. */
    private final int most;

    /** The sets of one break or two that wait or were told, with the zone they open. */
    private final LongSet seen = new LongSet();

    private final BitSet open = new BitSet();
    private final BitSet openAtOne = new BitSet();
    private final BitSet openAtOneSpent = new BitSet();
    /** Zones open at two spent labels where it is all the same which two they are. */
    private final BitSet openAtTwoSpent = new BitSet();

    /** Labels of pairs, each with a zone they opened, that were told. */
    private final LongSet told = new LongSet();

    private final BitSet ahead = new BitSet();
    /** The zones one comes to with the set that is looked at, and those and more as a set. */
    private final IntList together = new IntList();

    private final BitSet spread = new BitSet();
    private final List<LongStack> bySize = new ArrayList<>();

    private PathSearch(Network network, Visitor visitor, boolean exhaustive, int most) {
        this.exhaustive = exhaustive;
        this.most = most;
        this.network = network;
        this.labels = network.labels();
        this.visitor = visitor;
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new LongStack());
        }
    }

    /** Starts in a zone with any one of these sets already paid. */
    static void from(Network network, int zone, long[] paid, Visitor visitor) {
        new PathSearch(network, visitor, false, Breaks.MOST).start(zone, paid);
    }

    /** The same of sets of one break at most. */
    static void ofOne(Network network, int zone, long[] paid, Visitor visitor) {
        new PathSearch(network, visitor, false, 1).start(zone, paid);
    }

    /** The same for somebody who will go on from elsewhere and may come back: every minimal set is told. */
    static void exhaustive(Network network, int zone, long[] paid, Visitor visitor) {
        new PathSearch(network, visitor, true, Breaks.MOST).start(zone, paid);
    }

    private void start(int zone, long[] paid) {
        for (long set : paid) {
            keepAhead(zone, Breaks.low(set));
            keepAhead(zone, Breaks.high(set));
        }
        for (long set : paid) {
            offer(zone, set);
        }
        for (LongStack states : bySize) {
            while (!states.isEmpty()) {
                grow(states.next());
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
        return Labels.isOwn(label) || !exhaustive && labels.hasHome(label) && !ahead.get(label);
    }

    /** First over links that cost nothing as far as they lead, then from all zones one has come to over the others. */
    private void grow(long state) {
        long breaks = Breaks.breaks(state);
        if (breaks != Breaks.NONE && isNeedless(Breaks.zone(state), breaks)) {
            return;
        }
        if (Breaks.size(breaks) == Breaks.MOST && !visitor.wantsEachPair()) {
            growPair(Breaks.zone(state), breaks);
            return;
        }
        together.clear();
        spread.clear();
        together.add(Breaks.zone(state));
        for (int i = 0; i < together.size(); i++) {
            spread(together.get(i), breaks);
        }
        for (int i = 0; i < together.size(); i++) {
            pay(network.exits(together.get(i)), breaks);
        }
    }

    /**
     * Two are all that may be broken, so all zones that hang together with nothing to break are looked at as one, and only
     * links among them that bear one of the two matter.
     */
    private void growPair(int zone, long breaks) {
        int low = Breaks.low(breaks);
        int high = Breaks.high(breaks);
        Exits exits = network.exits(zone);
        if (exits.free().isEmpty()) {
            visitor.opened(zone, breaks);
            growTwo(exits, low, high, breaks);
            return;
        }
        BitSet zones = network.freeFrom(zone);
        boolean news = told.add(Breaks.at(zone, low)) | told.add(Breaks.at(zone, high));
        if (news || zones.intersects(network.grounds().tests())) {
            visitor.opened(zones, breaks);
        }
        boolean lowHelps = !spent(low);
        boolean highHelps = !spent(high);
        if (!lowHelps && !highHelps && !network.isFreeToRemarkable(zone)) {
            openAtTwoSpent.or(zones);
        }
        if (lowHelps) {
            labels.eachSource(low, zones, source -> acrossEither(network.exits(source), low, breaks, highHelps));
        }
        if (highHelps) {
            labels.eachSource(
                    high, zones, source -> network.exits(source).across(Breaks.of(high), breaks, this::offer));
        }
    }

    private void acrossEither(Exits exits, int low, long breaks, boolean both) {
        exits.across(Breaks.of(low), breaks, this::offer);
        if (both) {
            exits.across(breaks, breaks, this::offer);
        }
    }

    private void spread(int zone, long breaks) {
        if (network.isFreeFrom(zone) && !network.leadsNowhere(zone)) {
            visitor.opened(network.reach(zone), breaks);
            return;
        }
        visitor.opened(zone, breaks);
        network.exits(zone).free(open, spread, next -> {
            spread.set(next);
            if (admit(next, breaks)) {
                together.add(next);
            }
        });
    }

    private void pay(Exits exits, long breaks) {
        switch (Breaks.size(breaks)) {
            case 0 -> exits.all(open, this::offer);
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
        }
        if (most == 1) {
            return;
        }
        if (!spent) {
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
        if (Breaks.size(breaks) <= most && admit(zone, breaks)) {
            bySize.get(Breaks.size(breaks)).add(Breaks.at(zone, breaks));
        }
    }

    /** Notes that a set opens a zone; false where that is nothing new or of no use. */
    private boolean admit(int zone, long breaks) {
        if (open.get(zone)) {
            return false;
        }
        return switch (Breaks.size(breaks)) {
            case 0 -> {
                open.set(zone);
                yield true;
            }
            case 1 -> admitOne(zone, breaks);
            default -> admitTwo(zone, breaks);
        };
    }

    private boolean admitOne(int zone, long breaks) {
        boolean admitted = seen.add(Breaks.at(zone, breaks));
        if (admitted) {
            openAtOne.set(zone);
            openAtOneSpent.set(zone, openAtOneSpent.get(zone) || spent(Breaks.low(breaks)));
        }
        return admitted;
    }

    private boolean admitTwo(int zone, long breaks) {
        boolean spent = spent(Breaks.low(breaks)) && spent(Breaks.high(breaks));
        if (spent && openAtTwoSpent.get(zone) || isNeedless(zone, breaks) || !seen.add(Breaks.at(zone, breaks))) {
            return false;
        }
        if (spent && !network.isFreeToRemarkable(zone)) {
            openAtTwoSpent.set(zone);
        }
        return true;
    }

    /** Whether a smaller set already opens the zone, or one that is worth as much and costs less. */
    private boolean isNeedless(int zone, long breaks) {
        return open.get(zone)
                || openAtOne.get(zone)
                        && Breaks.size(breaks) == Breaks.MOST
                        && (isDearer(zone, breaks)
                                || seen.contains(Breaks.at(zone, Breaks.low(breaks)))
                                || seen.contains(Breaks.at(zone, Breaks.high(breaks))));
    }

    private boolean isDearer(int zone, long breaks) {
        return openAtOneSpent.get(zone) && spent(Breaks.low(breaks)) && spent(Breaks.high(breaks));
    }
}
