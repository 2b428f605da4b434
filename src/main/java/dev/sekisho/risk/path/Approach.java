package dev.sekisho.risk.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one comes who enters a zone at a price. Links that enter the same zone at the same price share it: labels that
 * no crossing bears are alike, whatever they are called.
 */
public final class Approach {
    /** Stands for three breaks and more. */
    public static final int BEYOND = Breaks.MOST + 1;

    /** One break in something nobody knows a flaw of: a matter of time. */
    private static final int NEAR = 1;

    /** A zone and the price of entry, by numbers: its ways in ascending order. */
    static final class Key {
        private final int zone;
        private final long[] ways;

        Key(int zone, long[] ways) {
            this.zone = zone;
            this.ways = ways;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && zone == that.zone && Arrays.equals(ways, that.ways);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(ways) + zone;
        }
    }

    private final Network network;
    private final Key key;
    private final List<BitSet> within;
    private final List<Optional<TargetInZone>> worst;
    private final int fewest;
    private final int nearestCrown;
    private final long[] needs;
    private final boolean needsEntry;
    private @Nullable List<Target> nearCrowns;
    private @Nullable SortedMap<String, Distance> organizations;
    private @Nullable SortedMap<String, Distance> nearOrganizations;
    private @Nullable SortedSet<String> testZones;

    Approach(Network network, Key key) {
        this.network = network;
        this.key = key;
        this.fewest = Arrays.stream(key.ways).mapToInt(Breaks::size).min().orElse(0);
        within = IntStream.rangeClosed(0, Breaks.MOST)
                .mapToObj(breaks -> new BitSet())
                .toList();
        var needed = new LongSet();
        PathSearch.from(network, key.zone, key.ways, new Marking(needed));
        needs = needed.toArray();
        needsEntry = Arrays.stream(needs)
                .anyMatch(
                        pair -> BreakDependencies.label(pair) > network.labels().size());
        worst = levels().mapToObj(this::worst).toList();
        nearestCrown = IntStream.rangeClosed(0, Breaks.MOST)
                .filter(breaks -> within.get(breaks).intersects(network.crowns()))
                .findFirst()
                .orElse(BEYOND);
    }

    static Key key(Network network, int zone, Ways ways) {
        long[] numbered = new long[ways.alternatives().size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = numbered(network, ways.alternatives().get(i));
        }
        Arrays.sort(numbered);
        int distinct = 0;
        for (int i = 0; i < numbered.length; i++) {
            if (i == 0 || numbered[i] != numbered[i - 1]) {
                numbered[distinct++] = numbered[i];
            }
        }
        return new Key(zone, distinct == numbered.length ? numbered : Arrays.copyOf(numbered, distinct));
    }

    private static long numbered(Network network, List<String> alternative) {
        return switch (alternative.size()) {
            case 0 -> Breaks.NONE;
            case 1 -> Breaks.of(number(network, alternative, 0));
            default -> Breaks.of(number(network, alternative, 0), number(network, alternative, 1));
        };
    }

    /** A label no crossing bears gets a number behind the others, by the company it is in. */
    static int number(Network network, List<String> alternative, int at) {
        int own = network.labels().number(alternative.get(at));
        if (own != 0) {
            return own;
        }
        if (alternative.size() == 1) {
            return network.labels().size() + 1;
        }
        int other = network.labels().number(alternative.get(1 - at));
        return network.labels().size() + 2 + (other == 0 ? at : other + 1);
    }

    /** Notes how near each zone is, and what has to be broken on the shortest ways to crown jewels. */
    private final class Marking implements PathSearch.Visitor {
        private final LongSet needed;

        Marking(LongSet needed) {
            this.needed = needed;
        }

        @Override
        public void opened(int zone, long breaks) {
            int size = Breaks.size(breaks);
            if (size > 0 && network.crowns().get(zone)) {
                need(zone, breaks);
            }
            for (int most = size; most <= Breaks.MOST; most++) {
                within.get(most).set(zone);
            }
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            int size = Breaks.size(breaks);
            if (size > 0) {
                var crowns = (BitSet) zones.clone();
                crowns.and(network.crowns());
                crowns.stream().forEach(zone -> need(zone, breaks));
            }
            for (int most = size; most <= Breaks.MOST; most++) {
                within.get(most).or(zones);
            }
        }

        private void need(int zone, long breaks) {
            if (!within.get(Breaks.size(breaks) - 1).get(zone)) {
                BreakDependencies.add(needed, Breaks.low(breaks), zone);
                BreakDependencies.add(needed, Breaks.high(breaks), zone);
            }
        }
    }

    /** How many breaks a zone is away. */
    public Distance to(int zone) {
        for (int breaks = 0; breaks <= Breaks.MOST; breaks++) {
            if (within.get(breaks).get(zone)) {
                return Distance.exactly(breaks);
            }
        }
        return network.reach(key.zone).get(zone)
                ? beyond(network.stepsFrom(key.zone).to(zone))
                : Distance.NONE;
    }

    private Distance beyond(int steps) {
        return new Distance(BEYOND, Math.max(BEYOND, fewest + steps));
    }

    /** Crown jewels at most one break away, the nearest and then the most critical first. */
    public List<Target> nearCrowns() {
        if (nearCrowns == null) {
            nearCrowns = network.nearCrowns()
                    .at(levels(NEAR).mapToObj(this::crownsAt).toList());
        }
        return nearCrowns;
    }

    private BitSet crownsAt(int breaks) {
        BitSet zones = at(breaks);
        zones.and(network.crowns());
        return zones;
    }

    /** The most critical of what is so many breaks away, or {@link #BEYOND}. */
    public Optional<TargetInZone> worstAt(int breaks) {
        return worst.get(breaks);
    }

    /** Whether a crown jewel is at most so many breaks away, which are at most two. */
    public boolean crownWithin(int breaks) {
        return nearestCrown <= breaks;
    }

    /** Zones at most so many breaks away. */
    public Stream<ZoneNode> zonesWithin(int breaks) {
        return within.get(breaks).stream().mapToObj(this::district);
    }

    /** Adds the numbers of the zones within reach that hold a crown jewel. */
    public void addCrowns(BitSet to) {
        to.or(network.crownsReached(key.zone));
    }

    /** Every organization within reach, with its distance. */
    public SortedMap<String, Distance> organizations() {
        if (organizations == null) {
            var found = new TreeMap<String, Distance>();
            network.stepsToOrganizations(key.zone)
                    .forEach((organization, steps) -> found.put(organization, beyond(steps)));
            markOrganizations(Breaks.MOST, found);
            organizations = Collections.unmodifiableSortedMap(found);
        }
        return organizations;
    }

    /** Organizations at most one break away, with their distance. */
    public SortedMap<String, Distance> nearOrganizations() {
        if (nearOrganizations == null) {
            var found = new TreeMap<String, Distance>();
            markOrganizations(NEAR, found);
            nearOrganizations = Collections.unmodifiableSortedMap(found);
        }
        return nearOrganizations;
    }

    private void markOrganizations(int most, Map<String, Distance> found) {
        for (int breaks = most; breaks >= 0; breaks--) {
            Distance distance = Distance.exactly(breaks);
            network.owners().of(within.get(breaks)).forEach(organization -> found.put(organization, distance));
        }
    }

    /** Keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes. */
    public SortedSet<String> testZones() {
        if (testZones == null) {
            var found = new TreeSet<String>();
            if (within.get(Breaks.MOST).intersects(network.tests())) {
                PathSearch.from(network, key.zone, key.ways, new Testing(found));
            }
            testZones = Collections.unmodifiableSortedSet(found);
        }
        return testZones;
    }

    /** Notes the test zones from which it goes on to a crown jewel. */
    private final class Testing implements PathSearch.Visitor {
        private final SortedSet<String> found;

        Testing(SortedSet<String> found) {
            this.found = found;
        }

        @Override
        public void opened(int zone, long breaks) {
            if (network.tests().get(zone) && network.leadsOn(zone, breaks)) {
                found.add(district(zone).key());
            }
        }

        @Override
        public void opened(BitSet zones, long breaks) {
            var tests = (BitSet) zones.clone();
            tests.and(network.tests());
            tests.stream().forEach(zone -> opened(zone, breaks));
        }
    }

    /** Which labels the shortest routes to zones with a crown jewel need, packed. */
    long[] needs() {
        return needs;
    }

    /** Whether one of these is a label that only the entry bears. */
    boolean needsEntry() {
        return needsEntry;
    }

    private Optional<TargetInZone> worst(int breaks) {
        return network.grounds().of(at(breaks));
    }

    private BitSet at(int breaks) {
        var zones = (BitSet) (breaks == BEYOND ? network.reach(key.zone) : within.get(breaks)).clone();
        if (breaks > 0) {
            zones.andNot(within.get(breaks - 1));
        }
        return zones;
    }

    private ZoneNode district(int zone) {
        return network.districts().get(zone);
    }

    static IntStream levels() {
        return levels(BEYOND);
    }

    private static IntStream levels(int most) {
        return IntStream.rangeClosed(0, most);
    }
}
