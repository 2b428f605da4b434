package dev.sekisho.risk.entry;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.Intervals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which of our zones some addresses belong to. */
public final class ZoneSpace {
    private final List<Ground> zones;
    private final Map<String, AddressSet> byOrganization = new HashMap<>();
    private final Map<Family, Ranges> ranges = new EnumMap<>(Family.class);

    /**
     * One zone.
     *
     * @param organization key of its owner
     * @param addresses what is allocated to it, and those of its hosts
     */
    public record Ground(String organization, AddressSet addresses) {}

    /** @param zones in the order of their numbers */
    public ZoneSpace(List<Ground> zones) {
        this.zones = List.copyOf(zones);
        var parts = new HashMap<String, ArrayList<AddressSet>>();
        zones.forEach(zone -> parts.computeIfAbsent(zone.organization, any -> new ArrayList<>())
                .add(zone.addresses()));
        parts.forEach((organization, some) -> byOrganization.put(organization, AddressSet.union(some)));
        for (Family family : Family.values()) {
            ranges.put(family, new Ranges(family, this.zones));
        }
    }

    /**
     * The numbers of the zones to which some of these addresses belong, in ascending order. An address that the organization
     * at home uses itself is taken to be its own, whoever else uses it.
     *
     * @param home the number of a zone of that organization
     */
    public List<Integer> of(AddressSet addresses, int home) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        String organization = zones.get(home).organization;
        var found = new BitSet();
        ranges.values().forEach(some -> some.addTouched(addresses, found));
        return found.stream()
                .filter(zone -> zones.get(zone).organization.equals(organization)
                        || isMeant(zone, addresses, byOrganization.get(organization)))
                .boxed()
                .toList();
    }

    private boolean isMeant(int zone, AddressSet addresses, AddressSet atHome) {
        AddressSet there = zones.get(zone).addresses();
        return there.intersects(atHome) ? there.minus(atHome).intersects(addresses) : there.intersects(addresses);
    }

    /** The ranges of all zones in one family, by where they start. */
    private static final class Ranges {
        private final Family family;
        private final Range[] sorted;
        /** The last address of this range or of any before it. */
        private final BigInteger[] reach;

        private record Range(BigInteger low, BigInteger high, int zone) {}

        Ranges(Family family, List<Ground> zones) {
            this.family = family;
            sorted = IntStream.range(0, zones.size())
                    .boxed()
                    .flatMap(zone -> {
                        Intervals<?> own = family.of(zones.get(zone).addresses());
                        return IntStream.range(0, own.ranges())
                                .mapToObj(range -> new Range(own.low(range), own.high(range), zone));
                    })
                    .sorted(Comparator.comparing(Range::low))
                    .toArray(Range[]::new);
            reach = new BigInteger[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                reach[i] = i == 0 ? sorted[i].high : sorted[i].high.max(reach[i - 1]);
            }
        }

        void addTouched(AddressSet addresses, BitSet zones) {
            Intervals<?> asked = family.of(addresses);
            for (int range = 0; range < asked.ranges(); range++) {
                addTouched(asked.low(range), asked.high(range), zones);
            }
        }

        private void addTouched(BigInteger low, BigInteger high, BitSet zones) {
            for (int i = startedBy(high) - 1; i >= 0 && reach[i].compareTo(low) >= 0; i--) {
                if (sorted[i].high.compareTo(low) >= 0) {
                    zones.set(sorted[i].zone);
                }
            }
        }

        /** How many ranges start at an address or before. */
        private int startedBy(BigInteger address) {
            int from = 0;
            int to = sorted.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (sorted[middle].low.compareTo(address) <= 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
