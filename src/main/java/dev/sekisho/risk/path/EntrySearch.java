package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Openings.OneMore;
import dev.sekisho.risk.path.Openings.Second;
import dev.sekisho.risk.path.number.LongSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far everything is for whoever enters a zone at a price. Up to the first link that costs something it is looked at here;
 * what lies behind with what was paid for it is the same for all who come there ({@link Openings}), and is put together.
 */
final class EntrySearch {
    private final Network network;
    private final Openings openings;
    private final BitSet free;
    private final BitSet near;
    /** Absent until it is asked for: many ask for what is near alone. */
    private @Nullable BitSet within;

    /** Where one has come with one label, and with two, before looking any further. */
    private final long[] ones;

    private final long[] twos;

    /** @param paid what is broken by whoever has entered, one of these sets, the empty one alone */
    EntrySearch(Network network, int zone, long[] paid) {
        this.network = network;
        openings = network.openings();
        var one = new LongSet();
        var two = new LongSet();
        if (paid.length > 0 && paid[0] == Breaks.NONE) {
            free = network.freeFrom(zone);
            land(one, two);
        } else {
            free = new BitSet();
            land(zone, paid, one, two);
        }
        ones = one.toArray();
        twos = two.toArray();
        near = (BitSet) free.clone();
        for (long state : ones) {
            near.or(opened(state));
        }
    }

    /** Over the first links that cost something. */
    private void land(LongSet one, LongSet two) {
        for (int zone = free.nextSetBit(0); zone >= 0; zone = free.nextSetBit(zone + 1)) {
            for (Crossings.Step step : network.from(zone)) {
                if (!free.get(step.to())) {
                    land(step.to(), step.ways(), one, two);
                }
            }
        }
    }

    private static void land(int zone, long[] ways, LongSet one, LongSet two) {
        for (long way : ways) {
            (Breaks.size(way) == 1 ? one : two).add(Breaks.at(zone, way));
        }
    }

    private BitSet opened(long state) {
        return openings.by(Breaks.zone(state), Breaks.breaks(state));
    }

    private BitSet all() {
        BitSet known = within;
        if (known == null) {
            known = (BitSet) near.clone();
            for (long state : ones) {
                known.or(oneMore(state).within());
            }
            for (long state : twos) {
                known.or(opened(state));
            }
            within = known;
        }
        return known;
    }

    private OneMore oneMore(long state) {
        return openings.oneMore(Breaks.zone(state), Breaks.low(state));
    }

    /** The zones at most no and one break away; not to be changed. */
    List<BitSet> near() {
        return List.of(free, near);
    }

    /** The zones at most no, one and two breaks away; not to be changed. */
    List<BitSet> within() {
        return List.of(free, near, all());
    }

    /** Which labels the shortest routes to zones with a crown jewel need, packed, in ascending order. */
    long[] needs() {
        var needed = new LongSet();
        BitSet crowns = farther(near, free);
        for (long state : ones) {
            need(opened(state), crowns, Breaks.low(state), needed);
        }
        BitSet farther = farther(all(), near);
        if (!farther.isEmpty()) {
            for (long state : ones) {
                needOfTwo(state, farther, needed);
            }
            for (long state : twos) {
                BitSet opened = opened(state);
                need(opened, farther, Breaks.low(state), needed);
                need(opened, farther, Breaks.high(Breaks.breaks(state)), needed);
            }
        }
        long[] all = needed.toArray();
        Arrays.sort(all);
        return all;
    }

    /** The crown jewels of some zones without others. */
    private BitSet farther(BitSet zones, BitSet nearer) {
        var crowns = (BitSet) network.grounds().crowns().clone();
        crowns.and(zones);
        crowns.andNot(nearer);
        return crowns;
    }

    private void needOfTwo(long state, BitSet crowns, LongSet needed) {
        OneMore found = oneMore(state);
        if (!found.within().intersects(crowns)) {
            return;
        }
        need(found.within(), crowns, Breaks.low(state), needed);
        for (Second second : found.seconds()) {
            for (int label : second.labels()) {
                need(second.remarkable(), crowns, label, needed);
            }
        }
    }

    private static void need(BitSet opened, BitSet crowns, int label, LongSet needed) {
        for (int zone = crowns.nextSetBit(0); zone >= 0; zone = crowns.nextSetBit(zone + 1)) {
            if (opened.get(zone)) {
                BreakDependencies.add(needed, label, zone);
            }
        }
    }

    private static IntStream both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both.stream();
    }

    /** Keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes. */
    SortedSet<String> testZones() {
        BitSet tests = network.grounds().tests();
        var found = new BitSet();
        if (all().intersects(tests)) {
            test(free, Breaks.NONE, found);
            for (long state : ones) {
                testOfTwo(state, found);
            }
            for (long state : twos) {
                test(opened(state), Breaks.breaks(state), found);
            }
        }
        var keys = new TreeSet<String>();
        found.stream().forEach(zone -> keys.add(network.districts().get(zone).key()));
        return Collections.unmodifiableSortedSet(keys);
    }

    private void testOfTwo(long state, BitSet found) {
        OneMore more = oneMore(state);
        if (!more.within().intersects(network.grounds().tests())) {
            return;
        }
        int label = Breaks.low(state);
        test(more.near(), Breaks.of(label), found);
        for (Second second : more.seconds()) {
            for (int other : second.labels()) {
                test(second.remarkable(), Breaks.of(label, other), found);
            }
        }
    }

    private void test(BitSet opened, long breaks, BitSet found) {
        both(opened, network.grounds().tests())
                .filter(zone -> !found.get(zone) && network.leadsOn(zone, breaks))
                .forEach(found::set);
    }
}
