package dev.sekisho.risk.path;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Our zones and the links between them, with what each costs to cross. What one zone leads to is searched once, when
 * first asked for, and shared by every connection point that lands there.
 */
public final class Network {
    private final List<District> districts;
    private final List<Crossing> crossings;
    private final Map<String, Integer> zones = new HashMap<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<String> labelNames;
    private final Step[][] from;
    private final Step[][] into;
    private final BitSet crowns = new BitSet();
    private final BitSet tests = new BitSet();
    private final List<BitSet> reach;
    private final @Nullable Map<String, Integer>[] organizations;
    private final Map<Approach.Key, Approach> approaches = new ConcurrentHashMap<>();

    /** One crossing by numbers. */
    record Step(Crossing crossing, int from, int to, long[] ways, int fewest) {}

    /** @param districts all zones, in the order of their keys */
    public Network(List<District> districts, List<Crossing> crossings) {
        this.districts = List.copyOf(districts);
        this.crossings = List.copyOf(crossings);
        for (int i = 0; i < districts.size(); i++) {
            zones.put(districts.get(i).key(), i);
            crowns.set(i, districts.get(i).worst() >= Target.CROWN);
            tests.set(i, districts.get(i).test());
        }
        List<Step> steps = crossings.stream().map(this::step).toList();
        labelNames = labels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        from = byZone(steps, true);
        into = byZone(steps, false);
        reach = closure();
        organizations = newArray(districts.size());
    }

    /** This network where the other one is the same, so that what was searched stays. */
    public Network orSame(@Nullable Network other) {
        return other != null && districts.equals(other.districts) && crossings.equals(other.crossings) ? other : this;
    }

    public List<District> districts() {
        return districts;
    }

    /** What an attacker gets who comes into a zone at the price of these breaks. */
    public Approach approach(String zone, Ways ways) {
        return approaches.computeIfAbsent(Approach.key(this, number(zone), ways), key -> new Approach(this, key));
    }

    /** The number of a zone in the order of the keys. */
    public int number(String zone) {
        return requireNonNull(zones.get(zone));
    }

    /** Breaks from each zone to the nearest of these, none counted as shared; the largest number when there is no way. */
    public int[] stepsInto(BitSet targets) {
        return shortest(targets, into, Step::from);
    }

    /** Breaks from any of these zones to each, none counted as shared; the largest number when there is no way. */
    public int[] stepsFrom(BitSet starts) {
        return shortest(starts, from, Step::to);
    }

    private int[] shortest(BitSet ends, Step[][] steps, ToIntFunction<Step> next) {
        int[] distances = new int[districts.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        var queue = new ArrayDeque<Integer>();
        ends.stream().forEach(zone -> {
            distances[zone] = 0;
            queue.add(zone);
        });
        while (!queue.isEmpty()) {
            int zone = queue.poll();
            for (Step step : steps[zone]) {
                int distance = distances[zone] + step.fewest();
                if (distance < distances[next.applyAsInt(step)]) {
                    distances[next.applyAsInt(step)] = distance;
                    enqueue(queue, next.applyAsInt(step), step.fewest() == 0);
                }
            }
        }
        return distances;
    }

    private static void enqueue(ArrayDeque<Integer> queue, int zone, boolean first) {
        if (first) {
            queue.addFirst(zone);
        } else {
            queue.addLast(zone);
        }
    }

    /** Every zone there is any way to from this one. */
    BitSet reach(int zone) {
        return reach.get(zone);
    }

    int[] stepsFrom(int zone) {
        var start = new BitSet();
        start.set(zone);
        return stepsFrom(start);
    }

    /** Breaks from a zone to the nearest zone of every organization within reach, none counted as shared. */
    Map<String, Integer> stepsToOrganizations(int zone) {
        Map<String, Integer> known = organizations[zone];
        if (known == null) {
            var least = new HashMap<String, Integer>();
            int[] steps = stepsFrom(zone);
            reach(zone).stream().forEach(to -> least.merge(districts.get(to).organization(), steps[to], Math::min));
            known = Map.copyOf(least);
            organizations[zone] = known;
        }
        return known;
    }

    /** Each zone gets what its neighbours reach, until nobody gets anything new. */
    private List<BitSet> closure() {
        List<BitSet> closure = IntStream.range(0, districts.size())
                .mapToObj(zone -> new BitSet())
                .toList();
        var queue = new ArrayDeque<Integer>();
        for (int zone = 0; zone < districts.size(); zone++) {
            closure.get(zone).set(zone);
            queue.add(zone);
        }
        while (!queue.isEmpty()) {
            int zone = queue.poll();
            for (Step step : into[zone]) {
                BitSet before = closure.get(step.from());
                int size = before.cardinality();
                before.or(closure.get(zone));
                if (before.cardinality() > size) {
                    queue.add(step.from());
                }
            }
        }
        return closure;
    }

    /** The number of a label that some crossing bears, or 0. */
    int label(String label) {
        return labels.getOrDefault(label, 0);
    }

    int labels() {
        return labels.size();
    }

    String label(int number) {
        return labelNames.get(number - 1);
    }

    Step[] from(int zone) {
        return from[zone];
    }

    Step[] into(int zone) {
        return into[zone];
    }

    /** Zones that hold something that must not be lost. */
    BitSet crowns() {
        return crowns;
    }

    BitSet tests() {
        return tests;
    }

    int size() {
        return districts.size();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Integer>[] newArray(int size) {
        return new Map[size];
    }

    private Step step(Crossing crossing) {
        long[] ways = crossing.ways().alternatives().stream()
                .mapToLong(this::numbered)
                .toArray();
        int start = number(crossing.link().from());
        return new Step(
                crossing,
                start,
                number(crossing.link().zone()),
                ways,
                crossing.ways().fewest());
    }

    private long numbered(Collection<String> alternative) {
        int[] numbers = alternative.stream()
                .mapToInt(label -> labels.computeIfAbsent(label, l -> labels.size() + 1))
                .toArray();
        return switch (numbers.length) {
            case 0 -> Breaks.NONE;
            case 1 -> Breaks.of(numbers[0]);
            default -> Breaks.of(numbers[0], numbers[1]);
        };
    }

    private Step[][] byZone(List<Step> steps, boolean start) {
        Step[][] grouped = new Step[districts.size()][];
        Arrays.fill(grouped, new Step[0]);
        for (Step step : steps) {
            int zone = start ? step.from : step.to;
            grouped[zone] = Arrays.copyOf(grouped[zone], grouped[zone].length + 1);
            grouped[zone][grouped[zone].length - 1] = step;
        }
        return grouped;
    }
}
