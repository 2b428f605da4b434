package dev.sekisho.registry.batch;

import static java.util.Objects.requireNonNull;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.EntityWriter;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of one collection out of many, by key, and which of those keys are stored already. */
final class ImportBatch<E extends RegisteredEntity, V extends Registered> {
    private final Registry<E, V> registry;
    private final Map<String, ImportRecord> byKey = new LinkedHashMap<>();
    private final Set<String> stored;

    private ImportBatch(Registry<E, V> registry, List<ImportRecord> entries, ImportErrors faults) {
        this.registry = registry;
        var byFoldedKey = new HashMap<String, ImportRecord>();
        for (ImportRecord entry : entries) {
            ImportRecord earlier = byFoldedKey.putIfAbsent(EntityWriter.fold(entry.key()), entry);
            if (earlier == null) {
                byKey.put(entry.key(), entry);
            } else {
                faults.add(entry.line(), "/key", repetition(entry, earlier));
            }
        }
        stored = registry.rows().keysFolding(byFoldedKey.keySet());
        for (String taken : stored) {
            ImportRecord entry = requireNonNull(byFoldedKey.get(EntityWriter.fold(taken)));
            if (!entry.key().equals(taken)) {
                faults.add(entry.line(), "/key", "differs only by case from " + taken + ", which is stored");
            }
        }
    }

    private static String repetition(ImportRecord entry, ImportRecord earlier) {
        return entry.key().equals(earlier.key())
                ? "is given on line " + earlier.line() + " already"
                : "differs only by case from " + earlier.key() + " on line " + earlier.line();
    }

    /** Groups entries, so that every collection comes after those it refers into. */
    static Map<CollectionName, ImportBatch<?, ?>> of(
            List<ImportRecord> entries, CollectionRegistry registries, ImportErrors faults) {
        var lists = new EnumMap<CollectionName, List<ImportRecord>>(CollectionName.class);
        entries.forEach(entry -> lists.computeIfAbsent(entry.collection(), any -> new ArrayList<>())
                .add(entry));
        var sections = new LinkedHashMap<CollectionName, ImportBatch<?, ?>>();
        for (Registry<?, ?> registry : registries.referencedFirst()) {
            List<ImportRecord> own = lists.get(registry.collection());
            if (own != null) {
                sections.put(registry.collection(), new ImportBatch<>(registry, own, faults));
            }
        }
        return sections;
    }

    Registry<E, V> registry() {
        return registry;
    }

    Collection<ImportRecord> entries() {
        return byKey.values();
    }

    boolean holds(String key) {
        return byKey.containsKey(key);
    }

    /** The entry with a key it {@link #holds}. */
    ImportRecord entry(String key) {
        return requireNonNull(byKey.get(key));
    }

    V said(ImportRecord entry) {
        return registry.viewType().cast(entry.said());
    }

    /** The stored rows of a chunk of entries. */
    Map<String, E> rows(List<ImportRecord> chunk) {
        return registry.rows()
                .all(chunk.stream()
                        .map(ImportRecord::key)
                        .filter(stored::contains)
                        .toList());
    }
}
