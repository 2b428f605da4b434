package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is in our zones, which are numbers in the order of their keys. */
final class Grounds {
    private final List<ZoneNode> districts;
    private final Map<String, Integer> zones = new HashMap<>();
    private final BitSet crowns = new BitSet();
    private final BitSet tests = new BitSet();
    private final Owners owners;
    private final NearCrowns nearCrowns;
    private final int[] worstFirst;
    private final int[] rank;

    Grounds(List<ZoneNode> districts) {
        this.districts = List.copyOf(districts);
        owners = new Owners(this.districts);
        nearCrowns = new NearCrowns(this.districts);
        for (int i = 0; i < districts.size(); i++) {
            zones.put(districts.get(i).key(), i);
            crowns.set(i, districts.get(i).worst() >= Target.CROWN);
            tests.set(i, districts.get(i).test());
        }
        worstFirst = IntStream.range(0, districts.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer zone) -> -districts.get(zone).worst()))
                .mapToInt(Integer::intValue)
                .toArray();
        rank = new int[worstFirst.length];
        for (int i = 0; i < worstFirst.length; i++) {
            rank[worstFirst[i]] = i;
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
                        .allMatch(zone ->
                                districts.get(zone).key().equals(others.get(zone).key()));
    }

    /** The most critical in these zones, found without looking at them all; of several the first zone's. */
    Optional<TargetInZone> worst(BitSet among) {
        int size = among.cardinality();
        if (size == 0) {
            return Optional.empty();
        }
        int worst = size * (long) size < worstFirst.length ? leastRank(among) : firstInOrder(among);
        return Optional.of(districts.get(worst).grounds().get(0));
    }

    private int leastRank(BitSet among) {
        return worstFirst[among.stream().map(zone -> rank[zone]).min().orElseThrow()];
    }

    private int firstInOrder(BitSet among) {
        int at = 0;
        while (!among.get(worstFirst[at])) {
            at++;
        }
        return worstFirst[at];
    }
}
