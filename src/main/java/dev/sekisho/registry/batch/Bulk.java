package dev.sekisho.registry.batch;

import dev.sekisho.registry.Changed;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registries;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.Scribe;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Writes many objects of any collections in one transaction: all of them or none. */
@ApplicationScoped
public class Bulk {
    private final Registries registries;
    private final Scribe scribe;
    private final Writes writes;
    private final Event<Changed> changes;

    Bulk(Registries registries, Scribe scribe, Writes writes, Event<Changed> changes) {
        this.registries = registries;
        this.scribe = scribe;
        this.writes = writes;
        this.changes = changes;
    }

    /**
     * Writes the entries; those that are stored just so are left alone.
     *
     * @param dryRun check and count only
     * @param progress told after every chunk how many entries are done
     * @param last done within the same transaction, once everything is written
     * @throws ProblemException IMPOSSIBLE with a line for everything that cannot be true
     */
    public Map<String, Tally> write(
            List<Entry> entries, boolean dryRun, IntConsumer progress, Consumer<Map<String, Tally>> last) {
        return writes.atLength(() -> {
            Map<String, Tally> tallies = new Attempt(dryRun, progress).write(entries);
            last.accept(tallies);
            return tallies;
        });
    }

    /** One try, in one transaction. */
    private final class Attempt {
        private final boolean dryRun;
        private final IntConsumer progress;
        private final Faults faults = new Faults();
        private int done;

        Attempt(boolean dryRun, IntConsumer progress) {
            this.dryRun = dryRun;
            this.progress = progress;
        }

        Map<String, Tally> write(List<Entry> entries) {
            Map<String, Section<?, ?>> sections = Section.of(entries, registries, faults);
            new References(sections, registries).check(faults);
            var tallies = new TreeMap<String, Tally>();
            var changed = new HashMap<String, Set<String>>();
            sections.forEach((collection, section) -> {
                var keys = new HashSet<String>();
                tallies.put(collection, write(section, keys));
                if (!keys.isEmpty()) {
                    changed.put(collection, keys);
                }
            });
            faults.refuse(ProblemType.IMPOSSIBLE);
            if (!changed.isEmpty()) {
                changes.fire(new Changed(changed));
            }
            return tallies;
        }

        private <E extends RegisteredEntity, V extends Registered> Tally write(
                Section<E, V> section, Set<String> changed) {
            Tally tally = Tally.NONE;
            for (List<Entry> chunk : Chunks.of(Lineage.order(section, faults))) {
                Map<String, E> stored = section.rows(chunk);
                for (Entry entry : chunk) {
                    Tally one = put(section, entry, stored);
                    tally = tally.plus(one);
                    if (one != Tally.UNCHANGED) {
                        changed.add(entry.key());
                    }
                }
                finish(section, chunk.size());
            }
            return tally;
        }

        /** Once something is wrong the rest is only checked: none of it would stay. */
        private <E extends RegisteredEntity, V extends Registered> Tally put(
                Section<E, V> section, Entry entry, Map<String, E> stored) {
            Registry<E, V> registry = section.registry();
            V said = section.said(entry);
            E row = stored.get(entry.key());
            registry.impossible(said, row).forEach(fault -> faults.add(entry.line(), fault));
            if (row != null && !scribe.differs(registry, said, row)) {
                return Tally.UNCHANGED;
            }
            if (!dryRun && faults.none()) {
                scribe.write(registry, said, row == null ? scribe.blank(registry, entry.key()) : row, row == null);
            }
            return row == null ? Tally.CREATED : Tally.UPDATED;
        }

        /** Rows that are written are let go, so that memory and the search for changes do not grow with the file. */
        private void finish(Section<?, ?> section, int size) {
            var entityManager = section.registry().rows().getEntityManager();
            if (!dryRun && faults.none()) {
                entityManager.flush();
            }
            entityManager.clear();
            done += size;
            progress.accept(done);
        }
    }
}
