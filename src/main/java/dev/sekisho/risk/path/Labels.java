package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The labels the crossings of one network bear, each with the zones from which it helps onward and with its home: the only
 * zone it helps into, where there is one. Whoever broke such a label on the way into its home gains nothing more by it.
 */
final class Labels {
    /** No label of a crossing has a greater number, so those above are free for labels that only an entry bears. */
    private static final int LAST = (Breaks.LAST - 4) / 2;

    private static final int SEVERAL = -1;
    private static final int ABSENT = 0;

    private final Names names;
    /** By label: the zone it helps into, counted from 1 on. */
    private final int[] homes;
    /** By label: the zone it is borne in, counted from 1 on. */
    private final int[] sources;

    private final Map<Integer, BitSet> manySources = new HashMap<>();
    private int borne;

    /**
     * Names of labels, numbered from 1 on as they come. Networks that follow each other share them, so that a label keeps
     * its number; one that no crossing bears any more keeps it too.
     */
    static final class Names {
        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
        private final List<String> names = new ArrayList<>();

        int number(String label) {
            Integer known = numbers.get(label);
            return known == null ? numbers.computeIfAbsent(label, this::next) : known;
        }

        private synchronized int next(String label) {
            if (names.size() == LAST) {
                throw new IllegalStateException("more than " + LAST + " labels on links between zones");
            }
            names.add(label);
            return names.size();
        }

        private synchronized String name(int number) {
            return names.get(number - 1);
        }

        private synchronized int size() {
            return names.size();
        }
    }

    /** @param steps every crossing, its labels numbered by these names */
    Labels(Names names, List<Crossings.Step> steps) {
        this.names = names;
        homes = new int[names.size() + 1];
        sources = new int[homes.length];
        for (Crossings.Step step : steps) {
            for (long way : step.ways()) {
                bear(Breaks.low(way), step);
                bear(Breaks.high(way), step);
            }
        }
    }

    private void bear(int label, Crossings.Step step) {
        if (label == 0) {
            return;
        }
        borne += homes[label] == ABSENT ? 1 : 0;
        homes[label] = homes[label] == ABSENT || homes[label] == step.to() + 1 ? step.to() + 1 : SEVERAL;
        if (sources[label] == ABSENT) {
            sources[label] = step.from() + 1;
        } else if (sources[label] != step.from() + 1) {
            many(label).set(step.from());
        }
    }

    private BitSet many(int label) {
        return manySources.computeIfAbsent(label, any -> {
            var zones = new BitSet();
            zones.set(sources[label] - 1);
            sources[label] = SEVERAL;
            return zones;
        });
    }

    Names names() {
        return names;
    }

    /** Whether so many of the names are of labels nobody bears any more that numbering anew is worth while. */
    boolean isMostlyGone() {
        return homes.length > 2 * borne + 1_000;
    }

    /** Whether this stands for a label that only an entry bears. */
    static boolean isOwn(int number) {
        return number > LAST;
    }

    /** The number of a label, or 0 where no crossing bears it. */
    int number(String label) {
        int number = names.numbers.getOrDefault(label, 0);
        return number < homes.length && homes[number] != ABSENT ? number : 0;
    }

    /** The number of a label, or 0 where no crossing bears it that starts in one of these zones. */
    int number(String label, BitSet zones) {
        int number = number(label);
        return number != 0 && isBorne(number, zones) ? number : 0;
    }

    /** Whether a crossing bears a label that starts in one of these zones. */
    boolean isBorne(int number, BitSet zones) {
        return switch (sources[number]) {
            case ABSENT -> false;
            case SEVERAL -> manySources.get(number).intersects(zones);
            default -> zones.get(sources[number] - 1);
        };
    }

    String name(int number) {
        return names.name(number);
    }

    /** The greatest number a label can have here. */
    int last() {
        return homes.length - 1;
    }

    /** Whether a label helps into one zone only. */
    boolean hasHome(int number) {
        return homes[number] != SEVERAL;
    }

    /** Whether a label helps into this zone and no other. */
    boolean isHome(int number, int zone) {
        return homes[number] == zone + 1;
    }
}
