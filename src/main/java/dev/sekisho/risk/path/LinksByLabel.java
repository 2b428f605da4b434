package dev.sekisho.risk.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The ways over all links of a network by what has to be broken for them, so that whoever has broken a label looks at the
 * links that bear it and at no others.
 */
final class LinksByLabel {
    private final Ways singles;
    private final Ways pairs;

    /** Ways in the order of their smaller labels: those of a label stand from its start to that of the next. */
    private record Ways(int[] starts, int[] others, int[] from, int[] to) {}

    LinksByLabel(List<Crossings.Step> steps, int lastLabel) {
        singles = ways(steps, lastLabel, 1);
        pairs = ways(steps, lastLabel, Breaks.MOST);
    }

    private static Ways ways(List<Crossings.Step> steps, int lastLabel, int size) {
        var ends = new int[lastLabel + 2];
        steps.forEach(step -> Arrays.stream(step.ways())
                .filter(way -> Breaks.size(way) == size)
                .forEach(way -> ends[Breaks.low(way)]++));
        Arrays.parallelPrefix(ends, Integer::sum);
        int all = ends[lastLabel + 1];
        var ways = new Ways(ends, new int[all], new int[all], new int[all]);
        for (Crossings.Step step : steps) {
            for (long way : step.ways()) {
                if (Breaks.size(way) == size) {
                    int at = --ends[Breaks.low(way)];
                    ways.others[at] = Breaks.high(way);
                    ways.from[at] = step.from();
                    ways.to[at] = step.to();
                }
            }
        }
        return ways;
    }

    /** Told where one gets to. */
    interface Landing {
        void at(int zone);
    }

    /** The links out of some zones into none of others that these breaks are enough for, all of them at once or each alone. */
    void across(long breaks, BitSet from, BitSet but, Landing landing) {
        int low = Breaks.low(breaks);
        int high = Breaks.high(breaks);
        across(singles, low, 0, from, but, landing);
        if (high != 0) {
            across(singles, high, 0, from, but, landing);
            across(pairs, low, high, from, but, landing);
        }
    }

    /** Whether one gets from one of some zones to any other who has broken a label, or this one beside the other. */
    boolean leadOut(int label, int other, BitSet zones) {
        return leadOut(singles, label, 0, zones)
                || other != 0 && leadOut(pairs, Math.min(label, other), Math.max(label, other), zones);
    }

    private static void across(Ways ways, int label, int other, BitSet from, BitSet but, Landing landing) {
        for (int i = ways.starts[label]; i < ways.starts[label + 1]; i++) {
            if (ways.others[i] == other && from.get(ways.from[i]) && !but.get(ways.to[i])) {
                landing.at(ways.to[i]);
            }
        }
    }

    private static boolean leadOut(Ways ways, int label, int other, BitSet zones) {
        for (int i = ways.starts[label]; i < ways.starts[label + 1]; i++) {
            if (ways.others[i] == other && zones.get(ways.from[i]) && !zones.get(ways.to[i])) {
                return true;
            }
        }
        return false;
    }
}
