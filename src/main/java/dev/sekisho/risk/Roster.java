package dev.sekisho.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one kind in the order of their keys, each with its place in the previous roster where it is the very same
 * object.
 */
final class Roster<T> {
    /** Not in the previous roster, or not the same. */
    static final int NEW = -1;

    private final List<T> items;
    private final Function<T, String> key;
    private final int[] before;

    Roster(Collection<T> items, Function<T, String> key, @Nullable Roster<T> previous) {
        this.items = new ArrayList<>(items);
        this.key = key;
        this.before = new int[this.items.size()];
        List<T> old = previous == null ? List.of() : previous.items;
        int at = 0;
        for (int i = 0; i < before.length; i++) {
            T item = this.items.get(i);
            while (at < old.size()
                    && old.get(at) != item
                    && key.apply(old.get(at)).compareTo(key.apply(item)) < 0) {
                at++;
            }
            before[i] = at < old.size() && old.get(at) == item ? at : NEW;
        }
    }

    int size() {
        return before.length;
    }

    T get(int index) {
        return items.get(index);
    }

    /** Where the fact with a key stands. */
    Optional<Integer> find(String wanted) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key.apply(items.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    List<T> items() {
        return items;
    }

    /** Where the same object stood before, or {@link #NEW}. */
    int before(int index) {
        return before[index];
    }
}
