package dev.sekisho.risk.path;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our zones and the links between them, with what each costs to cross. What one zone leads to is searched once, when
 * first asked for, and shared by every connection point that lands there.
 */
public final class Network {
    private final List<ZoneNode> districts;
    private final Map<String, Integer> zones = new HashMap<>();
    private final Labels labels = new Labels();
    private final Owners owners;
    private final WorstGrounds grounds;
    private final Step[][] from;
    private final Step[][] into;
    private final BitSet costly;
    private final BitSet crowns = new BitSet();
    private final BitSet tests = new BitSet();
    /** Each absent until asked for, for of very many zones few are; threads that race for it find the same. */
    private final AtomicReferenceArray<@Nullable BitSet> reach;

    private final AtomicReferenceArray<@Nullable BitSet> crownsReached;
    private final @Nullable Map<String, Integer>[] organizations;
    private final Map<Approach.Key, Approach> approaches = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> leadsOn = new ConcurrentHashMap<>();
    private final NearCrowns nearCrowns;

    /**
     * One crossing by numbers.
     *
     * @param ways in ascending order
     * @param named the same in the order of their names, which does not depend on how labels are numbered
     * @param homely whether every label on it helps into no other zone
     */
    record Step(ZoneCrossing crossing, int from, int to, long[] ways, long[] named, int fewest, boolean homely) {

        /** Whether these breaks are enough for one of the ways. */
        boolean isPaidBy(long breaks) {
            return fewest == 0
                    || has(Breaks.low(breaks))
                    || has(Breaks.high(breaks))
                    || (Breaks.size(breaks) == Breaks.MOST && has(breaks));
        }

        /** The first of the ways that these breaks are enough for. */
        long paidWay(long breaks) {
            for (long way : named) {
                if (Breaks.within(way, breaks)) {
                    return way;
                }
            }
            throw new IllegalArgumentException("not paid: " + breaks);
        }

        private boolean has(long way) {
            return way != Breaks.NONE && Arrays.binarySearch(ways, way) >= 0;
        }
    }

    /** @param districts all zones, in the order of their keys */
    public Network(List<ZoneNode> districts, List<ZoneCrossing> crossings) {
        this.districts = List.copyOf(districts);
        nearCrowns = new NearCrowns(this.districts);
        owners = new Owners(this.districts);
        grounds = new WorstGrounds(this.districts);
        for (int i = 0; i < districts.size(); i++) {
            zones.put(districts.get(i).key(), i);
            crowns.set(i, districts.get(i).worst() >= Target.CROWN);
            tests.set(i, districts.get(i).test());
        }
        List<Step> steps = crossings.stream()
                .sorted(Comparator.comparing(crossing -> crossing.link().key()))
                .map(this::step)
                .toList()
                .stream()
                .map(this::settled)
                .toList();
        from = byZone(steps, true);
        into = byZone(steps, false);
        costly = CostlyZones.of(from, into);
        reach = new AtomicReferenceArray<>(districts.size());
        crownsReached = new AtomicReferenceArray<>(districts.size());
        organizations = newArray(districts.size());
    }

    public List<ZoneNode> districts() {
        return districts;
    }

    /** What an attacker gets who comes into a zone at the price of these breaks. */
    public Approach approach(String zone, Ways ways) {
        Approach.Key key = Approach.key(this, number(zone), ways);
        Approach known = approaches.get(key);
        if (known == null) {
            var made = new Approach(this, key);
            Approach other = approaches.putIfAbsent(key, made);
            known = other == null ? made : other;
        }
        return known;
    }

    /** The number of a zone in the order of the keys. */
    public int number(String zone) {
        return requireNonNull(zones.get(zone));
    }

    /** Breaks from each zone to the nearest of these, none counted as shared, as far as there is a way of at most so many. */
    public Steps stepsInto(BitSet targets, int most) {
        return shortest(targets, into, false, most);
    }

    /** Breaks from the nearest of these zones to each, in the same manner. */
    public Steps stepsFrom(BitSet starts, int most) {
        return shortest(starts, from, true, most);
    }

    /** No link costs more than a few breaks, so the zones wait in as many queues, the nearest first. */
    private Steps shortest(BitSet ends, Step[][] links, boolean forward, int most) {
        var found = new Steps(districts.size(), ends.cardinality());
        IntQueue[] waiting =
                Stream.generate(IntQueue::new).limit(Breaks.MOST + 1).toArray(IntQueue[]::new);
        for (int zone = ends.nextSetBit(0); zone >= 0; zone = ends.nextSetBit(zone + 1)) {
            found.lower(zone, 0);
            waiting[0].add(zone);
        }
        for (int breaks = 0, idle = 0; idle < waiting.length; breaks++) {
            IntQueue now = waiting[breaks % waiting.length];
            idle = now.isEmpty() ? idle + 1 : 0;
            while (!now.isEmpty()) {
                int zone = now.next();
                if (found.to(zone) == breaks) {
                    for (Step step : links[zone]) {
                        int to = forward ? step.to : step.from;
                        int distance = breaks + step.fewest;
                        if (distance <= most && found.lower(to, distance)) {
                            waiting[distance % waiting.length].add(to);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Every zone a search comes to. */
    private record Collector(BitSet zones) implements PathSearch.Visitor {
        @Override
        public void opened(int zone, long breaks) {
            zones.set(zone);
        }

        @Override
        public void opened(BitSet more, long breaks) {
            zones.or(more);
        }
    }

    /** Whether nothing has to be broken any more on any way from a zone. */
    boolean isFreeFrom(int zone) {
        return !costly.get(zone);
    }

    /** Whether somebody in a test zone who broke these gets from there to a crown jewel elsewhere. */
    boolean leadsOn(int test, long breaks) {
        Boolean known = leadsOn.get(Breaks.at(test, breaks));
        if (known == null) {
            var found = new BitSet();
            PathSearch.from(this, test, new long[] {breaks}, new Collector(found));
            found.and(crowns);
            found.clear(test);
            known = !found.isEmpty();
            leadsOn.put(Breaks.at(test, breaks), known);
        }
        return known;
    }

    /** Every zone there is any way to from this one. */
    BitSet reach(int zone) {
        BitSet known = reach.get(zone);
        if (known == null) {
            known = reached(zone);
            reach.set(zone, known);
        }
        return known;
    }

    /** Where another zone's reach is known, one need not look beyond it. */
    private BitSet reached(int zone) {
        var reached = new BitSet();
        var waiting = new IntQueue();
        reached.set(zone);
        waiting.add(zone);
        while (!waiting.isEmpty()) {
            for (Step step : from[waiting.next()]) {
                BitSet beyond = reach.get(step.to);
                if (beyond != null) {
                    reached.or(beyond);
                } else if (!reached.get(step.to)) {
                    reached.set(step.to);
                    waiting.add(step.to);
                }
            }
        }
        return reached;
    }

    /** Those within reach that hold a crown jewel. */
    BitSet crownsReached(int zone) {
        BitSet known = crownsReached.get(zone);
        if (known == null) {
            known = (BitSet) crowns.clone();
            known.and(reach(zone));
            crownsReached.set(zone, known);
        }
        return known;
    }

    Steps stepsFrom(int zone) {
        var start = new BitSet();
        start.set(zone);
        return stepsFrom(start, Integer.MAX_VALUE);
    }

    /** Breaks from a zone to the nearest zone of every organization within reach, none counted as shared. */
    Map<String, Integer> stepsToOrganizations(int zone) {
        Map<String, Integer> known = organizations[zone];
        if (known == null) {
            var least = new HashMap<String, Integer>();
            Steps steps = stepsFrom(zone);
            for (int i = 0; i < steps.size(); i++) {
                int to = steps.zone(i);
                least.merge(districts.get(to).organization(), steps.to(to), Math::min);
            }
            known = Map.copyOf(least);
            organizations[zone] = known;
        }
        return known;
    }

    Labels labels() {
        return labels;
    }

    /** The links that start in a zone, in the order of their keys. */
    Step[] from(int zone) {
        return from[zone];
    }

    Owners owners() {
        return owners;
    }

    WorstGrounds grounds() {
        return grounds;
    }

    /** Zones that hold something that must not be lost. */
    BitSet crowns() {
        return crowns;
    }

    NearCrowns nearCrowns() {
        return nearCrowns;
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

    private Step step(ZoneCrossing crossing) {
        int start = number(crossing.link().from());
        int end = number(crossing.link().zone());
        long[] named = crossing.ways().alternatives().stream()
                .mapToLong(alternative -> numbered(alternative, end))
                .toArray();
        long[] ways = named.length > 1 ? named.clone() : named;
        Arrays.sort(ways);
        return new Step(crossing, start, end, ways, named, crossing.ways().fewest(), false);
    }

    /** Where a label helps is known once every crossing is. */
    private Step settled(Step step) {
        boolean homely = true;
        for (long way : step.ways) {
            homely &= way == Breaks.NONE || labels.hasHome(Breaks.low(way));
            homely &= Breaks.high(way) == 0 || labels.hasHome(Breaks.high(way));
        }
        return homely ? new Step(step.crossing, step.from, step.to, step.ways, step.named, step.fewest, true) : step;
    }

    private long numbered(Collection<String> alternative, int zone) {
        int[] numbers = alternative.stream()
                .mapToInt(label -> labels.number(label, zone))
                .toArray();
        return switch (numbers.length) {
            case 0 -> Breaks.NONE;
            case 1 -> Breaks.of(numbers[0]);
            default -> Breaks.of(numbers[0], numbers[1]);
        };
    }

    private Step[][] byZone(List<Step> steps, boolean start) {
        var sizes = new int[districts.size()];
        steps.forEach(step -> sizes[start ? step.from : step.to]++);
        Step[][] grouped = Arrays.stream(sizes).mapToObj(Step[]::new).toArray(Step[][]::new);
        Arrays.fill(sizes, 0);
        for (Step step : steps) {
            int zone = start ? step.from : step.to;
            grouped[zone][sizes[zone]++] = step;
        }
        return grouped;
    }
}
