package dev.sekisho.risk.referee;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ZoneLink;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many breaks everything is away, as section 6 of the model's description says: whatever may be broken is tried. */
final class Terrain {
    private static final int BEYOND = 3;

    private final List<ZoneLink> inner;

    /** What opens each link: any of these sets, whole. */
    private final Map<String, Set<Set<String>>> doors = new HashMap<>();

    private final Map<Set<String>, List<ZoneLink>> open = new HashMap<>();

    Terrain(Estate estate, Prices prices) {
        inner = estate.zoneLinks().values().stream()
                .filter(link -> link.state().up())
                .toList();
        inner.forEach(link -> doors.put(link.key(), prices.inner(link)));
    }

    /**
     * How many breaks each target is away; three where it may be more, and none that nothing leads to.
     *
     * @param through a link that has to be crossed on the way; absent where any way will do
     */
    Map<Landing.Target, Integer> from(Landing landing, @Nullable ZoneLink through) {
        if (!landing.target().isZone()) {
            int fewest = landing.prices().stream().mapToInt(Set::size).min().orElse(BEYOND);
            return through == null ? Map.of(landing.target(), Math.min(BEYOND, fewest)) : Map.of();
        }
        String start = landing.target().key();
        Map<String, Integer> breaks = new HashMap<>();
        for (Set<String> broken : choices(landing)) {
            if (landing.prices().stream().anyMatch(broken::containsAll)) {
                reached(start, through, opened(broken)).forEach(zone -> breaks.merge(zone, broken.size(), Math::min));
            }
        }
        reached(start, through, inner).forEach(zone -> breaks.putIfAbsent(zone, BEYOND));
        var targets = new HashMap<Landing.Target, Integer>();
        breaks.forEach((zone, fewest) -> targets.put(Landing.Target.zone(zone), fewest));
        return targets;
    }

    /** Nothing, each one thing and each two things that can be broken. */
    private Set<Set<String>> choices(Landing landing) {
        var labels = new TreeSet<String>();
        landing.prices().forEach(labels::addAll);
        doors.values().forEach(prices -> prices.forEach(labels::addAll));
        var choices = new HashSet<Set<String>>(Set.of(Prices.NOTHING));
        labels.forEach(one -> labels.forEach(other -> choices.add(new TreeSet<>(List.of(one, other)))));
        return choices;
    }

    private List<ZoneLink> opened(Set<String> broken) {
        return open.computeIfAbsent(
                broken,
                some -> inner.stream()
                        .filter(link -> doors.get(link.key()).stream().anyMatch(some::containsAll))
                        .toList());
    }

    private static Set<String> reached(String start, @Nullable ZoneLink through, Collection<ZoneLink> crossed) {
        Set<String> there = spread(start, crossed);
        if (through == null) {
            return there;
        }
        boolean crosses = crossed.contains(through) && there.contains(through.from());
        return crosses ? spread(through.zone(), crossed) : Set.of();
    }

    private static Set<String> spread(String start, Collection<ZoneLink> crossed) {
        var there = new HashSet<String>(Set.of(start));
        for (int before = 0; before < there.size(); ) {
            before = there.size();
            crossed.stream().filter(link -> there.contains(link.from())).forEach(link -> there.add(link.zone()));
        }
        return there;
    }
}
