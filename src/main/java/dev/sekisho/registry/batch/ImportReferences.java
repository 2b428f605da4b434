package dev.sekisho.registry.batch;

import static java.util.Objects.requireNonNull;

import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks that whatever the entries refer to is among them or stored. */
final class ImportReferences {
    private final Map<String, ImportBatch<?, ?>> sections;
    private final CollectionRegistry registries;

    ImportReferences(Map<String, ImportBatch<?, ?>> sections, CollectionRegistry registries) {
        this.sections = sections;
        this.registries = registries;
    }

    void check(ImportErrors faults) {
        Map<String, Set<String>> stored = stored();
        forEachOutside((entry, reference) -> {
            if (!requireNonNull(stored.get(reference.collection())).contains(reference.key())) {
                faults.add(entry.line(), CollectionRegistry.dangling(reference));
            }
        });
    }

    private Map<String, Set<String>> stored() {
        var asked = new HashMap<String, Set<String>>();
        forEachOutside((entry, reference) -> asked.computeIfAbsent(reference.collection(), any -> new HashSet<>())
                .add(reference.key()));
        asked.replaceAll((collection, keys) ->
                registries.find(collection).orElseThrow().rows().existing(keys));
        return asked;
    }

    /** The references that lead out of the entries. */
    private void forEachOutside(BiConsumer<ImportRecord, Reference> visitor) {
        sections.values().forEach(section -> forEachOutside(section, visitor));
    }

    private <V extends Registered> void forEachOutside(
            ImportBatch<?, V> section, BiConsumer<ImportRecord, Reference> visitor) {
        for (ImportRecord entry : section.entries()) {
            for (Reference reference : section.registry().references(section.said(entry))) {
                ImportBatch<?, ?> target = sections.get(reference.collection());
                if (target == null || !target.holds(reference.key())) {
                    visitor.accept(entry, reference);
                }
            }
        }
    }
}
