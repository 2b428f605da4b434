package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The breaks one link costs: alternatives side by side, each one or two labels in ascending order, in a fixed order. No
 * alternative contains another; the empty one alone means that nothing has to be broken.
 */
public record Ways(List<List<String>> alternatives) {
    /** Nothing has to be broken. */
    public static final Ways OPEN = new Ways(List.of(List.of()));

    /** There is no way. */
    public static final Ways NONE = new Ways(List.of());

    private static final Comparator<List<String>> ORDER =
            Comparator.<List<String>>comparingInt(List::size).thenComparing(Ways::compare);

    public Ways {
        alternatives = List.copyOf(alternatives);
    }

    /** The alternatives that count among these. */
    public static Ways of(Collection<? extends Collection<String>> alternatives) {
        var sets = new TreeSet<List<String>>(ORDER);
        alternatives.forEach(labels -> sets.add(List.copyOf(new TreeSet<>(labels))));
        return minimal(List.copyOf(sets));
    }

    /** One label each. */
    public static Ways each(Stream<String> labels) {
        return new Ways(labels.distinct().sorted().map(List::of).toList());
    }

    /** These or those. */
    public Ways or(Ways others) {
        if (others.alternatives.isEmpty()) {
            return this;
        }
        if (alternatives.isEmpty()) {
            return others;
        }
        var merged = new ArrayList<List<String>>(alternatives.size() + others.alternatives.size());
        int mine = 0;
        int theirs = 0;
        while (mine < alternatives.size() || theirs < others.alternatives.size()) {
            int order = mine == alternatives.size()
                    ? 1
                    : theirs == others.alternatives.size()
                            ? -1
                            : ORDER.compare(alternatives.get(mine), others.alternatives.get(theirs));
            List<String> next = order <= 0 ? alternatives.get(mine) : others.alternatives.get(theirs);
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
            merged.add(next);
        }
        return minimal(merged);
    }

    /** One more label on each. What then takes more than two is left out: beyond two breaks only bounds are told. */
    public Ways and(String label) {
        return of(alternatives.stream()
                .map(set ->
                        Stream.concat(set.stream(), Stream.of(label)).distinct().toList())
                .filter(set -> set.size() <= Breaks.MOST)
                .toList());
    }

    /** The fewest labels that do. */
    public int fewest() {
        return alternatives.get(0).size();
    }

    /** @param sets in their order, each once */
    private static Ways minimal(List<List<String>> sets) {
        int single = 0;
        while (single < sets.size() && sets.get(single).size() <= 1) {
            single++;
        }
        if (single == 0 || single == sets.size() && !sets.get(0).isEmpty()) {
            return new Ways(sets);
        }
        if (sets.get(0).isEmpty()) {
            return OPEN;
        }
        List<List<String>> singles = sets.subList(0, single);
        return new Ways(sets.stream()
                .filter(set -> set.size() == 1 || set.stream().noneMatch(label -> hasLabel(singles, label)))
                .toList());
    }

    private static boolean hasLabel(List<List<String>> singles, String label) {
        int low = 0;
        int high = singles.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = singles.get(middle).get(0).compareTo(label);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return false;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int byLabel = one.get(i).compareTo(other.get(i));
            if (byLabel != 0) {
                return byLabel;
            }
        }
        return 0;
    }
}
