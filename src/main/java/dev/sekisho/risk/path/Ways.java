package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The breaks one link costs: alternatives side by side, each a set of at most two labels, in a fixed order. No
 * alternative contains another; the empty one alone means that nothing has to be broken.
 */
public record Ways(List<SortedSet<String>> alternatives) {
    /** Nothing has to be broken. */
    public static final Ways OPEN = new Ways(List.of(Collections.emptySortedSet()));

    /** There is no way. */
    public static final Ways NONE = new Ways(List.of());

    private static final Comparator<SortedSet<String>> ORDER =
            Comparator.<SortedSet<String>>comparingInt(SortedSet::size).thenComparing(Ways::compare);

    public Ways {
        alternatives = List.copyOf(alternatives);
    }

    /** The alternatives that count among these. */
    public static Ways of(Collection<? extends Collection<String>> alternatives) {
        var sets = new TreeSet<SortedSet<String>>(ORDER);
        alternatives.forEach(labels -> sets.add(Collections.unmodifiableSortedSet(new TreeSet<>(labels))));
        return minimal(sets);
    }

    /** One label each. */
    public static Ways each(Stream<String> labels) {
        return of(labels.map(List::of).toList());
    }

    /** These or those. */
    public Ways or(Ways others) {
        if (others.alternatives.isEmpty()) {
            return this;
        }
        var sets = new TreeSet<SortedSet<String>>(ORDER);
        sets.addAll(alternatives);
        sets.addAll(others.alternatives);
        return minimal(sets);
    }

    /** One more label on each. */
    public Ways and(String label) {
        return of(alternatives.stream()
                .map(set -> Stream.concat(set.stream(), Stream.of(label)).toList())
                .toList());
    }

    /** The fewest labels that do. */
    public int fewest() {
        return alternatives.get(0).size();
    }

    /** @param sets the smaller ones first */
    private static Ways minimal(TreeSet<SortedSet<String>> sets) {
        if (sets.isEmpty() || sets.first().size() == sets.last().size()) {
            return new Ways(new ArrayList<>(sets));
        }
        return new Ways(sets.stream()
                .filter(set -> sets.stream()
                        .takeWhile(smaller -> smaller.size() < set.size())
                        .noneMatch(set::containsAll))
                .toList());
    }

    private static int compare(SortedSet<String> one, SortedSet<String> other) {
        Iterator<String> labels = other.iterator();
        for (String label : one) {
            int byLabel = label.compareTo(labels.next());
            if (byLabel != 0) {
                return byLabel;
            }
        }
        return 0;
    }
}
