package dev.sekisho.risk.incremental;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Groups that are numbered as they come; one that is empty keeps its number until most of them are. */
record Classes<K>(Map<K, Integer> numbers, Grouping grouping) {
    private static final int SLACK = 64;

    static <T, K> Classes<K> of(
            IndexedFacts<T> members, Function<T, @Nullable K> common, @Nullable Classes<K> earlier) {
        Classes<K> known = earlier == null || earlier.isWorn() ? null : earlier;
        Map<K, Integer> numbers = known == null ? Map.of() : known.numbers;
        IntStream strangers = known == null ? IntStream.range(0, members.size()) : members.changed().stream();
        List<K> unknown = strangers
                .mapToObj(i -> common.apply(members.get(i)))
                .filter(Objects::nonNull)
                .filter(key -> !numbers.containsKey(key))
                .toList();
        Map<K, Integer> all = unknown.isEmpty() ? numbers : new HashMap<>(numbers);
        unknown.forEach(key -> all.putIfAbsent(key, all.size()));
        Grouping before = known == null ? null : known.grouping;
        return new Classes<>(all, Grouping.after(before, members, null, all.size(), i -> {
            K key = common.apply(members.get(i));
            return key == null ? Grouping.NONE : Objects.requireNonNull(all.get(key));
        }));
    }

    private boolean isWorn() {
        long empty = IntStream.range(0, grouping.groups())
                .filter(group -> grouping.size(group) == 0)
                .count();
        return empty > SLACK && 2 * empty > grouping.groups();
    }
}
