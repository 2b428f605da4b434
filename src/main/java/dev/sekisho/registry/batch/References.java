package dev.sekisho.registry.batch;

import static java.util.Objects.requireNonNull;

import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.Registries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks that whatever the entries refer to is among them or stored. */
final class References {
    private final Map<String, Section<?, ?>> sections;
    private final Registries registries;

    References(Map<String, Section<?, ?>> sections, Registries registries) {
        this.sections = sections;
        this.registries = registries;
    }

    void check(Faults faults) {
        Map<String, Set<String>> stored = stored();
        forEachOutside((entry, reference) -> {
            if (!requireNonNull(stored.get(reference.collection())).contains(reference.key())) {
                faults.add(entry.line(), Registries.dangling(reference));
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
    private void forEachOutside(BiConsumer<Entry, Reference> visitor) {
        sections.values().forEach(section -> forEachOutside(section, visitor));
    }

    private <V extends Registered> void forEachOutside(Section<?, V> section, BiConsumer<Entry, Reference> visitor) {
        for (Entry entry : section.entries()) {
            for (Reference reference : section.registry().references(section.said(entry))) {
                Section<?, ?> target = sections.get(reference.collection());
                if (target == null || !target.holds(reference.key())) {
                    visitor.accept(entry, reference);
                }
            }
        }
    }
}
