package dev.sekisho.registry.batch;

import static java.util.Objects.requireNonNull;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.Reference;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Checks that whatever the entries refer to is among them or stored, and does not contradict them. */
final class ImportReferences {
    /** So many keys of a file are compared with one that is none. */
    private static final int COMPARED = 5_000;

    private final Map<CollectionName, ImportBatch<?, ?>> sections;
    private final CollectionRegistry registries;

    ImportReferences(Map<CollectionName, ImportBatch<?, ?>> sections, CollectionRegistry registries) {
        this.sections = sections;
        this.registries = registries;
    }

    void check(ImportErrors faults) {
        Map<CollectionName, Set<String>> stored = stored();
        Map<CollectionName, Map<String, List<Reference>>> named = named();
        var dangling = new ArrayList<Dangling>();
        forEach((entry, reference) -> {
            if (!isAmongThem(reference)
                    && !requireNonNull(stored.get(reference.collection())).contains(reference.key())) {
                dangling.add(new Dangling(entry.line(), reference));
            } else if (reference.common() != null) {
                var fault = reference.contradicted(
                        requireNonNull(named.get(reference.collection())).get(reference.key()));
                if (fault != null) {
                    faults.add(entry.line(), fault);
                }
            }
        });
        tell(dangling, faults);
    }

    private record Dangling(int line, Reference reference) {}

    /** What may have been meant is looked for only where it is listed: a file may be wrong in every line. */
    private void tell(List<Dangling> dangling, ImportErrors faults) {
        dangling.sort(Comparator.comparing(Dangling::line));
        for (int i = 0; i < dangling.size(); i++) {
            Dangling one = dangling.get(i);
            faults.add(
                    one.line,
                    CollectionRegistry.dangling(
                            one.reference, i < ImportErrors.LISTED ? beside(one.reference) : List.of()));
        }
    }

    private Collection<String> beside(Reference reference) {
        var beside = new LinkedHashSet<String>(registries.beside(reference));
        ImportBatch<?, ?> section = sections.get(reference.collection());
        if (section != null) {
            section.entries().stream().limit(COMPARED).map(ImportRecord::key).forEach(beside::add);
        }
        return beside;
    }

    /** By collection, which of the objects that are referred to and not among the entries are stored. */
    private Map<CollectionName, Set<String>> stored() {
        Map<CollectionName, Set<String>> asked = keys(reference -> !isAmongThem(reference));
        asked.replaceAll((collection, keys) ->
                registries.find(collection).orElseThrow().rows().existing(keys));
        return asked;
    }

    /** By collection and key, what those objects refer to with which an entry has a reference in common. */
    private Map<CollectionName, Map<String, List<Reference>>> named() {
        var named = new EnumMap<CollectionName, Map<String, List<Reference>>>(CollectionName.class);
        keys(reference -> reference.common() != null)
                .forEach((collection, keys) ->
                        named.put(collection, named(registries.find(collection).orElseThrow(), keys)));
        return named;
    }

    private <E extends RegisteredEntity, V extends Registered> Map<String, List<Reference>> named(
            Registry<E, V> registry, Set<String> keys) {
        var named = new HashMap<String, List<Reference>>();
        for (List<String> chunk : Chunks.of(List.copyOf(keys))) {
            registry.rows().all(chunk).forEach((key, row) -> named.put(key, registry.references(registry.view(row))));
            registry.rows().getEntityManager().clear();
        }
        ImportBatch<?, ?> section = sections.get(registry.collection());
        if (section != null) {
            keys.stream()
                    .filter(section::holds)
                    .forEach(key -> named.put(
                            key,
                            registry.references(
                                    registry.viewType().cast(section.entry(key).said()))));
        }
        return named;
    }

    private Map<CollectionName, Set<String>> keys(Predicate<Reference> wanted) {
        var keys = new EnumMap<CollectionName, Set<String>>(CollectionName.class);
        forEach((entry, reference) -> {
            if (wanted.test(reference)) {
                keys.computeIfAbsent(reference.collection(), any -> new HashSet<>())
                        .add(reference.key());
            }
        });
        return keys;
    }

    private boolean isAmongThem(Reference reference) {
        ImportBatch<?, ?> target = sections.get(reference.collection());
        return target != null && target.holds(reference.key());
    }

    private void forEach(BiConsumer<ImportRecord, Reference> visitor) {
        sections.values().forEach(section -> forEach(section, visitor));
    }

    private <V extends Registered> void forEach(
            ImportBatch<?, V> section, BiConsumer<ImportRecord, Reference> visitor) {
        for (ImportRecord entry : section.entries()) {
            section.registry().references(section.said(entry)).forEach(reference -> visitor.accept(entry, reference));
        }
    }
}
