package dev.sekisho.risk.assessment;

import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.path.BreakDependencies;
import dev.sekisho.risk.path.KeySet;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.path.ZoneNode;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which crown jewels hang on which third party and which product. */
final class CrownConcentration {
    private final List<String> crowns;
    private final List<int[]> crownsByZone;
    private final Map<BitSet, SortedSet<String>> known = new ConcurrentHashMap<>();

    CrownConcentration(List<ZoneNode> districts) {
        var keys = new TreeSet<String>();
        districts.forEach(district -> district.grounds().stream()
                .filter(CrownConcentration::isCrown)
                .forEach(ground -> keys.add(ground.subject().key())));
        crowns = List.copyOf(keys);
        crownsByZone = districts.stream()
                .map(district -> district.grounds().stream()
                        .filter(CrownConcentration::isCrown)
                        .mapToInt(ground -> Collections.binarySearch(
                                crowns, ground.subject().key()))
                        .toArray())
                .toList();
    }

    /** The crown jewels in these zones. */
    SortedSet<String> crownsIn(BitSet zones) {
        return known.computeIfAbsent(zones, these -> {
            var chosen = new BitSet();
            these.stream()
                    .flatMap(zone -> Arrays.stream(crownsByZone.get(zone)))
                    .forEach(chosen::set);
            return new KeySet(crowns, chosen);
        });
    }

    /** The crown jewels to which any of these is a way in. */
    SortedSet<String> reachedBy(Stream<WayIn> waysIn) {
        var zones = new BitSet();
        waysIn.map(WayIn::approach).forEach(approach -> approach.addCrowns(zones));
        return crownsIn(zones);
    }

    /** Zones with a crown jewel by the product that third parties need on a shortest way of at most two breaks. */
    static BreakDependencies needs(Network network, Stream<WayIn> waysIn) {
        var needs = new BreakDependencies(network, BreakCost::isProduct);
        waysIn.forEach(way -> needs.add(way.approach(), way.door().price()));
        return needs;
    }

    private static boolean isCrown(TargetInZone ground) {
        return ground.criticality() >= Target.CROWN;
    }
}
