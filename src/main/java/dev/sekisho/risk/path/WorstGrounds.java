package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the most critical of a set of zones without looking at them all. */
final class WorstGrounds {
    private final List<ZoneNode> districts;
    private final int[] worstFirst;
    private final int[] rank;

    WorstGrounds(List<ZoneNode> districts) {
        this.districts = districts;
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

    /** The most critical; of several the first zone's. */
    Optional<TargetInZone> of(BitSet zones) {
        int size = zones.cardinality();
        if (size == 0) {
            return Optional.empty();
        }
        int worst = size * (long) size < worstFirst.length ? leastRank(zones) : firstInOrder(zones);
        return Optional.of(districts.get(worst).grounds().get(0));
    }

    private int leastRank(BitSet zones) {
        return worstFirst[zones.stream().map(zone -> rank[zone]).min().orElseThrow()];
    }

    private int firstInOrder(BitSet zones) {
        int at = 0;
        while (!zones.get(worstFirst[at])) {
            at++;
        }
        return worstFirst[at];
    }
}
