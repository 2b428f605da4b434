package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.number.LongSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * How far everything is for somebody who has to go over one certain link between our zones. What was broken on the way to
 * the link is broken beyond it too, so distances up to the link and from there on cannot just be added.
 *
 * <p>Exact in networks of a few hundred links. In larger ones it is exact for no break and one; there are too many pairs to
 * try each, so a zone that is at most two breaks away, and at most two from the link on, is taken to be two away over it.
 */
public final class Passage {
    /** In networks with more links there are too many pairs. */
    private static final int FEW = 256;

    /** So much of one kind is kept, some tens of megabytes. */
    private static final int MANY = 100_000;

    /** What was found for whom takes at most about so many bytes: three sets of zones each. */
    private static final long ROOM = 128_000_000;

    private static final int BESIDE_SETS = 230;

    private final Network network;
    private final boolean exhaustive;
    /** By entry: what has to be paid to come to each zone, each packed with the zone, in ascending order. */
    private final Map<Approaches.Entry, long[]> arrivals = new ConcurrentHashMap<>();

    private final Map<Approaches.Entry, List<BitSet>> onward = new ConcurrentHashMap<>();

    /** What was found for whom, so that what he has paid need not be worked out again. */
    private final Map<Passing, List<BitSet>> passings = new ConcurrentHashMap<>();

    private final int room;

    private record Passing(Approaches.Entry entry, String link) {}

    Passage(Network network) {
        this.network = network;
        exhaustive = network.links() <= FEW;
        long each = (Breaks.MOST + 1L) * network.districts().size() / Byte.SIZE + BESIDE_SETS;
        room = (int) (ROOM / each);
    }

    /** Takes what was found in the network before for all whose every way of at most two breaks is the same in this one. */
    void takeFrom(Passage before, Approaches same) {
        if (!exhaustive && !before.exhaustive) {
            before.passings.forEach((passing, found) -> {
                if (same.hold(passing.entry)) {
                    passings.put(passing, found);
                }
            });
        }
    }

    /** Every price at which each zone is opened, packed with the zone, which is counted from 1 on: no set holds zero. */
    private record Prices(LongSet found) implements PathSearch.Visitor {
        @Override
        public void opened(int zone, long breaks) {
            found.add(Breaks.at(zone + 1, breaks));
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            zones.stream().forEach(zone -> opened(zone, breaks));
        }
    }

    /**
     * Zones that may be at most no, one and two breaks away over a link; no others are. It takes no search: none is nearer
     * over a link than it is at all, nor than it is from the link on.
     *
     * @param arrival breaks up to the link, one or two
     * @param beyond where one comes who starts at the link and has broken nothing yet
     */
    public List<BitSet> atBest(Approach approach, int arrival, Approach beyond) {
        return IntStream.rangeClosed(0, Breaks.MOST)
                .mapToObj(breaks -> breaks < arrival ? new BitSet() : both(approach, beyond, breaks))
                .toList();
    }

    private static BitSet both(Approach approach, Approach beyond, int breaks) {
        var zones = (BitSet) approach.within().get(breaks).clone();
        zones.and(beyond.within().get(breaks));
        return zones;
    }

    /** Whether a search tells more than {@link #atBest}. */
    public boolean tellsMore(int arrival) {
        return exhaustive || arrival < Breaks.MOST;
    }

    /**
     * The zones that are at most no, one and two breaks away over a link that is up, for whoever approaches like this.
     *
     * @param best of them, as {@link #atBest} has it
     */
    public List<BitSet> within(Approach approach, ZoneLink link, List<BitSet> best) {
        Approaches.Entry entry = approach.entry();
        List<BitSet> found = roomIn(passings, room)
                .computeIfAbsent(new Passing(entry, link.key()), any -> beyond(paid(entry, network.step(link)), link));
        return exhaustive ? found : List.of(found.get(0), found.get(1), best.get(Breaks.MOST));
    }

    private List<BitSet> beyond(long[] paid, ZoneLink link) {
        return paid.length == 0
                ? List.of(new BitSet(), new BitSet(), new BitSet())
                : roomIn(onward, MANY)
                        .computeIfAbsent(Approaches.Entry.of(network.number(link.zone()), paid), this::search);
    }

    private List<BitSet> search(Approaches.Entry entry) {
        var search = new EntrySearch(network, entry.zone(), entry.ways());
        return exhaustive ? search.within() : search.near();
    }

    /** What is broken by whoever is across, as far as it is still good for something; in ascending order. */
    private long[] paid(Approaches.Entry entry, Crossings.Step step) {
        long[] all = arrivals(entry);
        int from = place(all, Breaks.at(step.from() + 1, 0));
        int to = place(all, Breaks.at(step.from() + 2, 0));
        var paid = new long[(to - from) * step.ways().length];
        int count = 0;
        for (int at = from; at < to; at++) {
            for (long way : step.ways()) {
                long both = Breaks.union(Breaks.breaks(all[at]), way);
                if (both != Breaks.TOO_MANY) {
                    paid[count++] = left(both, step.to());
                }
            }
        }
        Arrays.sort(paid, 0, count);
        return minimal(paid, count);
    }

    /** @param sorted in ascending order, the first so many of them */
    private static long[] minimal(long[] sorted, int count) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return minimalOf(sorted, distinct);
    }

    /** Single breaks stand before pairs; a pair is of no use where one of its two is enough. */
    private static long[] minimalOf(long[] distinct, int count) {
        if (count > 0 && distinct[0] == Breaks.NONE) {
            return new long[1];
        }
        int single = 0;
        while (single < count && Breaks.size(distinct[single]) == 1) {
            single++;
        }
        var minimal = Arrays.copyOf(distinct, count);
        int kept = single;
        for (int i = single; i < count; i++) {
            long pair = distinct[i];
            if (Arrays.binarySearch(distinct, 0, single, Breaks.low(pair)) < 0
                    && Arrays.binarySearch(distinct, 0, single, Breaks.high(pair)) < 0) {
                minimal[kept++] = pair;
            }
        }
        return Arrays.copyOf(minimal, kept);
    }

    /** At which prices somebody who enters like this comes to every zone. */
    private long[] arrivals(Approaches.Entry entry) {
        long[] known = arrivals.get(entry);
        return known == null ? roomIn(arrivals, MANY).computeIfAbsent(entry, this::prices) : known;
    }

    private static int place(long[] all, long first) {
        int found = Arrays.binarySearch(all, first);
        return found < 0 ? -found - 1 : found;
    }

    private long[] prices(Approaches.Entry entry) {
        var prices = new Prices(new LongSet());
        PathSearch.from(network, entry.zone(), entry.ways(), exhaustive ? Breaks.MOST : 1, prices);
        long[] all = prices.found.toArray();
        Arrays.sort(all);
        return all;
    }

    /** What was searched is only kept to save work; where very much was, it is begun again. */
    private static <K, V> Map<K, V> roomIn(Map<K, V> known, int most) {
        if (known.size() >= most) {
            known.clear();
        }
        return known;
    }

    /** Labels that are of no use from a zone on are alike. */
    private long left(long breaks, int zone) {
        return Breaks.left(breaks, (label, spent) -> left(label, zone, spent));
    }

    private int left(int label, int zone, int spent) {
        return network.helps(label, zone) ? label : spent;
    }
}
