package dev.sekisho.advisory.naming;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of things by the names they go by. Of hundreds of thousands of names most have one key, which needs no table. */
public final class NameIndex {
    private final Map<String, Set<String>> keys = new HashMap<>();

    public void put(String key, Collection<String> names) {
        names.forEach(name -> keys.merge(name, Set.of(key), NameIndex::both));
    }

    private static Set<String> both(Set<String> known, Set<String> further) {
        if (known.containsAll(further)) {
            return known;
        }
        Set<String> both = known instanceof HashSet<String> ? known : new HashSet<>(known);
        both.addAll(further);
        return both;
    }

    public void remove(String key, Collection<String> names) {
        names.forEach(name -> keys.computeIfPresent(name, (any, known) -> without(known, key)));
    }

    private static @Nullable Set<String> without(Set<String> known, String key) {
        if (!known.contains(key)) {
            return known;
        }
        if (known.size() == 1) {
            return null;
        }
        known.remove(key);
        return known;
    }

    public void clear() {
        keys.clear();
    }

    /** Everything that goes by one of the names. */
    public Set<String> under(Collection<String> names) {
        var found = new HashSet<String>();
        names.forEach(name -> found.addAll(keys.getOrDefault(name, Set.of())));
        return found;
    }

    /** Everything that goes by this name; not to be kept, for it changes with the index. */
    public Set<String> under(String name) {
        return keys.getOrDefault(name, Set.of());
    }

    /** Every name there is, as it is now. */
    public List<String> names() {
        return List.copyOf(keys.keySet());
    }
}
