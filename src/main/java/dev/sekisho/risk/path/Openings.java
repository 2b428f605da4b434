package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.IntQueue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What labels that are broken open from a zone of one network, and what one more opens then. It does not matter who comes
 * there, nor from where: so all who come to a zone with the same label share it, and it is looked for once.
 */
final class Openings {
    /** What is kept may take so many bytes. It is only kept to save work: where it is very much, it is begun again. */
    private static final long ROOM = 128L << 20;

    private static final int BESIDE_SETS = 200;

    /** Of so many zones all sets that are open freely take 32 MB at most; of more they are not kept. */
    private static final int MANY = 16_384;

    private final Network network;
    private final LinksByLabel links;
    private final AtomicReferenceArray<@Nullable BitSet> free;
    private final Map<Long, BitSet> opened = new ConcurrentHashMap<>();
    private final Map<Long, OneMore> oneMore = new ConcurrentHashMap<>();
    private final int room;

    /**
     * What one gets to from a zone who breaks one more.
     *
     * @param near the zones that are open without one more
     * @param within these and all others
     * @param seconds what else opens something remarkable
     */
    record OneMore(BitSet near, BitSet within, List<Second> seconds) {}

    /**
     * What a second label opens.
     *
     * @param labels each of them opens it
     * @param remarkable the crown jewels and test zones among it
     */
    record Second(int[] labels, BitSet remarkable) {}

    Openings(Network network) {
        this.network = network;
        links = new LinksByLabel(network.steps(), network.labels().last());
        int zones = network.districts().size();
        free = new AtomicReferenceArray<>(zones > MANY ? 0 : zones);
        long each = 2L * zones / Byte.SIZE + BESIDE_SETS;
        room = (int) (ROOM / each);
    }

    /**
     * Takes what is as true here as it was there.
     *
     * @param changed the zones of which a search that comes there may find something else
     */
    void takeFrom(Openings before, BitSet changed) {
        for (int zone = 0; zone < Math.min(free.length(), before.free.length()); zone++) {
            BitSet zones = before.free.get(zone);
            free.set(zone, zones == null || zones.intersects(changed) ? null : zones);
        }
        before.opened.forEach((state, zones) -> {
            if (!zones.intersects(changed)) {
                opened.put(state, zones);
            }
        });
        before.oneMore.forEach((state, found) -> {
            if (!found.within.intersects(changed)) {
                oneMore.put(state, found);
            }
        });
    }

    /** A zone and all zones one gets to from it with nothing to break; not to be changed. */
    BitSet free(int zone) {
        if (free.length() == 0) {
            return searchFree(zone);
        }
        BitSet found = free.get(zone);
        if (found == null) {
            found = searchFree(zone);
            free.set(zone, found);
        }
        return found;
    }

    private BitSet searchFree(int zone) {
        var found = new BitSet();
        var waiting = new IntQueue();
        found.set(zone);
        waiting.add(zone);
        while (!waiting.isEmpty()) {
            BitSet next = network.exits(waiting.next()).free();
            for (int one = next.nextSetBit(0); one >= 0; one = next.nextSetBit(one + 1)) {
                if (!found.get(one)) {
                    found.set(one);
                    waiting.add(one);
                }
            }
        }
        return found;
    }

    /** The zones that these breaks open from a zone, itself included; not to be changed. */
    BitSet by(int zone, long breaks) {
        long left = left(zone, breaks);
        if (left == Breaks.NONE) {
            return free(zone);
        }
        return Breaks.size(left) == 1
                ? roomIn(opened).computeIfAbsent(Breaks.at(zone, left), any -> search(zone, left))
                : search(zone, left);
    }

    /**
     * What one gets to from a zone who breaks one more.
     *
     * @param label what is broken already
     */
    OneMore oneMore(int zone, int label) {
        long left = left(zone, Breaks.of(label));
        return roomIn(oneMore)
                .computeIfAbsent(Breaks.at(zone, left), any -> searchOneMore(by(zone, left), Breaks.low(left)));
    }

    private static <V> Map<Long, V> roomIn(Map<Long, V> known, int most) {
        if (known.size() >= most) {
            known.clear();
        }
        return known;
    }

    private <V> Map<Long, V> roomIn(Map<Long, V> known) {
        return roomIn(known, room);
    }

    /** Without labels that help nowhere any more from a zone on. */
    private long left(int zone, long breaks) {
        int low = left(zone, Breaks.low(breaks));
        int high = left(zone, Breaks.high(breaks));
        return low == 0 ? Breaks.of(high) : high == 0 ? Breaks.of(low) : Breaks.of(low, high);
    }

    private int left(int zone, int label) {
        return label != 0 && network.helps(label, zone) ? label : 0;
    }

    private BitSet search(int zone, long breaks) {
        BitSet free = free(zone);
        var found = (BitSet) free.clone();
        grow(found, free, breaks);
        return found;
    }

    /** @param fresh those of the zones that were found from which nobody has looked yet */
    private void grow(BitSet found, BitSet fresh, long breaks) {
        BitSet looking = fresh;
        while (!looking.isEmpty()) {
            var next = new BitSet();
            links.across(breaks, looking, found, zone -> {
                if (!next.get(zone)) {
                    next.or(free(zone));
                }
            });
            next.andNot(found);
            found.or(next);
            looking = next;
        }
    }

    /**
     * Behind each link one comes to what is open there without the second label. Only where that label helps onward from
     * there once more it has to be looked for.
     */
    private OneMore searchOneMore(BitSet near, int label) {
        var within = (BitSet) near.clone();
        var seconds = new ArrayList<Second>();
        var helpful = new BitSet();
        behind(near, label).forEach((zone, labels) -> {
            BitSet opened = by(zone, Breaks.of(label));
            within.or(opened);
            add(labels.stream().toArray(), opened, seconds);
            labels.stream()
                    .filter(second -> links.leadOut(second, label, opened))
                    .forEach(helpful::set);
        });
        helpful.stream().forEach(second -> {
            BitSet opened = (BitSet) near.clone();
            grow(opened, near, label == 0 ? Breaks.of(second) : Breaks.of(label, second));
            opened.andNot(near);
            within.or(opened);
            add(new int[] {second}, opened, seconds);
        });
        return new OneMore(near, within, List.copyOf(seconds));
    }

    private void add(int[] labels, BitSet opened, List<Second> seconds) {
        var remarkable = (BitSet) network.grounds().remarkable().clone();
        remarkable.and(opened);
        if (!remarkable.isEmpty()) {
            seconds.add(new Second(labels, remarkable));
        }
    }

    /** The zones behind links out of what is near that take one label more, each with all labels of which one is enough. */
    private Map<Integer, BitSet> behind(BitSet near, int label) {
        var behind = new HashMap<Integer, BitSet>();
        for (int zone = near.nextSetBit(0); zone >= 0; zone = near.nextSetBit(zone + 1)) {
            for (Crossings.Step step : network.from(zone)) {
                if (!near.get(step.to())) {
                    for (long way : step.ways()) {
                        int second = missing(way, label);
                        if (second != 0) {
                            behind.computeIfAbsent(step.to(), any -> new BitSet())
                                    .set(second);
                        }
                    }
                }
            }
        }
        return behind;
    }

    /** What has to be broken beside a label, where it is one. */
    private static int missing(long way, int label) {
        if (Breaks.size(way) == 1) {
            return Breaks.low(way);
        }
        return Breaks.low(way) == label ? Breaks.high(way) : Breaks.high(way) == label ? Breaks.low(way) : 0;
    }
}
