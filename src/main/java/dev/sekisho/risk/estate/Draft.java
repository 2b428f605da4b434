package dev.sekisho.risk.estate;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts of one kind by key, and those that changed. Copied only once something changes. */
final class Draft<T> {
    private final NavigableMap<String, T> base;
    private final TreeSet<String> touched = new TreeSet<>();
    private @Nullable NavigableMap<String, T> next;

    /** @param base unmodifiable */
    Draft(NavigableMap<String, T> base) {
        this.base = base;
    }

    /** A fact equal to the one that is there leaves it in place, so that it is known to be the same. */
    void put(String key, T fact) {
        if (!fact.equals(current().get(key))) {
            changed(key).put(key, fact);
        }
    }

    void remove(String key) {
        if (current().containsKey(key)) {
            changed(key).remove(key);
        }
    }

    /** All facts; the very base where nothing changed. */
    NavigableMap<String, T> facts() {
        return next == null ? base : Collections.unmodifiableNavigableMap(next);
    }

    Collection<T> gone() {
        return touched.stream().map(base::get).filter(Objects::nonNull).toList();
    }

    Collection<T> come() {
        return touched.stream().map(current()::get).filter(Objects::nonNull).toList();
    }

    private NavigableMap<String, T> current() {
        return next == null ? base : next;
    }

    private NavigableMap<String, T> changed(String key) {
        if (next == null) {
            next = new TreeMap<>(base);
        }
        touched.add(key);
        return next;
    }
}
