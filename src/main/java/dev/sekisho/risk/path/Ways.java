package dev.sekisho.risk.path;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The breaks one link costs: alternatives side by side, each a set of at most two labels. No alternative contains
 * another; the empty one alone means that nothing has to be broken.
 */
public record Ways(List<SortedSet<String>> alternatives) {
    /** Nothing has to be broken. */
    public static final Ways OPEN = of(List.of(List.of()));

    /** The alternatives that count among these. */
    public static Ways of(Collection<? extends Collection<String>> alternatives) {
        var sets = alternatives.stream()
                .map(TreeSet::new)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Ways::compare)));
        return new Ways(sets.stream()
                .filter(set -> minimal(set, sets))
                .<SortedSet<String>>map(set -> set)
                .toList());
    }

    /** One label each. */
    public static Ways each(Stream<String> labels) {
        return of(labels.map(List::of).toList());
    }

    /** These or those. */
    public Ways or(Ways others) {
        return of(Stream.concat(alternatives.stream(), others.alternatives.stream())
                .toList());
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

    private static boolean minimal(SortedSet<String> set, Collection<TreeSet<String>> among) {
        return among.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other));
    }

    private static int compare(SortedSet<String> one, SortedSet<String> other) {
        int bySize = Integer.compare(one.size(), other.size());
        return bySize != 0 ? bySize : String.join("\n", one).compareTo(String.join("\n", other));
    }
}
