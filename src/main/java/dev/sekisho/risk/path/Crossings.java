package dev.sekisho.risk.path;

import dev.sekisho.risk.path.number.IntQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The links between zones by numbers, grouped by where they start and where they end. */
final class Crossings {
    private static final Step[] NONE = {};

    /** In the order of the links' keys. */
    private final List<Step> steps;

    private final Step[][] from;
    private final Step[][] into;
    private final Exits[] exits;
    private final Labels labels;
    private final BitSet costly;

    /**
     * One crossing.
     *
     * @param ways in ascending order
     * @param named the same in the order of their names, which does not depend on how labels are numbered
     */
    record Step(ZoneCrossing crossing, int from, int to, long[] ways, long[] named, int fewest) {

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

        String key() {
            return crossing.link().key();
        }

        /** Whether it leads from and to the same zones at the same price. */
        boolean leadsLike(Step other) {
            return this == other || isParallelTo(other) && Arrays.equals(named, other.named);
        }

        boolean isParallelTo(Step other) {
            return from == other.from && to == other.to;
        }

        private boolean has(long way) {
            return way != Breaks.NONE && Arrays.binarySearch(ways, way) >= 0;
        }
    }

    /** No links between so many zones. */
    private Crossings(int zones) {
        steps = List.of();
        labels = new Labels(new Labels.Names(), steps);
        from = byZone(steps, zones, true, new Step[0][]);
        into = from;
        exits = Stream.generate(() -> new Exits(NONE)).limit(zones).toArray(Exits[]::new);
        costly = new BitSet();
    }

    /** @param zones the numbers of all zones by their keys */
    Crossings(Map<String, Integer> zones, List<ZoneCrossing> crossings) {
        this(zones, crossings, new Crossings(zones.size()));
    }

    /** @param kin those of a network of the same zones; what is the same is shared with it */
    private Crossings(Map<String, Integer> zones, List<ZoneCrossing> crossings, Crossings kin) {
        Labels.Names names = kin.labels.names();
        steps = numbered(zones, crossings, names, kin.steps);
        labels = new Labels(names, steps);
        from = byZone(steps, zones.size(), true, kin.from);
        into = byZone(steps, zones.size(), false, kin.into);
        exits = new Exits[from.length];
        for (int zone = 0; zone < from.length; zone++) {
            exits[zone] = kin.from[zone] == from[zone] ? kin.exits[zone] : new Exits(from[zone]);
        }
        costly = costly();
    }

    /** Those of the same zones with these links; these here where they are the same. */
    Crossings with(List<ZoneCrossing> crossings, Map<String, Integer> zones) {
        boolean same = steps.size() == crossings.size();
        for (int i = 0; same && i < steps.size(); i++) {
            same = steps.get(i).crossing.equals(crossings.get(i));
        }
        return same ? this : new Crossings(zones, crossings, this);
    }

    private static List<Step> numbered(
            Map<String, Integer> zones, List<ZoneCrossing> crossings, Labels.Names names, List<Step> before) {
        List<ZoneCrossing> sorted = crossings.stream()
                .sorted(Comparator.comparing(crossing -> crossing.link().key()))
                .toList();
        var numbered = new ArrayList<Step>(sorted.size());
        int old = 0;
        for (ZoneCrossing crossing : sorted) {
            String key = crossing.link().key();
            while (old < before.size() && before.get(old).key().compareTo(key) < 0) {
                old++;
            }
            Step known = old < before.size() ? before.get(old) : null;
            numbered.add(known != null && known.crossing.equals(crossing) ? known : step(zones, crossing, names));
        }
        return List.copyOf(numbered);
    }

    private static Step step(Map<String, Integer> zones, ZoneCrossing crossing, Labels.Names names) {
        long[] named = crossing.ways().alternatives().stream()
                .mapToLong(alternative -> numbered(alternative, names))
                .toArray();
        long[] ways = named.length > 1 ? named.clone() : named;
        Arrays.sort(ways);
        int start = zones.get(crossing.link().from());
        int end = zones.get(crossing.link().zone());
        return new Step(crossing, start, end, ways, named, crossing.ways().fewest());
    }

    private static long numbered(List<String> alternative, Labels.Names names) {
        int[] numbers = alternative.stream().mapToInt(names::number).toArray();
        return switch (numbers.length) {
            case 0 -> Breaks.NONE;
            case 1 -> Breaks.of(numbers[0]);
            default -> Breaks.of(numbers[0], numbers[1]);
        };
    }

    /** @param before the same of earlier crossings, whose groups are kept where they are the same */
    private static Step[][] byZone(List<Step> steps, int zones, boolean start, Step[][] before) {
        var sizes = new int[zones];
        steps.forEach(step -> sizes[start ? step.from : step.to]++);
        Step[][] grouped = Arrays.stream(sizes)
                .mapToObj(size -> size == 0 ? NONE : new Step[size])
                .toArray(Step[][]::new);
        Arrays.fill(sizes, 0);
        for (Step step : steps) {
            int zone = start ? step.from : step.to;
            grouped[zone][sizes[zone]++] = step;
        }
        for (int zone = 0; zone < before.length; zone++) {
            grouped[zone] = sameSteps(grouped[zone], before[zone]) ? before[zone] : grouped[zone];
        }
        return grouped;
    }

    private static boolean sameSteps(Step[] one, Step[] other) {
        boolean same = one.length == other.length;
        for (int i = 0; same && i < one.length; i++) {
            same = one[i] == other[i];
        }
        return same;
    }

    /** The zones from which some way comes to a link that costs a break; from all others everything within reach is free. */
    private BitSet costly() {
        var found = new BitSet();
        for (Step step : steps) {
            found.set(step.from, found.get(step.from) || step.fewest > 0);
        }
        return ancestors(found);
    }

    /** The zones from which one gets to any of these, and these themselves. */
    BitSet ancestors(BitSet zones) {
        return ancestors(zones, Breaks.MOST);
    }

    /** The same over links that cost at most so many breaks each. */
    BitSet ancestors(BitSet zones, int most) {
        var found = (BitSet) zones.clone();
        var waiting = new IntQueue();
        zones.stream().forEach(waiting::add);
        while (!waiting.isEmpty()) {
            for (Step step : into[waiting.next()]) {
                if (step.fewest <= most && !found.get(step.from)) {
                    found.set(step.from);
                    waiting.add(step.from);
                }
            }
        }
        return found;
    }

    /** Whether every zone leads on to the same zones as in another network of the same zones. */
    boolean connectsLike(Crossings other) {
        for (int zone = 0; zone < from.length; zone++) {
            if (from[zone] != other.from[zone] && !targets(from[zone]).equals(targets(other.from[zone]))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet targets(Step[] steps) {
        var targets = new BitSet();
        for (Step step : steps) {
            targets.set(step.to);
        }
        return targets;
    }

    /** What these breaks are worth to somebody in a zone: labels that help into no other are alike. */
    long left(int zone, long breaks) {
        return Breaks.left(breaks, (label, spent) -> left(zone, label, spent));
    }

    private int left(int zone, int label, int spent) {
        return Labels.isOwn(label) || labels.isHome(label, zone) ? spent : label;
    }

    List<Step> steps() {
        return steps;
    }

    /** The links that start in each zone, in the order of their keys. */
    Step[][] from() {
        return from;
    }

    /** The links that end in each zone, in the order of their keys. */
    Step[][] into() {
        return into;
    }

    Exits exits(int zone) {
        return exits[zone];
    }

    Labels labels() {
        return labels;
    }

    /** Whether nothing has to be broken any more on any way from a zone. */
    boolean isFreeFrom(int zone) {
        return !costly.get(zone);
    }
}
