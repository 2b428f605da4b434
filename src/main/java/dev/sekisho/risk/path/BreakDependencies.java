package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.LongSet;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which crown jewels depend on which break. A label names one thing an attacker has to break, such as
 * {@code product:openssh}. For every label this collects the zones that hold a crown jewel and that some shortest route of
 * at most two breaks reaches only by breaking it, over all ways in that were added.
 *
 * <p>An approach says what it needs as numbers, each a pair: the label in the upper bits, the zone in the lower ones.
 */
public final class BreakDependencies {
    private static final int ZONE_BITS = 22;
    private static final long ZONE = (1L << ZONE_BITS) - 1;

    private final Network network;
    private final Predicate<String> counted;
    private final Map<String, BitSet> byLabel = new HashMap<>();
    private final Set<Approach> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param counted the labels that are asked for */
    public BreakDependencies(Network network, Predicate<String> counted) {
        this.network = network;
        this.counted = counted;
    }

    /**
     * Adds the routes of whoever comes in.
     *
     * @param ways what the entry itself costs. Approaches are shared between entries that cost alike, so a label that no
     *     link on the way onward bears has no name in the approach, and gets the one it has here
     */
    public void add(Approach approach, Ways ways) {
        if (seen.add(approach)) {
            int last = 0;
            BitSet zones = null;
            for (long pair : approach.needs()) {
                if (label(pair) != last) {
                    last = label(pair);
                    zones = Labels.isOwn(last) ? null : zones(network.labels().name(last));
                }
                if (zones != null) {
                    zones.set(zone(pair));
                }
            }
        }
        if (approach.needsEntry()) {
            for (List<String> alternative : ways.alternatives()) {
                addOwn(approach, alternative);
            }
        }
    }

    /** The zones to which a label is needed. */
    public BitSet of(String label) {
        return byLabel.getOrDefault(label, new BitSet());
    }

    /** The zones to which each label is needed, in the order of the labels. */
    public SortedMap<String, BitSet> all() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(byLabel));
    }

    private @Nullable BitSet zones(String label) {
        return counted.test(label) ? byLabel.computeIfAbsent(label, any -> new BitSet()) : null;
    }

    private void addOwn(Approach approach, List<String> alternative) {
        for (int at = 0; at < alternative.size(); at++) {
            BitSet zones = zones(alternative.get(at));
            int number = zones == null ? 0 : Approaches.Entry.number(network, approach.zone(), alternative, at);
            if (zones != null && Labels.isOwn(number)) {
                addNeeds(approach, number, zones);
            }
        }
    }

    private static void addNeeds(Approach approach, int number, BitSet to) {
        for (long pair : approach.needs()) {
            if (label(pair) == number) {
                to.set(zone(pair));
            }
        }
    }

    static void add(LongSet pairs, int label, int zone) {
        if (label != 0) {
            pairs.add((long) label << ZONE_BITS | zone);
        }
    }

    static int label(long pair) {
        return (int) (pair >>> ZONE_BITS);
    }

    private static int zone(long pair) {
        return (int) (pair & ZONE);
    }
}
