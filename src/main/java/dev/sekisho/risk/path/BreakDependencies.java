package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.LongSet;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * By label: the zones with a crown jewel to which a shortest route of at most two breaks needs it, over many ways in.
 * What an approach needs is packed into one number a pair, a label above a zone.
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

    /** Adds the routes of whoever comes in at this price; labels that only the entry bears go by the names they have in it. */
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
            ways.alternatives().forEach(alternative -> addOwn(approach, alternative));
        }
    }

    /** The zones to which a label is needed. */
    public BitSet of(String label) {
        return byLabel.getOrDefault(label, new BitSet());
    }

    private @Nullable BitSet zones(String label) {
        return counted.test(label) ? byLabel.computeIfAbsent(label, any -> new BitSet()) : null;
    }

    private void addOwn(Approach approach, List<String> alternative) {
        if (alternative.stream().noneMatch(counted)) {
            return;
        }
        for (int at = 0; at < alternative.size(); at++) {
            BitSet zones = zones(alternative.get(at));
            int number = Approaches.Entry.number(network, approach.zone(), alternative, at);
            if (zones != null && Labels.isOwn(number)) {
                for (long pair : approach.needs()) {
                    if (label(pair) == number) {
                        zones.set(zone(pair));
                    }
                }
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
