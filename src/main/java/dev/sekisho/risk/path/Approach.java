package dev.sekisho.risk.path;

import java.util.ArrayList;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one comes who enters a zone at a price. Links that enter the same zone at the same price share it: labels that
 * no crossing bears are alike, whatever they are called.
 */
public final class Approach {
    private static final int BEYOND = Breaks.MOST + 1;

    /** A zone and the price of entry, by numbers. */
    record Key(int zone, List<Long> ways) {}

    private final Network network;
    private final Key key;
    private final Spread spread;
    private final List<BitSet> within = new ArrayList<>();
    private final int fewest;
    private final Targets targets;
    private @Nullable SortedMap<String, Distance> organizations;
    private @Nullable SortedSet<String> testZones;
    private @Nullable Map<String, BitSet> needed;

    Approach(Network network, Key key) {
        this.network = network;
        this.key = key;
        this.spread = network.spread(key.zone());
        this.fewest = key.ways().stream().mapToInt(Breaks::size).min().orElse(0);
        for (int breaks = 0; breaks <= Breaks.MOST; breaks++) {
            within.add(new BitSet());
        }
        key.ways().forEach(this::add);
        this.targets = new Targets(this);
    }

    static Key key(Network network, int zone, Ways ways) {
        var numbered = new TreeSet<Long>();
        ways.alternatives().forEach(alternative -> numbered.add(numbered(network, alternative)));
        return new Key(zone, List.copyOf(numbered));
    }

    private static long numbered(Network network, Collection<String> alternative) {
        int unshared = network.labels();
        long set = Breaks.NONE;
        for (String label : alternative) {
            int known = network.label(label);
            set = Breaks.union(set, Breaks.of(known == 0 ? ++unshared : known));
        }
        return set;
    }

    private void add(long way) {
        spread.opened().forEach((set, zones) -> {
            for (int breaks = Breaks.count(way, set); breaks <= Breaks.MOST; breaks++) {
                within.get(breaks).or(zones);
            }
        });
    }

    /** How many breaks a zone is away. */
    public Distance to(int zone) {
        for (int breaks = 0; breaks <= Breaks.MOST; breaks++) {
            if (within.get(breaks).get(zone)) {
                return Distance.exactly(breaks);
            }
        }
        return spread.reach().get(zone)
                ? new Distance(BEYOND, Math.max(BEYOND, fewest + spread.steps(zone)))
                : Distance.NONE;
    }

    /** Everything within reach, nearest and then most critical first; listed as far as somebody reads it. */
    public List<Target> targets() {
        return targets;
    }

    /** The most critical target at so many breaks; three stands for three and more. */
    public Optional<Target> worstAt(int breaks) {
        return at(breaks).stream()
                .boxed()
                .max((one, other) -> {
                    int byWorth = Integer.compare(
                            district(one).worst(), district(other).worst());
                    return byWorth != 0 ? byWorth : Integer.compare(other, one);
                })
                .map(zone -> target(zone, district(zone).grounds().get(0)));
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
        var crowns = (BitSet) spread.reach().clone();
        crowns.and(network.crowns());
        return crowns;
    }

    /** Every organization within reach, with its distance. */
    public SortedMap<String, Distance> organizations() {
        if (organizations == null) {
            var found = new TreeMap<String, Distance>();
            spread.reach().stream()
                    .forEach(zone -> found.merge(district(zone).organization(), to(zone), Distance::nearer));
            organizations = Collections.unmodifiableSortedMap(found);
        }
        return organizations;
    }

    /** Keys of the test zones that a route of at most two breaks to a crown jewel elsewhere passes. */
    public SortedSet<String> testZones() {
        if (testZones == null) {
            var passed = (BitSet) within.get(Breaks.MOST).clone();
            passed.and(network.tests());
            testZones = Collections.unmodifiableSortedSet(new TreeSet<>(passed.stream()
                    .filter(this::leadsOn)
                    .mapToObj(zone -> district(zone).key())
                    .toList()));
        }
        return testZones;
    }

    private boolean leadsOn(int zone) {
        var elsewhere = (BitSet) network.crowns().clone();
        elsewhere.clear(zone);
        return spread.opened().entrySet().stream()
                .filter(opened -> opened.getValue().get(zone))
                .anyMatch(opened -> key.ways().stream()
                        .anyMatch(way -> leadsOn(zone, Breaks.union(way, opened.getKey()), elsewhere)));
    }

    private boolean leadsOn(int zone, long paid, BitSet elsewhere) {
        return paid != Breaks.TOO_MANY
                && network.spread(zone).opened().entrySet().stream()
                        .anyMatch(next -> Breaks.union(paid, next.getKey()) != Breaks.TOO_MANY
                                && next.getValue().intersects(elsewhere));
    }

    /** By label that crossings bear: the zones with a crown jewel to which a shortest route of at most two breaks needs it. */
    public Map<String, BitSet> needed() {
        if (needed == null) {
            var byNumber = new HashMap<Integer, BitSet>();
            key.ways().forEach(way -> credit(way, byNumber));
            var byLabel = new HashMap<String, BitSet>();
            byNumber.forEach((number, zones) -> {
                if (number <= network.labels()) {
                    byLabel.put(network.label(number), zones);
                }
            });
            needed = byLabel;
        }
        return needed;
    }

    /** The same by label that only the entry bears. */
    public Map<String, BitSet> neededFirst(Ways ways) {
        var byLabel = new HashMap<String, BitSet>();
        for (Collection<String> alternative : ways.alternatives()) {
            if (alternative.stream().anyMatch(label -> network.label(label) == 0)) {
                var byNumber = new HashMap<Integer, BitSet>();
                credit(numbered(network, alternative), byNumber);
                int number = network.labels();
                for (String label : alternative) {
                    if (network.label(label) == 0 && byNumber.containsKey(++number)) {
                        byLabel.computeIfAbsent(label, l -> new BitSet()).or(byNumber.get(number));
                    }
                }
            }
        }
        return byLabel;
    }

    private void credit(long way, Map<Integer, BitSet> needed) {
        spread.opened().forEach((set, zones) -> {
            long all = Breaks.union(way, set);
            if (all != Breaks.TOO_MANY) {
                var crowns = (BitSet) zones.clone();
                crowns.and(network.crowns());
                crowns.and(at(Breaks.size(all)));
                credit(needed, Breaks.low(all), crowns);
                credit(needed, Breaks.high(all), crowns);
            }
        });
    }

    private static void credit(Map<Integer, BitSet> needed, int label, BitSet crowns) {
        if (label != 0 && !crowns.isEmpty()) {
            needed.computeIfAbsent(label, l -> new BitSet()).or(crowns);
        }
    }

    List<Target> targetsAt(int breaks) {
        return at(breaks).stream()
                .boxed()
                .flatMap(zone -> district(zone).grounds().stream().map(ground -> target(zone, ground)))
                .sorted(Target.NEAREST_FIRST)
                .toList();
    }

    private BitSet at(int breaks) {
        var zones = (BitSet) (breaks == BEYOND ? spread.reach() : within.get(breaks)).clone();
        if (breaks > 0) {
            zones.andNot(within.get(breaks - 1));
        }
        return zones;
    }

    private Target target(int zone, Ground ground) {
        return new Target(ground.subject(), ground.name(), ground.criticality(), to(zone));
    }

    private District district(int zone) {
        return network.districts().get(zone);
    }

    static IntStream levels() {
        return IntStream.rangeClosed(0, BEYOND);
    }
}
