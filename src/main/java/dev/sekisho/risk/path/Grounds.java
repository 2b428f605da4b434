package dev.sekisho.risk.path;

import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is in our zones, which are numbers in the order of their keys. */
final class Grounds {
    private final List<ZoneNode> districts;
    private final Map<String, Integer> zones = new HashMap<>();
    private final BitSet crowns = new BitSet();
    private final BitSet tests = new BitSet();
    private final Owners owners;
    private final NearCrowns nearCrowns;

    Grounds(List<ZoneNode> districts) {
        this.districts = List.copyOf(districts);
        owners = new Owners(this.districts);
        nearCrowns = new NearCrowns(this.districts);
        for (int i = 0; i < districts.size(); i++) {
            zones.put(districts.get(i).key(), i);
            crowns.set(i, districts.get(i).worst() >= Target.CROWN);
            tests.set(i, districts.get(i).test());
        }
    }

    List<ZoneNode> districts() {
        return districts;
    }

    Map<String, Integer> zones() {
        return zones;
    }

    /** Zones that hold something that must not be lost. */
    BitSet crowns() {
        return crowns;
    }

    BitSet tests() {
        return tests;
    }

    /** Zones of which every way into them is looked at. */
    BitSet remarkable() {
        var zones = (BitSet) crowns.clone();
        zones.or(tests);
        return zones;
    }

    Owners owners() {
        return owners;
    }

    NearCrowns nearCrowns() {
        return nearCrowns;
    }

    /** The zones that are described otherwise here; there are the same. */
    BitSet others(List<ZoneNode> described) {
        var others = new BitSet();
        for (int zone = 0; zone < districts.size(); zone++) {
            others.set(zone, !districts.get(zone).equals(described.get(zone)));
        }
        return others;
    }

    /** The zones that hold a crown jewel or are for tests in one of two grounds only. */
    BitSet otherRoles(Grounds than) {
        var roles = (BitSet) crowns.clone();
        roles.xor(than.crowns);
        var tested = (BitSet) tests.clone();
        tested.xor(than.tests);
        roles.or(tested);
        return roles;
    }

    /** Whether there are the same zones here as among these. */
    boolean hasTheZonesOf(List<ZoneNode> others) {
        return districts.size() == others.size()
                && IntStream.range(0, districts.size())
                        .allMatch(zone -> districts
                                .get(zone)
                                .key()
                                .equals(others.get(zone).key()));
    }

    /** Which organizations own zones. Thousands of ways in lead to the same few sets of zones: each is looked through once. */
    static final class Owners {
        private final List<String> organizations;
        private final int[] ownerOf;
        private final Map<BitSet, List<String>> known = new ConcurrentHashMap<>();

        Owners(List<ZoneNode> districts) {
            organizations = districts.stream()
                    .map(ZoneNode::organization)
                    .distinct()
                    .sorted()
                    .toList();
            ownerOf = districts.stream()
                    .mapToInt(district -> Collections.binarySearch(organizations, district.organization()))
                    .toArray();
        }

        /** @param zones not to be changed any more */
        List<String> of(BitSet zones) {
            return known.computeIfAbsent(zones, this::owners);
        }

        private List<String> owners(BitSet zones) {
            var owners = new BitSet();
            for (int zone = zones.nextSetBit(0); zone >= 0; zone = zones.nextSetBit(zone + 1)) {
                owners.set(ownerOf[zone]);
            }
            return owners.stream().mapToObj(organizations::get).toList();
        }
    }

    /**
     * The crown jewels of sets of zones at some numbers of breaks. Thousands of ways in lead to the same few sets, and an
     * estate whose zones are linked has hundreds of crown jewels in each: every set is listed once.
     */
    static final class NearCrowns {
        private final List<ZoneNode> districts;
        private final Map<List<BitSet>, List<Target>> known = new ConcurrentHashMap<>();
        private final Map<Near, List<Target>> targets = new ConcurrentHashMap<>();

        private record Near(int zone, int breaks) {}

        NearCrowns(List<ZoneNode> districts) {
            this.districts = districts;
        }

        /** @param zones those with a crown jewel at no break, at one, and so on; the nearest, then the most critical, come first */
        List<Target> at(List<BitSet> zones) {
            return known.computeIfAbsent(zones, this::listed);
        }

        private List<Target> listed(List<BitSet> zones) {
            var all = new ArrayList<Target>();
            for (int breaks = 0; breaks < zones.size(); breaks++) {
                int here = breaks;
                zones.get(breaks).stream()
                        .mapToObj(zone -> targets.computeIfAbsent(new Near(zone, here), this::crowns))
                        .flatMap(List::stream)
                        .sorted(Target.NEAREST_FIRST)
                        .forEach(all::add);
            }
            return List.copyOf(all);
        }

        private List<Target> crowns(Near near) {
            Distance distance = Distance.exactly(near.breaks());
            Stream<TargetInZone> grounds = districts.get(near.zone()).grounds().stream();
            return grounds.filter(ground -> ground.criticality() >= Target.CROWN)
                    .map(ground -> new Target(ground.subject(), ground.name(), ground.criticality(), distance))
                    .toList();
        }
    }
}
