package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.IntList;
import dev.sekisho.risk.path.number.LongSet;
import dev.sekisho.risk.path.number.LongStack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Tells at which prices somebody comes to each zone. Sets of breaks are tried in the order of their size, so the first to
 * arrive somewhere is minimal there; O(zones x minimal sets x crossings). Nothing of it is kept: what is wanted is told to a
 * visitor. Who only asks how near zones are asks {@link EntrySearch}.
 */
final class PathSearch {
    /** Told once for each zone and each minimal set that opens it, the smaller sets first. */
    interface Visitor {
        void opened(int zone, long breaks);

        /** The same for all zones one gets to from one with nothing to break; some may have been told before. */
        void opened(BitSet zones, long breaks);
    }

    private final Network network;
    private final Visitor visitor;
    /** The most that is broken. */
    private final int most;

    /** The sets of one break or two that wait or were told, with the zone they open. */
    private final LongSet seen = new LongSet();

    private final BitSet open = new BitSet();
    private final BitSet openAtOne = new BitSet();
    /** The zones one comes to with the set that is looked at, and those and more as a set. */
    private final IntList together = new IntList();

    private final BitSet spread = new BitSet();
    private final List<LongStack> bySize = new ArrayList<>();

    private PathSearch(Network network, Visitor visitor, int most) {
        this.network = network;
        this.visitor = visitor;
        this.most = most;
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new LongStack());
        }
    }

    /**
     * Starts in a zone with any one of these sets already paid.
     *
     * @param most how many breaks a set that is tried has at most
     */
    static void from(Network network, int zone, long[] paid, int most, Visitor visitor) {
        new PathSearch(network, visitor, most).start(zone, paid);
    }

    private void start(int zone, long[] paid) {
        for (long set : paid) {
            offer(zone, set);
        }
        for (LongStack states : bySize) {
            while (!states.isEmpty()) {
                grow(states.next());
            }
        }
    }

    /** First over links that cost nothing as far as they lead, then from all zones one has come to over the others. */
    private void grow(long state) {
        long breaks = Breaks.breaks(state);
        if (breaks != Breaks.NONE && isNeedless(Breaks.zone(state), breaks)) {
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

    private void growOne(Exits exits, int label) {
        exits.across(Breaks.of(label), Breaks.of(label), this::offer);
        if (most > 1) {
            exits.completing(label, this::offer);
            exits.second(label, this::offer);
        }
    }

    private void growTwo(Exits exits, int low, int high, long breaks) {
        exits.across(Breaks.of(low), breaks, this::offer);
        exits.across(Breaks.of(high), breaks, this::offer);
        exits.across(breaks, breaks, this::offer);
    }

    private void offer(int zone, long breaks) {
        if (Breaks.size(breaks) <= most && admit(zone, breaks)) {
            bySize.get(Breaks.size(breaks)).add(Breaks.at(zone, breaks));
        }
    }

    /** Notes that a set opens a zone; false where that is nothing new or of no use. */
    private boolean admit(int zone, long breaks) {
        if (breaks == Breaks.NONE) {
            boolean news = !open.get(zone);
            open.set(zone);
            return news;
        }
        boolean admitted = !isNeedless(zone, breaks) && seen.add(Breaks.at(zone, breaks));
        openAtOne.set(zone, openAtOne.get(zone) || admitted && Breaks.size(breaks) == 1);
        return admitted;
    }

    /** Whether a smaller set already opens the zone. */
    private boolean isNeedless(int zone, long breaks) {
        return open.get(zone)
                || openAtOne.get(zone)
                        && Breaks.size(breaks) == Breaks.MOST
                        && (seen.contains(Breaks.at(zone, Breaks.low(breaks)))
                                || seen.contains(Breaks.at(zone, Breaks.high(breaks))));
    }
}
