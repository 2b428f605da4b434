package dev.sekisho.risk.path;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The approaches of one network, each searched when first asked for. The network after takes those that are as true there.
 * They are held for as long as somebody else holds them: an approach that nobody uses any more is nobody's loss.
 */
final class Approaches {
    private static final int FEW = 1_000;

    private final Map<Entry, WeakReference<Approach>> known = new ConcurrentHashMap<>();
    /** Those of networks before that may not be true any more; one that says what is found here is used again. */
    private final Map<Entry, WeakReference<Approach>> former = new ConcurrentHashMap<>();

    private final AtomicInteger room = new AtomicInteger(FEW);

    /** A zone and the price of entry, by numbers: its ways in ascending order. */
    static final class Entry {
        private final int zone;
        private final long[] ways;

        private Entry(int zone, long[] ways) {
            this.zone = zone;
            this.ways = ways;
        }

        /** @param ways in ascending order */
        static Entry of(int zone, long[] ways) {
            return new Entry(zone, ways);
        }

        static Entry of(Network network, int zone, Ways ways) {
            long[] numbered = ways.alternatives().stream()
                    .mapToLong(alternative -> numbered(network, zone, alternative))
                    .sorted()
                    .distinct()
                    .toArray();
            return new Entry(zone, numbered);
        }

        private static long numbered(Network network, int zone, List<String> alternative) {
            return switch (alternative.size()) {
                case 0 -> Breaks.NONE;
                case 1 -> Breaks.of(number(network, zone, alternative, 0));
                default -> Breaks.of(number(network, zone, alternative, 0), number(network, zone, alternative, 1));
            };
        }

        /** A label no crossing on the way onward bears gets a number above all others, by the company it is in. */
        static int number(Network network, int zone, List<String> alternative, int at) {
            int own = network.label(alternative.get(at), zone);
            if (own != 0) {
                return own;
            }
            if (alternative.size() == 1) {
                return Breaks.LAST;
            }
            int other = network.label(alternative.get(1 - at), zone);
            return Breaks.LAST - (other == 0 ? 1 + at : 2 + other);
        }

        int zone() {
            return zone;
        }

        long[] ways() {
            return ways;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry that && zone == that.zone && Arrays.equals(ways, that.ways);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(ways) + zone;
        }
    }

    Approach get(Network network, int zone, Ways ways) {
        Entry entry = Entry.of(network, zone, ways);
        Approach found = held(known.get(entry));
        return found == null ? keep(entry, searched(network, entry)) : found;
    }

    /** Whether it is known what one gets who enters like this. */
    boolean hold(Entry entry) {
        return held(known.get(entry)) != null;
    }

    private Approach searched(Network network, Entry entry) {
        Approach made = Approach.search(network, entry);
        Approach earlier = held(former.get(entry));
        return earlier != null && earlier.says(made) ? earlier : made;
    }

    /** Who was first at it wins; all say the same. */
    private Approach keep(Entry entry, Approach made) {
        sweep();
        var kept = new Approach[] {made};
        known.compute(entry, (any, reference) -> {
            Approach other = held(reference);
            kept[0] = other == null ? made : other;
            return other == null ? new WeakReference<>(made) : reference;
        });
        return kept[0];
    }

    private void sweep() {
        int most = room.get();
        if (known.size() > most && room.compareAndSet(most, Integer.MAX_VALUE)) {
            known.values().removeIf(reference -> held(reference) == null);
            room.set(Math.max(FEW, 2 * known.size()));
        }
    }

    private static @Nullable Approach held(@Nullable WeakReference<Approach> reference) {
        return reference == null ? null : reference.get();
    }

    /**
     * Takes those of the network before that say the same in this one.
     *
     * @param changed the zones of which a search that comes there may find something else
     * @param others the zones that hold something else
     */
    void takeFrom(Network before, Network now, BitSet changed, BitSet others) {
        before.approaches().former.forEach((entry, reference) -> keep(former, entry, held(reference)));
        before.approaches().known.forEach((entry, reference) -> {
            Approach approach = held(reference);
            if (approach != null && approach.searched().intersects(changed)) {
                keep(former, entry, approach);
            } else if (approach != null) {
                keep(
                        known,
                        entry,
                        sameBeyond(approach.zone(), before, now, others) ? approach : approach.in(now, others));
            }
        });
        room.set(Math.max(FEW, 2 * known.size()));
    }

    /** Whether there is nothing else anywhere within reach of a zone. */
    private static boolean sameBeyond(int zone, Network before, Network now, BitSet others) {
        return now.reachesWhat(before, zone) && !now.reach(zone).intersects(others);
    }

    private static void keep(Map<Entry, WeakReference<Approach>> among, Entry entry, @Nullable Approach approach) {
        if (approach != null) {
            among.put(entry, new WeakReference<>(approach));
        }
    }
}
