package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one comes who enters a zone at a price. Links that enter the same zone at the same price share it: labels that
 * no crossing on the way onward bears are alike, whatever they are called.
 *
 * <p>It holds nothing of the network it was searched in, and stands in every network after that one as long as all it says
 * is true there. What lies farther than two breaks, and what is in a zone, is asked of the network it is looked at in.
 */
public final class Approach {
    /** Stands for three breaks and more. */
    public static final int BEYOND = Breaks.MOST + 1;

    /** One break in something nobody knows a flaw of: a matter of time. */
    public static final int NEAR = 1;

    private final Searched searched;
    private final BitSet crowns;
    private final List<Target> nearCrowns;
    private final SortedMap<String, Distance> nearOrganizations;

    /**
     * What only a search can tell.
     *
     * @param entry where one enters, and what that costs
     * @param fewest breaks of it at least
     * @param within the zones at most no, one and two breaks away
     * @param needs which labels the shortest routes to zones with a crown jewel need, packed, in ascending order
     * @param needsEntry whether one of these is a label that only the entry bears
     * @param testZones keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes
     */
    private record Searched(
            Approaches.Entry entry,
            int fewest,
            List<BitSet> within,
            long[] needs,
            boolean needsEntry,
            SortedSet<String> testZones) {

        boolean isLike(Searched other) {
            return this == other
                    || entry.zone() == other.entry.zone()
                            && fewest == other.fewest
                            && needsEntry == other.needsEntry
                            && within.equals(other.within)
                            && Arrays.equals(needs, other.needs)
                            && testZones.equals(other.testZones);
        }
    }

    /** @param like one that says the same of what is near; absent where none is known */
    private Approach(Network network, Searched searched, @Nullable Approach like) {
        this.searched = searched;
        crowns = network.crownsReached(searched.entry.zone());
        nearCrowns = like == null ? listNearCrowns(network) : like.nearCrowns;
        nearOrganizations = like == null ? organizations(NEAR, network) : like.nearOrganizations;
    }

    static Approach search(Network network, Approaches.Entry entry) {
        var search = new EntrySearch(network, entry.zone(), entry.ways());
        long[] needs = search.needs();
        boolean needsEntry = Arrays.stream(needs).anyMatch(pair -> Labels.isOwn(BreakDependencies.label(pair)));
        // What takes more than two at the entry is not told apart.
        int fewest = Arrays.stream(entry.ways()).mapToInt(Breaks::size).min().orElse(BEYOND);
        return new Approach(
                network, new Searched(entry, fewest, search.within(), needs, needsEntry, search.testZones()), null);
    }

    /**
     * The same in a network where nothing else is different at its distances of up to two breaks but what some zones hold.
     *
     * @return this one if it says the same there
     */
    Approach in(Network network, BitSet others) {
        boolean sameNearby = !searched.within.get(NEAR).intersects(others);
        var now = new Approach(network, searched, sameNearby ? this : null);
        return says(now) ? this : now;
    }

    /** Whether another answers every question as this one does. */
    boolean says(Approach other) {
        return searched.isLike(other.searched)
                && crowns.equals(other.crowns)
                && nearOrganizations.equals(other.nearOrganizations)
                && nearCrowns.equals(other.nearCrowns);
    }

    /** The number of the zone one enters. */
    public int zone() {
        return searched.entry.zone();
    }

    /** The numbers of the zones at most no, one and two breaks away; not to be changed. */
    public List<BitSet> within() {
        return searched.within;
    }

    /** Where one enters, and at what price. */
    Approaches.Entry entry() {
        return searched.entry;
    }

    /** The zones at most two breaks away, on which all depends that was searched. */
    BitSet searched() {
        return searched.within.get(Breaks.MOST);
    }

    /** How many breaks it takes at least to come in. */
    public int fewest() {
        return searched.fewest;
    }

    /** How many breaks a zone is away. */
    public Distance to(int zone, Network network) {
        for (int breaks = 0; breaks <= Breaks.MOST; breaks++) {
            if (searched.within.get(breaks).get(zone)) {
                return Distance.exactly(breaks);
            }
        }
        return network.reach(searched.entry.zone()).get(zone)
                ? beyond(network.stepsFrom(searched.entry.zone()).to(zone))
                : Distance.NONE;
    }

    private Distance beyond(int steps) {
        return new Distance(BEYOND, Math.max(BEYOND, searched.fewest + steps));
    }

    /** Crown jewels at most one break away, the nearest and then the most critical first. */
    public List<Target> nearCrowns() {
        return nearCrowns;
    }

    private List<Target> listNearCrowns(Network network) {
        return network.grounds()
                .nearCrowns()
                .at(IntStream.rangeClosed(0, NEAR)
                        .mapToObj(breaks -> crownsAt(breaks, network))
                        .toList());
    }

    private BitSet crownsAt(int breaks, Network network) {
        BitSet zones = at(breaks);
        zones.and(network.grounds().crowns());
        return zones;
    }

    /** Zones at most so many breaks away. */
    public Stream<ZoneNode> zonesWithin(int breaks, Network network) {
        return searched.within.get(breaks).stream().mapToObj(network.districts()::get);
    }

    /** Adds the numbers of the zones within reach that hold a crown jewel. */
    public void addCrowns(BitSet to) {
        to.or(crowns);
    }

    /** Every organization within reach, with its distance. */
    public SortedMap<String, Distance> organizations(Network network) {
        var found = new TreeMap<String, Distance>();
        network.stepsToOrganizations(searched.entry.zone())
                .forEach((organization, steps) -> found.put(organization, beyond(steps)));
        found.putAll(organizations(Breaks.MOST, network));
        return Collections.unmodifiableSortedMap(found);
    }

    /** Organizations at most one break away, with their distance. */
    public SortedMap<String, Distance> nearOrganizations() {
        return nearOrganizations;
    }

    private SortedMap<String, Distance> organizations(int most, Network network) {
        var found = new TreeMap<String, Distance>();
        for (int breaks = most; breaks >= 0; breaks--) {
            Distance distance = Distance.exactly(breaks);
            network.grounds()
                    .owners()
                    .of(searched.within.get(breaks))
                    .forEach(organization -> found.put(organization, distance));
        }
        return Collections.unmodifiableSortedMap(found);
    }

    /** Keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes. */
    public SortedSet<String> testZones() {
        return searched.testZones;
    }

    /** Which labels the shortest routes to zones with a crown jewel need, packed. */
    long[] needs() {
        return searched.needs;
    }

    /** Whether one of these is a label that only the entry bears. */
    boolean needsEntry() {
        return searched.needsEntry;
    }

    private BitSet at(int breaks) {
        var zones = (BitSet) searched.within.get(breaks).clone();
        if (breaks > 0) {
            zones.andNot(searched.within.get(breaks - 1));
        }
        return zones;
    }

    /**
     * What is not far for somebody who comes in at one place or at several.
     *
     * @param crowns crown jewels at most one break away, the nearest and then the most critical first
     * @param organizations those at most one break away, with their distance
     * @param testZones keys of the TEST zones that a route of at most two breaks to a crown jewel elsewhere passes
     */
    public record Nearby(List<Target> crowns, SortedMap<String, Distance> organizations, SortedSet<String> testZones) {

        /** Where nothing leads on from. */
        public static Nearby only(List<Target> crowns) {
            return new Nearby(crowns, Collections.emptySortedMap(), Collections.emptySortedSet());
        }

        /** @param approaches at least one */
        public static Nearby of(List<Approach> approaches) {
            Approach first = approaches.get(0);
            return approaches.size() == 1
                    ? new Nearby(first.nearCrowns(), first.nearOrganizations(), first.testZones())
                    : merged(approaches);
        }

        /** The same beyond the company that one comes into: it is no other one. */
        public Nearby beyond(String organization) {
            if (!organizations.containsKey(organization)) {
                return this;
            }
            var others = new TreeMap<>(organizations);
            others.remove(organization);
            return new Nearby(crowns, Collections.unmodifiableSortedMap(others), testZones);
        }

        /** Whether nothing is near that any rule tells of. */
        public boolean isEmpty() {
            return crowns.isEmpty() && organizations.isEmpty() && testZones.isEmpty();
        }

        private static Nearby merged(List<Approach> approaches) {
            var crowns = new TreeMap<Subject, Target>();
            var organizations = new TreeMap<String, Distance>();
            var testZones = new TreeSet<String>();
            for (Approach approach : approaches) {
                approach.nearCrowns().forEach(crown -> crowns.merge(crown.subject(), crown, Nearby::nearer));
                approach.nearOrganizations()
                        .forEach((key, distance) -> organizations.merge(key, distance, Distance::nearer));
                testZones.addAll(approach.testZones());
            }
            return new Nearby(
                    crowns.values().stream().sorted(Target.NEAREST_FIRST).toList(), organizations, testZones);
        }

        private static Target nearer(Target one, Target other) {
            return Target.NEAREST_FIRST.compare(one, other) <= 0 ? one : other;
        }
    }
}
