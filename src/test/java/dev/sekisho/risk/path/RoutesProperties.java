package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath.Hop;
import dev.sekisho.risk.path.Routes.PathEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The witness shown is the best there is: every way that passes no zone twice is tried. */
class RoutesProperties {
    private static final int ZONES = 6;
    private static final int LABELS = 8;
    private static final Comparator<Walk> BEST_FIRST = Comparator.<Walk>comparingInt(walk -> walk.paid.size())
            .thenComparingInt(walk -> walk.links.size())
            .thenComparing(walk -> String.join("/", walk.links));

    private final Map<Integer, Walk> best = new HashMap<>();
    private List<ZoneCrossing> crossings = List.of();

    private record Walk(List<String> links, Set<String> paid) {
        Walk over(String link, List<String> way) {
            var longer = new ArrayList<>(links);
            longer.add(link);
            var more = new TreeSet<>(paid);
            more.addAll(way);
            return new Walk(longer, more);
        }
    }

    @Property(tries = 1000)
    void breaksLeastThenTakesTheFewestHopsThenTheLeastKeys(@ForAll Random random) {
        crossings = crossings(random);
        List<PathEntry> entries = entries(random);
        best.clear();
        entries.forEach(entry -> walk(
                zone(entry.zone()),
                new Walk(List.of(), Set.of()),
                entry.over().key(),
                entry.ways(),
                new LinkedHashSet<>()));

        var routes = new Routes(network(crossings), "t", entries);

        for (int zone = 0; zone < ZONES; zone++) {
            Walk expected = best.get(zone);
            var path = routes.to("z" + zone);
            assertThat(path.isPresent()).isEqualTo(expected != null);
            if (expected != null && expected.paid.size() <= 2) {
                assertThat(path.orElseThrow().breaks()).hasSameSizeAs(expected.paid);
                assertThat(links(path.orElseThrow())).isEqualTo(expected.links);
            }
        }
    }

    @Property(tries = 300)
    void showsTheSameWayInWhateverOrderLinksAndPointsCome(@ForAll Random random) {
        List<ZoneCrossing> links = crossings(random);
        List<PathEntry> entries = entries(random);
        var shuffledLinks = new ArrayList<>(links);
        var shuffledEntries = new ArrayList<>(entries);
        Collections.shuffle(shuffledLinks, random);
        Collections.shuffle(shuffledEntries, random);

        var routes = new Routes(network(links), "t", entries);
        var shuffled = new Routes(network(shuffledLinks), "t", shuffledEntries);

        for (int zone = 0; zone < ZONES; zone++) {
            assertThat(shuffled.to("z" + zone)).isEqualTo(routes.to("z" + zone));
        }
    }

    @Property(tries = 300)
    void showsNothingBrokenThatNoHopNeedsNorAZoneTwice(@ForAll Random random) {
        crossings = crossings(random);
        List<PathEntry> entries = entries(random);

        var routes = new Routes(network(crossings), "t", entries);

        for (int zone = 0; zone < ZONES; zone++) {
            routes.to("z" + zone).ifPresent(path -> {
                assertThat(path.hops()).extracting(Hop::to).doesNotHaveDuplicates();
                assertThat(path.distance().atMost()).isEqualTo(path.breaks().size());
                assertThat(path.hops())
                        .allSatisfy(hop -> assertThat(waysOver(hop, entries)).contains(hop.breaks()));
                assertThat(path.hops().stream()
                                .flatMap(hop -> hop.breaks().stream())
                                .collect(Collectors.toSet()))
                        .isEqualTo(path.breaks());
            });
        }
    }

    private Set<Set<String>> waysOver(Hop hop, List<PathEntry> entries) {
        var found = new HashSet<Set<String>>();
        entries.stream()
                .filter(entry -> entry.over().equals(hop.via()))
                .forEach(entry -> entry.ways().alternatives().forEach(way -> found.add(new TreeSet<>(way))));
        crossings.stream()
                .filter(crossing -> Subject.of(crossing.link()).equals(hop.via()))
                .forEach(crossing -> crossing.ways().alternatives().forEach(way -> found.add(new TreeSet<>(way))));
        return found;
    }

    private void walk(int zone, Walk before, String link, Ways ways, Set<Integer> passed) {
        passed.add(zone);
        for (List<String> way : ways.alternatives()) {
            Walk walk = before.over(link, way);
            best.merge(zone, walk, (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
            for (ZoneCrossing crossing : crossings) {
                int to = zone(crossing.link().zone());
                if (zone(crossing.link().from()) == zone && !passed.contains(to)) {
                    walk(to, walk, crossing.link().key(), crossing.ways(), passed);
                }
            }
        }
        passed.remove(zone);
    }

    private static List<String> links(AttackPath path) {
        return path.hops().stream().map(hop -> hop.via().key()).toList();
    }

    private static int zone(String key) {
        return Integer.parseInt(key.substring(1));
    }

    private static Network network(List<ZoneCrossing> crossings) {
        int[] zones = IntStream.range(0, ZONES).map(zone -> Networks.PLAIN).toArray();
        return new Network(Networks.of(zones).districts(), crossings);
    }

    private static List<ZoneCrossing> crossings(Random random) {
        return IntStream.range(0, random.nextInt(15))
                .mapToObj(i -> {
                    int from = random.nextInt(ZONES);
                    int to = (from + 1 + random.nextInt(ZONES - 1)) % ZONES;
                    String key = "l" + (char) ('a' + random.nextInt(26)) + i;
                    return new ZoneCrossing(Networks.link(key, "z" + from, "z" + to), ways(random));
                })
                .toList();
    }

    private static List<PathEntry> entries(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> Points.into("c" + i, "z" + random.nextInt(ZONES), ways(random)))
                .toList();
    }

    private static Ways ways(Random random) {
        var alternatives = new ArrayList<List<String>>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            int size = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2);
            alternatives.add(IntStream.range(0, size)
                    .mapToObj(j -> "b" + random.nextInt(LABELS))
                    .toList());
        }
        return Ways.of(alternatives);
    }
}
