package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.ScenarioResult.HeldWay;
import dev.sekisho.risk.assessment.WaysInto.WayIn;
import dev.sekisho.risk.entry.BreakCost;
import dev.sekisho.risk.path.BreakDependencies;
import dev.sekisho.risk.path.Network;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.path.ZoneNode;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import dev.sekisho.risk.path.number.KeySet;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
    SortedSet<String> reachedBy(List<WayIn> waysIn, List<HeldWay> heldWays) {
        var zones = new BitSet();
        waysIn.stream().map(WayIn::approach).forEach(approach -> approach.addCrowns(zones));
        SortedSet<String> reached = crownsIn(zones);
        List<HeldWay> held = crowns(heldWays).toList();
        if (held.isEmpty()) {
            return reached;
        }
        var all = new TreeSet<>(reached);
        held.forEach(way -> all.add(name(way)));
        return all;
    }

    private static Stream<HeldWay> crowns(List<HeldWay> ways) {
        return ways.stream().filter(way -> way.holding().weight() >= Target.CROWN);
    }

    private static String name(HeldWay way) {
        return ThirdPartySituation.HELD + way.holding().key();
    }

    /** All ways in, over connection points and other. */
    record Entries(Network network, List<List<WayIn>> overPoints, List<List<WayIn>> further) {

        /** Zones with a crown jewel by the product that third parties need on a shortest way of at most two breaks. */
        BreakDependencies needs() {
            Stream<WayIn> all =
                    Stream.of(overPoints, further).flatMap(List::stream).flatMap(List::stream);
            return CrownConcentration.needs(network, all, BreakCost::isProduct);
        }
    }

    private static BreakDependencies needs(Network network, Stream<WayIn> waysIn, Predicate<String> counted) {
        var needs = new BreakDependencies(network, counted);
        waysIn.forEach(way -> needs.add(way.approach(), way.door().price()));
        return needs;
    }

    /** What any of these needs on shortest ways to so many crown jewels at least, each with these. */
    SortedMap<String, SortedSet<String>> commonBreaks(
            Network network, List<WayIn> waysIn, List<HeldWay> heldWays, int least) {
        if (reachedBy(waysIn, heldWays).size() < least) {
            return Collections.emptySortedMap();
        }
        var common = new TreeMap<String, SortedSet<String>>();
        needs(network, waysIn.stream(), BreakCost::isCommon)
                .all()
                .forEach((label, zones) -> common.put(label, crownsIn(zones)));
        crowns(heldWays)
                .forEach(way -> needed(way.door().price())
                        .forEach(label ->
                                common.merge(label, new TreeSet<>(Set.of(name(way))), CrownConcentration::both)));
        common.values().removeIf(targets -> targets.size() < least);
        return common;
    }

    /** Whoever holds something is the only one who has it, so the way there is the shortest. */
    private static Stream<String> needed(Ways price) {
        return price.alternatives().stream()
                .filter(labels -> labels.size() == price.fewest())
                .flatMap(List::stream)
                .distinct();
    }

    private static SortedSet<String> both(SortedSet<String> some, SortedSet<String> more) {
        var both = new TreeSet<>(some);
        both.addAll(more);
        return both;
    }

    private static boolean isCrown(TargetInZone ground) {
        return ground.criticality() >= Target.CROWN;
    }
}
