package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which organizations own zones. Thousands of ways in lead to the same few sets of zones: each is looked through once. */
final class Owners {
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
