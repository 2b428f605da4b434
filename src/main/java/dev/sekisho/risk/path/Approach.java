package dev.sekisho.risk.path;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one comes who enters a zone at a price. Links that enter the same zone at the same price share it: labels that
 * no crossing bears are alike, whatever they are called.
 */
public final class Approach {
    /** Stands for three breaks and more. */
    public static final int BEYOND = Breaks.MOST + 1;

    /** A zone and the price of entry, by numbers. */
    record Key(int zone, List<Long> ways) {}

    private final Network network;
    private final Key key;
    private final List<BitSet> within;
    private final List<Optional<Ground>> worst;
    private final int fewest;
    private final Targets targets;
    private @Nullable SortedMap<String, Distance> organizations;
    private @Nullable SortedSet<String> testZones;
    private @Nullable Map<Integer, BitSet> needed;

    Approach(Network network, Key key) {
        this.network = network;
        this.key = key;
        this.fewest = key.ways().stream().mapToInt(Breaks::size).min().orElse(0);
        within = IntStream.rangeClosed(0, Breaks.MOST)
                .mapToObj(breaks -> new BitSet())
                .toList();
        Search.from(network, key.zone(), key.ways(), this::mark);
        worst = levels().mapToObj(this::worst).toList();
        targets = new Targets(this);
    }

    static Key key(Network network, int zone, Ways ways) {
        long[] numbered = new long[ways.alternatives().size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = numbered(network, ways.alternatives().get(i));
        }
        return new Key(zone, LongStream.of(numbered).sorted().distinct().boxed().toList());
    }

    private static long numbered(Network network, SortedSet<String> alternative) {
        if (alternative.size() == 1) {
            int known = network.label(alternative.first());
            return Breaks.of(known == 0 ? network.labels() + 1 : known);
        }
        int[] numbers = numbers(network, alternative);
        return numbers.length == 0 ? Breaks.NONE : Breaks.of(numbers[0], numbers[1]);
    }

    /** Labels no crossing bears get numbers behind the others, by the company they are in. */
    private static int[] numbers(Network network, Collection<String> alternative) {
        int[] numbers = alternative.stream().mapToInt(network::label).toArray();
        int known = IntStream.of(numbers).sum();
        int spare = network.labels() + numbers.length + (numbers.length == Breaks.MOST ? known : 0);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] == 0 ? spare + (known == 0 ? i * network.labels() + i : 0) : numbers[i];
        }
        return numbers;
    }

    private void mark(int zone, long breaks) {
        for (int size = Breaks.size(breaks); size <= Breaks.MOST; size++) {
            within.get(size).set(zone);
        }
    }

    /** How many breaks a zone is away. */
    public Distance to(int zone) {
        for (int breaks = 0; breaks <= Breaks.MOST; breaks++) {
            if (within.get(breaks).get(zone)) {
                return Distance.exactly(breaks);
            }
        }
        return network.reach(key.zone()).get(zone) ? beyond(network.stepsFrom(key.zone())[zone]) : Distance.NONE;
    }

    private Distance beyond(int steps) {
        return new Distance(BEYOND, Math.max(BEYOND, fewest + steps));
    }

    /** Everything within reach, nearest and then most critical first; listed as far as somebody reads it. */
    public List<Target> targets() {
        return targets;
    }

    /** The most critical of what is so many breaks away, or {@link #BEYOND}. */
    public Optional<Ground> worstAt(int breaks) {
        return worst.get(breaks);
    }

    /** Whether a crown jewel is at most so many breaks away. */
    public boolean crownWithin(int breaks) {
        return within.get(breaks).intersects(network.crowns());
    }

    /** Zones at most so many breaks away. */
    public Stream<District> zonesWithin(int breaks) {
        return within.get(breaks).stream().mapToObj(this::district);
    }

    /** Numbers of the zones within reach that hold a crown jewel. */
    public BitSet crowns() {
        var crowns = (BitSet) network.reach(key.zone()).clone();
        crowns.and(network.crowns());
        return crowns;
    }

    /** Every organization within reach, with its distance. */
    public SortedMap<String, Distance> organizations() {
        if (organizations == null) {
            var found = new TreeMap<String, Distance>();
            network.stepsToOrganizations(key.zone())
                    .forEach((organization, steps) -> found.put(organization, beyond(steps)));
            for (int breaks = Breaks.MOST; breaks >= 0; breaks--) {
                Distance distance = Distance.exactly(breaks);
                within.get(breaks).stream()
                        .forEach(zone -> found.put(district(zone).organization(), distance));
            }
            organizations = Collections.unmodifiableSortedMap(found);
        }
        return organizations;
    }

    /** Keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes. */
    public SortedSet<String> testZones() {
        if (testZones == null) {
            var found = new TreeSet<String>();
            if (within.get(Breaks.MOST).intersects(network.tests())) {
                Search.from(network, key.zone(), key.ways(), (zone, breaks) -> {
                    if (network.tests().get(zone) && leadsOn(zone, breaks)) {
                        found.add(district(zone).key());
                    }
                });
            }
            testZones = Collections.unmodifiableSortedSet(found);
        }
        return testZones;
    }

    private boolean leadsOn(int test, long paid) {
        var crowns = new BitSet();
        Search.from(
                network,
                test,
                List.of(paid),
                (zone, breaks) ->
                        crowns.set(zone, zone != test && network.crowns().get(zone)));
        return !crowns.isEmpty();
    }

    /** By label that crossings bear: the zones with a crown jewel to which a shortest route of at most two breaks needs it. */
    public Map<String, BitSet> needed() {
        var byLabel = new HashMap<String, BitSet>();
        neededByNumber().forEach((number, zones) -> {
            if (number <= network.labels()) {
                byLabel.put(network.label(number), zones);
            }
        });
        return byLabel;
    }

    /** The same by label that only the entry bears. */
    public Map<String, BitSet> neededFirst(Ways ways) {
        var byLabel = new HashMap<String, BitSet>();
        for (SortedSet<String> alternative : ways.alternatives()) {
            int[] numbers = numbers(network, alternative);
            int at = 0;
            for (String label : alternative) {
                BitSet zones = numbers[at] > network.labels() ? neededByNumber().get(numbers[at]) : null;
                at++;
                if (zones != null) {
                    byLabel.computeIfAbsent(label, l -> new BitSet()).or(zones);
                }
            }
        }
        return byLabel;
    }

    private Map<Integer, BitSet> neededByNumber() {
        if (needed == null) {
            var found = new HashMap<Integer, BitSet>();
            Search.from(network, key.zone(), key.ways(), (zone, breaks) -> {
                int size = Breaks.size(breaks);
                if (size > 0
                        && network.crowns().get(zone)
                        && !within.get(size - 1).get(zone)) {
                    found.computeIfAbsent(Breaks.low(breaks), label -> new BitSet())
                            .set(zone);
                    found.computeIfAbsent(Breaks.high(breaks), label -> new BitSet())
                            .set(zone);
                }
            });
            found.remove(0);
            needed = Collections.unmodifiableMap(found);
        }
        return needed;
    }

    List<Target> targetsAt(int breaks) {
        int[] steps = breaks == BEYOND ? network.stepsFrom(key.zone()) : new int[0];
        return at(breaks).stream()
                .boxed()
                .flatMap(zone -> {
                    Distance distance = breaks == BEYOND ? beyond(steps[zone]) : Distance.exactly(breaks);
                    return district(zone).grounds().stream().map(ground -> target(ground, distance));
                })
                .sorted(Target.NEAREST_FIRST)
                .toList();
    }

    private Optional<Ground> worst(int breaks) {
        BitSet zones = at(breaks);
        int worst = -1;
        for (int zone = zones.nextSetBit(0); zone >= 0; zone = zones.nextSetBit(zone + 1)) {
            worst = worst < 0 || district(zone).worst() > district(worst).worst() ? zone : worst;
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(district(worst).grounds().get(0));
    }

    private BitSet at(int breaks) {
        var zones = (BitSet) (breaks == BEYOND ? network.reach(key.zone()) : within.get(breaks)).clone();
        if (breaks > 0) {
            zones.andNot(within.get(breaks - 1));
        }
        return zones;
    }

    private static Target target(Ground ground, Distance distance) {
        return new Target(ground.subject(), ground.name(), ground.criticality(), distance);
    }

    private District district(int zone) {
        return network.districts().get(zone);
    }

    static IntStream levels() {
        return IntStream.rangeClosed(0, BEYOND);
    }
}
