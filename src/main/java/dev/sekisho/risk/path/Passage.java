package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.path.number.LongSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How far everything is for somebody who has to go over one certain link between our zones. What was broken on the way to
 * the link is broken beyond it too, so distances up to the link and from there on cannot just be added.
 *
 * <p>Exact in networks of a few hundred links. In larger ones not every pair of things that may be broken up to a link is
 * tried; where one of those left out might help to come back into a zone already passed, it is taken to help.
 */
public final class Passage {
    /** In networks with more links there are too many pairs. */
    private static final int FEW = 256;

    /** Prices are kept for so many entries, some tens of megabytes. */
    private static final int MANY = 100_000;

    private final Network network;
    private final boolean exhaustive;
    /** By approach: what has to be paid to come to each zone, each packed with the zone, in ascending order. */
    private final Map<Approach, long[]> arrivals = new ConcurrentHashMap<>();

    private final Map<Approaches.Entry, List<BitSet>> onward = new ConcurrentHashMap<>();

    public Passage(Network network) {
        this.network = network;
        exhaustive = network.links() <= FEW;
    }

    public Network network() {
        return network;
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

    private record Nearness(List<BitSet> within) implements PathSearch.Visitor {
        @Override
        public void opened(int zone, long breaks) {
            for (int most = Breaks.size(breaks); most <= Breaks.MOST; most++) {
                within.get(most).set(zone);
            }
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            for (int most = Breaks.size(breaks); most <= Breaks.MOST; most++) {
                within.get(most).or(zones);
            }
        }
    }

    /**
     * The numbers of the zones at most no, one and two breaks away over a link that is up, for whoever approaches like this
     * and comes to it for one break or two.
     *
     * @param beyond where one comes who starts at the link and has broken nothing yet
     */
    public List<BitSet> within(Approach approach, ZoneLink link, Approach beyond) {
        Crossings.Step step = network.step(link);
        long[] paid = paid(approach, step);
        List<BitSet> known = paid.length == 0
                ? List.of(new BitSet(), new BitSet(), new BitSet())
                : roomIn(onward).computeIfAbsent(Approaches.Entry.of(step.to(), paid), this::search);
        boolean surely = exhaustive || approach.within().get(1).get(step.from());
        return surely ? known : orMaybe(known, approach, beyond);
    }

    private static List<BitSet> orMaybe(List<BitSet> known, Approach approach, Approach beyond) {
        var near = new ArrayList<>(known);
        var maybe = (BitSet) approach.within().get(Breaks.MOST).clone();
        maybe.and(beyond.within().get(Breaks.MOST));
        maybe.or(known.get(Breaks.MOST));
        near.set(Breaks.MOST, maybe);
        return near;
    }

    private List<BitSet> search(Approaches.Entry entry) {
        var found =
                new Nearness(Stream.generate(BitSet::new).limit(Breaks.MOST + 1).toList());
        PathSearch.from(network, entry.zone(), entry.ways(), found);
        return found.within;
    }

    /** What is broken by whoever is across, as far as it is still good for something; in ascending order. */
    private long[] paid(Approach approach, Crossings.Step step) {
        long[] all = arrivals(approach);
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
        int kept = 0;
        var minimal = new long[distinct];
        for (int i = 0; i < distinct; i++) {
            if (isMinimal(sorted[i], sorted, distinct)) {
                minimal[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(minimal, kept);
    }

    /** At which prices somebody who approaches like this comes to every zone. */
    private long[] arrivals(Approach approach) {
        long[] known = arrivals.get(approach);
        return known == null ? roomIn(arrivals).computeIfAbsent(approach, this::prices) : known;
    }

    private static int place(long[] all, long first) {
        int found = Arrays.binarySearch(all, first);
        return found < 0 ? -found - 1 : found;
    }

    private long[] prices(Approach approach) {
        var prices = new Prices(new LongSet());
        if (exhaustive) {
            PathSearch.exhaustive(network, approach.zone(), approach.entry(), prices);
        } else {
            PathSearch.from(network, approach.zone(), approach.entry(), prices);
        }
        long[] all = prices.found.toArray();
        Arrays.sort(all);
        return all;
    }

    /** What was searched is only kept to save work; where very much was, it is begun again. */
    private static <K, V> Map<K, V> roomIn(Map<K, V> known) {
        if (known.size() >= MANY) {
            known.clear();
        }
        return known;
    }

    /** Labels that are of no use from a zone on are alike. */
    private long left(long breaks, int zone) {
        return Breaks.left(breaks, (label, spent) -> left(label, zone, spent));
    }

    private int left(int label, int zone, int spent) {
        boolean useful = !Labels.isOwn(label)
                && !network.labels().isHome(label, zone)
                && network.labels().isBorne(label, network.reach(zone));
        return useful ? label : spent;
    }

    private static boolean isMinimal(long set, long[] among, int count) {
        for (int i = 0; i < count; i++) {
            long other = among[i];
            if (other != set && (Breaks.within(other, set) || costsLess(other, set))) {
                return false;
            }
        }
        return true;
    }

    /** Whether both are good for nothing and the other is the smaller. */
    private static boolean costsLess(long other, long set) {
        return other == Breaks.of(Breaks.LAST) && set == Breaks.of(Breaks.LAST - 1, Breaks.LAST);
    }
}
