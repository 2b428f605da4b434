package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The ways onward from one zone, laid out so that a search looks only at those that matter to it: a zone that is linked
 * with hundreds of others is come to by hundreds of ways, and each would look at hundreds of links.
 */
final class Exits {
    /** Where links lead that cost nothing. */
    private final BitSet free = new BitSet();
    /** The ways of all others in ascending order, those of one label before those of two, and where they lead. */
    private final long[] ways;

    private final int[] ends;
    private final BitSet targets = new BitSet();
    private final int singles;
    /** The label of each way of two, in ascending order, twice for each, and which way it is. */
    private final int[] labels;

    private final int[] pairs;
    /** Told where one comes and what is broken then. */
    interface Landing {
        void at(int zone, long breaks);
    }

    private record Way(long breaks, int end) {}

    private record Half(int label, int way) {}

    Exits(Step[] steps) {
        var all = new ArrayList<Way>();
        for (Step step : steps) {
            if (step.fewest() == 0) {
                free.set(step.to());
            } else {
                Arrays.stream(step.ways()).forEach(way -> all.add(new Way(way, step.to())));
            }
        }
        all.sort(Comparator.comparingLong(Way::breaks));
        ways = breaks(all);
        ends = ends(all);
        all.forEach(way -> targets.set(way.end));
        singles = (int) all.stream().filter(way -> Breaks.size(way.breaks) == 1).count();
        List<Half> halves = halves();
        labels = halves.stream().mapToInt(Half::label).toArray();
        pairs = halves.stream().mapToInt(Half::way).toArray();
    }

    private static long[] breaks(List<Way> ways) {
        return ways.stream().mapToLong(Way::breaks).toArray();
    }

    private static int[] ends(List<Way> ways) {
        return ways.stream().mapToInt(Way::end).toArray();
    }

    private List<Half> halves() {
        var halves = new ArrayList<Half>();
        for (int way = singles; way < ways.length; way++) {
            halves.add(new Half(Breaks.low(ways[way]), way));
            halves.add(new Half(Breaks.high(ways[way]), way));
        }
        halves.sort(Comparator.comparingInt(Half::label));
        return halves;
    }

    /** Where one gets to over one link with nothing to break; not to be changed. */
    BitSet free() {
        return free;
    }

    /** Where one gets to with nothing to break, but for zones of these two sets. */
    void free(BitSet one, BitSet other, IntConsumer zone) {
        if (!free.isEmpty()) {
            var left = (BitSet) free.clone();
            left.andNot(one);
            left.andNot(other);
            left.stream().forEach(zone);
        }
    }

    /** Where one gets to who has broken nothing yet; nothing where all of it is open. */
    void all(BitSet open, Landing landing) {
        var shut = (BitSet) targets.clone();
        shut.andNot(open);
        for (int i = 0; !shut.isEmpty() && i < ways.length; i++) {
            landing.at(ends[i], ways[i]);
        }
    }

    /** Where a way leads that has been paid for. */
    void across(long way, long broken, Landing landing) {
        for (int i = first(ways, way); i < ways.length && ways[i] == way; i++) {
            landing.at(ends[i], broken);
        }
    }

    /** Where one gets to who breaks the other label of two as well. */
    void completing(int label, Landing landing) {
        for (int i = first(labels, label); i < labels.length && labels[i] == label; i++) {
            landing.at(ends[pairs[i]], ways[pairs[i]]);
        }
    }

    /** Where one gets to who breaks a second label. */
    void second(int label, Landing landing) {
        for (int i = 0; i < singles; i++) {
            landing.at(ends[i], Breaks.of(label, (int) ways[i]));
        }
    }

    private static int first(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at < 0 ? sorted.length : at;
    }

    private static int first(int[] sorted, int value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at < 0 ? sorted.length : at;
    }
}
