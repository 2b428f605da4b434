package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ApproachProperties {
    private static final int LABELS = 10;
    private static final int ZONES = 6;
    private static final int NEVER = Integer.MAX_VALUE;

    @Property(tries = 300)
    void agreesWithTryingEverySetOfBreaks(@ForAll Random random) {
        Network network = network(random);
        Ways entry = ways(random);
        int[] fewest = bruteForce(network, "z0", entry);

        Approach approach = network.approach("z0", entry);

        for (int zone = 0; zone < ZONES; zone++) {
            assertThat(approach.to(zone, network)).satisfies(agrees(fewest[zone]));
        }
    }

    @Property(tries = 200)
    void showsAWayThatCostsWhatItSays(@ForAll Random random) {
        Network network = network(random);
        var entry = Points.into("z0", ways(random));
        int[] fewest = bruteForce(network, "z0", entry.ways());

        var routes = new Routes(network, "t", List.of(entry));

        for (int zone = 0; zone < ZONES; zone++) {
            int expected = fewest[zone];
            var path = routes.to("z" + zone);
            assertThat(path.isPresent()).isEqualTo(expected != NEVER);
            path.ifPresent(way -> {
                assertThat(way.distance()).satisfies(agrees(expected));
                assertThat(way.breaks().size())
                        .isBetween(expected, Math.max(expected, way.distance().atMost()));
                var paid = new TreeSet<String>();
                way.hops().forEach(hop -> paid.addAll(hop.breaks()));
                assertThat(paid).isEqualTo(way.breaks());
            });
        }
    }

    @Property(tries = 200)
    void namesTheLabelsOfShortestRoutes(@ForAll Random random) {
        Network network = network(random);
        Ways entry = ways(random);
        Approach approach = network.approach("z0", entry);

        var needs = new BreakDependencies(network, label -> true);
        needs.add(approach, entry);

        Set<String> named = IntStream.range(0, LABELS)
                .mapToObj(label -> "b" + label)
                .filter(label -> !needs.of(label).isEmpty())
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(labelsOfShortest(network, entry, approach));
    }

    private static Consumer<Distance> agrees(int expected) {
        return distance -> {
            if (expected == NEVER) {
                assertThat(distance.exists()).isFalse();
            } else if (expected <= 2) {
                assertThat(distance).isEqualTo(Distance.exactly(expected));
            } else {
                assertThat(distance.atLeast()).isEqualTo(3);
                assertThat(distance.atMost()).isGreaterThanOrEqualTo(expected);
            }
        };
    }

    private static Set<String> labelsOfShortest(Network network, Ways entry, Approach approach) {
        var found = new TreeSet<String>();
        for (int set = 0; set < 1 << LABELS; set++) {
            int size = Integer.bitCount(set);
            boolean[] reached = reached(network, "z0", entry, set);
            for (int zone = 0; zone < ZONES; zone++) {
                boolean crown = network.districts().get(zone).worst() >= Target.CROWN;
                if (crown
                        && reached[zone]
                        && size <= 2
                        && approach.to(zone, network).equals(Distance.exactly(size))) {
                    int chosen = set;
                    IntStream.range(0, LABELS)
                            .filter(l -> (chosen >> l & 1) == 1)
                            .forEach(l -> found.add("b" + l));
                }
            }
        }
        return found;
    }

    private static int[] bruteForce(Network network, String start, Ways entry) {
        int[] fewest = IntStream.range(0, ZONES).map(zone -> NEVER).toArray();
        for (int set = 0; set < 1 << LABELS; set++) {
            boolean[] reached = reached(network, start, entry, set);
            for (int zone = 0; zone < ZONES; zone++) {
                if (reached[zone]) {
                    fewest[zone] = Math.min(fewest[zone], Integer.bitCount(set));
                }
            }
        }
        return fewest;
    }

    private static boolean[] reached(Network network, String start, Ways entry, int broken) {
        var reached = new boolean[ZONES];
        reached[network.number(start)] = passes(entry, broken);
        for (int round = 0; round < ZONES; round++) {
            for (int zone = 0; zone < ZONES; zone++) {
                for (Crossings.Step step : network.from(zone)) {
                    reached[step.to()] |=
                            reached[zone] && passes(step.crossing().ways(), broken);
                }
            }
        }
        return reached;
    }

    private static boolean passes(Ways ways, int broken) {
        return ways.alternatives().stream()
                .anyMatch(way ->
                        way.stream().allMatch(label -> (broken >> Integer.parseInt(label.substring(1)) & 1) == 1));
    }

    private static Network network(Random random) {
        var districts = IntStream.range(0, ZONES)
                .mapToObj(i -> new ZoneNode(
                        "z" + i,
                        "o" + i % 2,
                        false,
                        List.of(new TargetInZone(
                                new Subject(Subject.Kind.ZONE, "z" + i), "z" + i, random.nextBoolean() ? 90 : 10))))
                .toList();
        var crossings = IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> {
                    int from = random.nextInt(ZONES);
                    int to = (from + 1 + random.nextInt(ZONES - 1)) % ZONES;
                    return new ZoneCrossing(Networks.link("l" + i, "z" + from, "z" + to), ways(random));
                })
                .toList();
        return new Network(districts, crossings);
    }

    private static Ways ways(Random random) {
        Collection<Collection<String>> alternatives = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            var labels = new BitSet();
            int size = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
            IntStream.range(0, size).forEach(j -> labels.set(random.nextInt(LABELS)));
            alternatives.add(labels.stream().mapToObj(label -> "b" + label).toList());
        }
        return Ways.of(alternatives);
    }
}
