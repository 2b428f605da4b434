package dev.sekisho.registry.batch;

import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.Lineage;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parents before children, over what is said now and what is stored. Takes time linear in the entries and their stored
 * ancestors, and no recursion, however long the line of parents is.
 */
final class ParentOrdering<E extends RegisteredEntity, V extends Registered> {
    private final ImportBatch<E, V> section;
    private final Map<String, @Nullable String> parents = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final List<ImportRecord> ordered = new ArrayList<>();
    private boolean circular;

    private ParentOrdering(ImportBatch<E, V> section) {
        this.section = section;
    }

    /** The entries of a section, every one after its parent; circles, and lines that are too long, are faults. */
    static <E extends RegisteredEntity, V extends Registered> List<ImportRecord> order(
            ImportBatch<E, V> section, ImportErrors faults) {
        var lineage = new ParentOrdering<>(section);
        section.entries()
                .forEach(entry ->
                        lineage.parents.put(entry.key(), section.registry().parent(section.said(entry))));
        lineage.addStoredAncestors();
        section.entries().forEach(entry -> lineage.settle(entry.key(), faults));
        if (!lineage.circular) {
            lineage.refuseLongLines(faults);
        }
        return lineage.ordered;
    }

    private void refuseLongLines(ImportErrors faults) {
        var said = new HashMap<String, @Nullable String>();
        section.entries().forEach(entry -> said.put(entry.key(), parents.get(entry.key())));
        Lineage.tooLong(section.registry(), said)
                .forEach(line -> faults.add(section.entry(line.of()).line(), line.fault()));
    }

    private void addStoredAncestors() {
        Set<String> wanted = unknown(parents.values());
        while (!wanted.isEmpty()) {
            var found = new HashMap<String, @Nullable String>();
            wanted.forEach(key -> found.put(key, null));
            for (List<String> chunk : Chunks.of(wanted)) {
                section.registry().rows().all(chunk).values().forEach(row -> found.put(row.id, parentOf(row)));
                section.registry().rows().getEntityManager().clear();
            }
            parents.putAll(found);
            wanted = unknown(found.values());
        }
    }

    private @Nullable String parentOf(E row) {
        return section.registry().parent(section.registry().view(row));
    }

    private Set<String> unknown(Iterable<@Nullable String> keys) {
        var unknown = new HashSet<String>();
        for (String key : keys) {
            if (key != null && !parents.containsKey(key)) {
                unknown.add(key);
            }
        }
        return unknown;
    }

    private void settle(String key, ImportErrors faults) {
        var climbed = new LinkedHashSet<String>();
        String at = key;
        while (at != null && !settled.contains(at) && climbed.add(at)) {
            at = parents.get(at);
        }
        var upwards = new ArrayList<>(climbed);
        if (at != null && !settled.contains(at)) {
            refuse(upwards.subList(upwards.indexOf(at), upwards.size()), at, faults);
        }
        for (int i = upwards.size() - 1; i >= 0; i--) {
            settled.add(upwards.get(i));
            if (section.holds(upwards.get(i))) {
                ordered.add(section.entry(upwards.get(i)));
            }
        }
    }

    private void refuse(List<String> circle, String through, ImportErrors faults) {
        circular = true;
        for (String member : circle) {
            if (section.holds(member)) {
                faults.add(section.entry(member).line(), "/parent", "closes a circle of parents through " + through);
            }
        }
    }
}
