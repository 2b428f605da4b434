package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The crown jewels of sets of zones at some numbers of breaks. Thousands of ways in lead to the same few sets, and an
 * estate whose zones are linked has hundreds of crown jewels in each: every set is listed once.
 */
final class NearCrowns {
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
