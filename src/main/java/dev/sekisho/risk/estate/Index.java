package dev.sekisho.risk.estate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts grouped by a question asked of them, in the order of their keys. A fact without an answer is in no group; a group
 * that does not change stays the same.
 */
final class Index<K, T> {
    private final Function<T, @Nullable K> by;
    private final Comparator<T> order;
    private final Map<K, List<T>> groups;

    private Index(Function<T, @Nullable K> by, Comparator<T> order, Map<K, List<T>> groups) {
        this.by = by;
        this.order = order;
        this.groups = groups;
    }

    static <K, T> Index<K, T> by(Function<T, @Nullable K> by, Function<T, String> key) {
        return new Index<>(by, Comparator.comparing(key), Map.of());
    }

    List<T> of(K question) {
        return groups.getOrDefault(question, List.of());
    }

    Index<K, T> with(Draft<T> draft) {
        Collection<T> gone = draft.gone();
        Collection<T> come = draft.come();
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        var touched = new HashMap<K, List<T>>();
        Stream.concat(gone.stream(), come.stream())
                .map(by)
                .filter(Objects::nonNull)
                .forEach(question -> touched.computeIfAbsent(question, this::copy));
        if (touched.isEmpty()) {
            return this;
        }
        Set<T> left = Collections.newSetFromMap(new IdentityHashMap<>());
        left.addAll(gone);
        touched.values().forEach(group -> group.removeIf(left::contains));
        for (T fact : come) {
            K question = by.apply(fact);
            if (question != null) {
                requireNonNull(touched.get(question)).add(fact);
            }
        }
        return new Index<>(by, order, merged(touched));
    }

    private Map<K, List<T>> merged(Map<K, List<T>> touched) {
        var next = new HashMap<>(groups);
        touched.forEach((question, group) -> {
            group.sort(order);
            if (group.isEmpty()) {
                next.remove(question);
            } else {
                next.put(question, Collections.unmodifiableList(group));
            }
        });
        return next;
    }

    private List<T> copy(K question) {
        return new ArrayList<>(of(question));
    }
}
