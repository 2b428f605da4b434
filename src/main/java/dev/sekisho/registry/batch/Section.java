package dev.sekisho.registry.batch;

import static java.util.Objects.requireNonNull;

import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registries;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.Scribe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The entries of one collection out of many, by key, and which of those keys are stored already. */
final class Section<E extends RegisteredEntity, V extends Registered> {
    private final Registry<E, V> registry;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Set<String> stored;

    private Section(Registry<E, V> registry, List<Entry> entries, Faults faults) {
        this.registry = registry;
        var byFoldedKey = new HashMap<String, Entry>();
        for (Entry entry : entries) {
            Entry earlier = byFoldedKey.putIfAbsent(Scribe.fold(entry.key()), entry);
            if (earlier == null) {
                byKey.put(entry.key(), entry);
            } else {
                faults.add(entry.line(), "/key", repetition(entry, earlier));
            }
        }
        stored = registry.rows().keysFolding(byFoldedKey.keySet());
        for (String taken : stored) {
            Entry entry = requireNonNull(byFoldedKey.get(Scribe.fold(taken)));
            if (!entry.key().equals(taken)) {
                faults.add(entry.line(), "/key", "differs only by case from " + taken + ", which is stored");
            }
        }
    }

    private static String repetition(Entry entry, Entry earlier) {
        return entry.key().equals(earlier.key())
                ? "is given on line " + earlier.line() + " already"
                : "differs only by case from " + earlier.key() + " on line " + earlier.line();
    }

    /** Groups entries, so that every collection comes after those it refers into. */
    static Map<String, Section<?, ?>> of(List<Entry> entries, Registries registries, Faults faults) {
        var lists = new TreeMap<String, List<Entry>>();
        entries.forEach(entry -> lists.computeIfAbsent(entry.collection(), any -> new ArrayList<>())
                .add(entry));
        var sections = new LinkedHashMap<String, Section<?, ?>>();
        for (Registry<?, ?> registry : registries.referencedFirst()) {
            List<Entry> own = lists.get(registry.collection());
            if (own != null) {
                sections.put(registry.collection(), new Section<>(registry, own, faults));
            }
        }
        return sections;
    }

    Registry<E, V> registry() {
        return registry;
    }

    Collection<Entry> entries() {
        return byKey.values();
    }

    boolean holds(String key) {
        return byKey.containsKey(key);
    }

    /** The entry with a key it {@link #holds}. */
    Entry entry(String key) {
        return requireNonNull(byKey.get(key));
    }

    V said(Entry entry) {
        return registry.viewType().cast(entry.said());
    }

    /** The stored rows of a chunk of entries. */
    Map<String, E> rows(List<Entry> chunk) {
        return registry.rows()
                .all(chunk.stream().map(Entry::key).filter(stored::contains).toList());
    }
}
