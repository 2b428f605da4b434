package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.ZoneNode.TargetInZone;
import dev.sekisho.risk.path.number.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A network made step by step from another answers as one that is made at once. */
class SuccessorProperties {
    private static final int LABELS = 12;
    /** Alike are those that differ only in labels no link bears. */
    private static final List<Ways> ENTRIES = List.of(
            Ways.OPEN,
            Networks.ways("own"),
            Networks.ways("b1", "b2"),
            Networks.ways("own+b3", "b4+b5"),
            Networks.ways("b0+b6", "own", "b7"),
            Networks.ways("own+too"));

    @Property(tries = 400)
    void answersAsOneThatIsMadeAtOnce(@ForAll Random random) {
        var drawn = new Drawing(random);
        Network network = drawn.anew();
        var held = new ArrayList<Object>();
        for (int step = 0; step < 8; step++) {
            held.add(answers(network));
            held.add(approaches(network));
            drawn.change(1 + random.nextInt(3));
            network = network.with(drawn.districts(), drawn.crossings()).network();
            assertThat(answers(network).equals(answers(drawn.anew()))).isTrue();
        }
        assertThat(held).isNotEmpty();
    }

    @Property(tries = 400)
    void answersTheSameFromWhereverNothingChanged(@ForAll Random random) {
        var drawn = new Drawing(random);
        Network network = drawn.anew();
        for (int step = 0; step < 6; step++) {
            var before = answers(network);
            var approaches = approaches(network);
            Network old = network;
            drawn.change(1);
            Network.Change change = network.with(drawn.districts(), drawn.crossings());
            network = change.network();
            var now = answers(network);
            for (int zone = change.from().nextClearBit(0);
                    zone < network.districts().size();
                    zone = change.from().nextClearBit(zone + 1)) {
                String key = network.districts().get(zone).key();
                assertThat(now.get(key)).isEqualTo(before.get(key));
                for (int entry = 0; entry < ENTRIES.size(); entry++) {
                    assertThat(network.approach(key, ENTRIES.get(entry)))
                            .isSameAs(approaches.get(key).get(entry));
                }
            }
            keepsDistances(old, change);
        }
    }

    private static void keepsDistances(Network old, Network.Change change) {
        for (int from = 0; from < change.network().districts().size(); from++) {
            for (int to = 0; to < change.network().districts().size(); to++) {
                if (!change.from().get(from)) {
                    assertThat(change.network().stepsFrom(one(from)).to(to))
                            .isEqualTo(old.stepsFrom(one(from)).to(to));
                }
            }
        }
    }

    @Property(tries = 300)
    void sharesWhatSaysTheSame(@ForAll Random random) {
        var drawn = new Drawing(random);
        Network network = drawn.anew();
        for (int step = 0; step < 6; step++) {
            var approaches = approaches(network);
            int zones = network.districts().size();
            Network old = network;
            drawn.change(1);
            network = network.with(drawn.districts(), drawn.crossings()).network();
            if (network.districts().size() != zones || !sameLabels(old, network)) {
                continue;
            }
            for (ZoneNode district : network.districts()) {
                for (int entry = 0; entry < ENTRIES.size(); entry++) {
                    Approach approach = network.approach(district.key(), ENTRIES.get(entry));
                    Approach known = approaches.get(district.key()).get(entry);
                    assertThat(approach == known).isEqualTo(known.says(approach));
                }
            }
        }
    }

    @Property(tries = 100)
    void leavesTheOtherOfTwoPartsAlone(@ForAll Random random) {
        var here = new Drawing(random, "a");
        var there = new Drawing(random, "b");
        Network network =
                new Network(both(here.districts(), there.districts()), both(here.crossings(), there.crossings()));
        for (int step = 0; step < 5; step++) {
            var approaches = approaches(network);
            here.changeLinksOrZones();
            Network.Change change =
                    network.with(both(here.districts(), there.districts()), both(here.crossings(), there.crossings()));
            network = change.network();
            for (ZoneNode district : there.districts()) {
                int zone = network.number(district.key());
                assertThat(change.from().get(zone)).isFalse();
                for (int entry = 0; entry < ENTRIES.size(); entry++) {
                    assertThat(network.approach(district.key(), ENTRIES.get(entry)))
                            .isSameAs(approaches.get(district.key()).get(entry));
                }
            }
        }
    }

    private static boolean sameLabels(Network one, Network other) {
        return IntStream.range(0, one.districts().size())
                .allMatch(zone -> IntStream.range(0, LABELS)
                        .allMatch(label -> one.label("b" + label, zone) == other.label("b" + label, zone)));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static Map<String, List<Approach>> approaches(Network network) {
        var approaches = new HashMap<String, List<Approach>>();
        network.districts()
                .forEach(district -> approaches.put(
                        district.key(),
                        ENTRIES.stream()
                                .map(ways -> network.approach(district.key(), ways))
                                .toList()));
        return approaches;
    }

    /** Everything one can ask about what a zone leads to; zones by their keys. */
    private static Map<String, List<Object>> answers(Network network) {
        var answers = new TreeMap<String, List<Object>>();
        for (ZoneNode district : network.districts()) {
            var of = new ArrayList<Object>();
            int zone = network.number(district.key());
            for (Ways ways : ENTRIES) {
                Approach approach = network.approach(district.key(), ways);
                of.add(said(approach));
                of.add(approach.organizations(network));
                network.districts().forEach(other -> of.add(approach.to(network.number(other.key()), network)));
                IntStream.rangeClosed(0, 2)
                        .forEach(breaks ->
                                of.add(approach.zonesWithin(breaks, network).toList()));
                of.add(needs(network, approach, ways));
                var routes = new Routes(network, "t", List.of(Points.into(district.key(), ways)));
                network.districts().forEach(other -> of.add(routes.to(other.key())));
            }
            for (String label : List.of("b0", "b1", "b4", "b9")) {
                of.add(network.leadsOn(zone, label(network, label, zone)));
            }
            of.add(steps(network.stepsFrom(one(zone)), network));
            answers.put(district.key(), of);
        }
        return answers;
    }

    private static long label(Network network, String label, int zone) {
        int number = network.label(label, zone);
        return Breaks.of(number == 0 ? Breaks.LAST : number);
    }

    /** What an approach says by itself. */
    private static List<Object> said(Approach approach) {
        var crowns = new BitSet();
        approach.addCrowns(crowns);
        return List.of(
                crowns, approach.nearCrowns(), approach.nearOrganizations(), approach.testZones(), approach.within());
    }

    private static List<BitSet> needs(Network network, Approach approach, Ways ways) {
        var needs = new BreakDependencies(network, label -> true);
        needs.add(approach, ways);
        return java.util.stream.Stream.concat(
                        IntStream.range(0, LABELS).mapToObj(label -> "b" + label),
                        java.util.stream.Stream.of("own", "too"))
                .map(needs::of)
                .toList();
    }

    private static Map<String, Integer> steps(Steps steps, Network network) {
        var by = new TreeMap<String, Integer>();
        network.districts().forEach(district -> by.put(district.key(), steps.to(network.number(district.key()))));
        return by;
    }

    private static BitSet one(int zone) {
        var zones = new BitSet();
        zones.set(zone);
        return zones;
    }

    /** Zones and links that come, change and go. */
    private static final class Drawing {
        private static final int MOST = 8;
        private final Random random;
        private final String prefix;
        private final TreeMap<String, ZoneNode> zones = new TreeMap<>();
        private final TreeMap<String, ZoneCrossing> links = new TreeMap<>();

        Drawing(Random random) {
            this(random, "");
        }

        Drawing(Random random, String prefix) {
            this.random = random;
            this.prefix = prefix;
            IntStream.range(0, 4 + random.nextInt(3)).forEach(i -> putZone(prefix + "z" + i));
            IntStream.range(0, random.nextInt(14)).forEach(i -> putLink(prefix + "l" + i));
        }

        List<ZoneNode> districts() {
            return List.copyOf(zones.values());
        }

        List<ZoneCrossing> crossings() {
            return List.copyOf(links.values());
        }

        Network anew() {
            return new Network(districts(), crossings());
        }

        void change(int times) {
            for (int i = 0; i < times; i++) {
                switch (random.nextInt(12)) {
                    case 0 -> putZone(prefix + "z" + random.nextInt(MOST));
                    case 1 -> removeZone(prefix + "z" + random.nextInt(MOST));
                    default -> changeLinksOrZones();
                }
            }
        }

        void changeLinksOrZones() {
            String link = prefix + "l" + random.nextInt(16);
            switch (random.nextInt(6)) {
                case 0 -> links.remove(link);
                case 1, 2 -> putZone(pick());
                case 3 -> links.computeIfPresent(link, (key, known) -> new ZoneCrossing(known.link(), ways()));
                default -> putLink(link);
            }
        }

        private void removeZone(String zone) {
            if (zones.size() > 2 && zones.remove(zone) != null) {
                links.values()
                        .removeIf(crossing -> crossing.link().from().equals(zone)
                                || crossing.link().zone().equals(zone));
            }
        }

        private String pick() {
            return new ArrayList<>(zones.keySet()).get(random.nextInt(zones.size()));
        }

        private void putZone(String key) {
            int criticality =
                    random.nextBoolean() ? Networks.PLAIN + random.nextInt(3) : Networks.CROWN + random.nextInt(3);
            var ground = new TargetInZone(new Subject(Subject.Kind.ZONE, key), key, criticality);
            zones.put(key, new ZoneNode(key, "o" + random.nextInt(3), random.nextInt(4) == 0, List.of(ground)));
        }

        private void putLink(String key) {
            String from = pick();
            String to = pick();
            if (!from.equals(to)) {
                links.put(key, new ZoneCrossing(Networks.link(key, from, to), ways()));
            }
        }

        private Ways ways() {
            if (random.nextInt(4) == 0) {
                return Ways.OPEN;
            }
            return Ways.of(IntStream.range(0, 1 + random.nextInt(2))
                    .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(2))
                            .mapToObj(j -> "b" + random.nextInt(LABELS))
                            .distinct()
                            .toList())
                    .toList());
        }
    }
}
