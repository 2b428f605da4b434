package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a name or a condition stands for, in its widest reading, and why that reading may be too wide.
 *
 * @param doubts empty if the set is exact
 */
public record Resolved<T>(T set, List<String> doubts) {

    public static <T> Resolved<T> exactly(T set) {
        return new Resolved<>(set, List.of());
    }

    public static <T> Resolved<T> doubtful(T widest, String doubt) {
        return new Resolved<>(widest, List.of(doubt));
    }

    public static Resolved<AddressSet> union(List<Resolved<AddressSet>> parts) {
        return new Resolved<>(
                AddressSet.union(parts.stream().map(Resolved::set).toList()),
                doubts(parts.stream().map(Resolved::doubts)));
    }

    public static <T> Resolved<List<T>> concat(List<Resolved<List<T>>> parts) {
        return new Resolved<>(
                parts.stream().flatMap(part -> part.set().stream()).toList(),
                doubts(parts.stream().map(Resolved::doubts)));
    }

    public static List<String> doubts(Stream<List<String>> doubts) {
        return doubts.flatMap(List::stream).distinct().limit(8).toList();
    }
}
