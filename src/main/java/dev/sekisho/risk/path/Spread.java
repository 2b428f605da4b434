package dev.sekisho.risk.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a foothold in one zone leads to: for every set of at most two breaks, the zones it opens and no smaller set does.
 * Sets are grown in the order of their size, so the first to arrive is minimal; O(zones x sets x crossings).
 */
final class Spread {
    private final Network network;
    private final int start;
    private final LongSet seen = new LongSet();
    private final Map<Long, BitSet> opened = new LinkedHashMap<>();
    private final int[] steps;
    private final BitSet reach;

    Spread(Network network, int start) {
        this.network = network;
        this.start = start;
        search();
        var here = new BitSet();
        here.set(start);
        steps = network.stepsFrom(here);
        reach = new BitSet();
        for (int zone = 0; zone < steps.length; zone++) {
            reach.set(zone, steps[zone] != Integer.MAX_VALUE);
        }
    }

    /** Zones by the minimal sets of breaks that open them. */
    Map<Long, BitSet> opened() {
        return opened;
    }

    /** Breaks to a zone with none counted as shared: an upper bound; the largest number when there is no way. */
    int steps(int zone) {
        return steps[zone];
    }

    /** Every zone there is any way to. */
    BitSet reach() {
        return reach;
    }

    private void search() {
        var bySize = new ArrayList<ArrayDeque<Long>>();
        for (int size = 0; size <= Breaks.MOST; size++) {
            bySize.add(new ArrayDeque<>());
        }
        bySize.get(0).add(Breaks.at(start, Breaks.NONE));
        for (ArrayDeque<Long> states : bySize) {
            while (!states.isEmpty()) {
                grow(states.poll(), bySize);
            }
        }
    }

    private void grow(long state, List<ArrayDeque<Long>> bySize) {
        int zone = Breaks.zone(state);
        long breaks = Breaks.breaks(state);
        if (dominated(zone, breaks) || !seen.add(state + 1)) {
            return;
        }
        opened.computeIfAbsent(breaks, set -> new BitSet()).set(zone);
        for (Network.Step step : network.from(zone)) {
            for (long way : step.ways()) {
                long next = Breaks.union(breaks, way);
                if (next != Breaks.TOO_MANY && !dominated(step.to(), next)) {
                    bySize.get(Breaks.size(next)).add(Breaks.at(step.to(), next));
                }
            }
        }
    }

    /** Whether a smaller set already opens the zone, or this one does. */
    private boolean dominated(int zone, long breaks) {
        return holds(zone, Breaks.NONE)
                || holds(zone, breaks)
                || (Breaks.size(breaks) == Breaks.MOST
                        && (holds(zone, Breaks.low(breaks)) || holds(zone, Breaks.high(breaks))));
    }

    private boolean holds(int zone, long breaks) {
        // One is added because 0 marks an empty slot.
        return seen.contains(Breaks.at(zone, breaks) + 1);
    }
}
