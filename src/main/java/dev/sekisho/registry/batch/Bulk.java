package dev.sekisho.registry.batch;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.EntityWriter;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Writes many objects of any collections in one transaction: all of them or none. */
@ApplicationScoped
public class Bulk {
    private final CollectionRegistry registries;
    private final EntityWriter writer;
    private final Writes writes;

    Bulk(CollectionRegistry registries, EntityWriter writer, Writes writes) {
        this.registries = registries;
        this.writer = writer;
        this.writes = writes;
    }

    /**
     * Writes the entries; those that are stored just so are left alone.
     *
     * @param dryRun check and count only
     * @param progress told after every chunk how many entries are done
     * @param last done within the same transaction, once everything is written
     * @throws ProblemException IMPOSSIBLE with a line for everything that cannot be true
     */
    public Map<CollectionName, ImportCounts> write(
            List<ImportRecord> entries,
            boolean dryRun,
            IntConsumer progress,
            Consumer<Map<CollectionName, ImportCounts>> last) {
        return writes.atLength(() -> {
            Map<CollectionName, ImportCounts> tallies = new Attempt(dryRun, progress).write(entries);
            last.accept(tallies);
            return tallies;
        });
    }

    /** One try, in one transaction. */
    private final class Attempt {
        private final boolean dryRun;
        private final IntConsumer progress;
        private final ImportErrors faults = new ImportErrors();
        private int done;

        Attempt(boolean dryRun, IntConsumer progress) {
            this.dryRun = dryRun;
            this.progress = progress;
        }

        Map<CollectionName, ImportCounts> write(List<ImportRecord> entries) {
            Map<CollectionName, ImportBatch<?, ?>> sections = ImportBatch.of(entries, registries, faults);
            new ImportReferences(sections, registries).check(faults);
            var tallies = new EnumMap<CollectionName, ImportCounts>(CollectionName.class);
            sections.forEach((collection, section) -> tallies.put(collection, write(section)));
            faults.refuse(ProblemType.IMPOSSIBLE);
            return tallies;
        }

        private <E extends RegisteredEntity, V extends Registered> ImportCounts write(ImportBatch<E, V> section) {
            ImportCounts tally = ImportCounts.NONE;
            for (List<ImportRecord> chunk : Chunks.of(ParentOrdering.order(section, faults))) {
                Map<String, E> stored = section.rows(chunk);
                for (ImportRecord entry : chunk) {
                    tally = tally.plus(put(section, entry, stored));
                }
                finish(section, chunk.size());
            }
            return tally;
        }

        /** Once something is wrong the rest is only checked: none of it would stay. */
        private <E extends RegisteredEntity, V extends Registered> ImportCounts put(
                ImportBatch<E, V> section, ImportRecord entry, Map<String, E> stored) {
            Registry<E, V> registry = section.registry();
            V said = section.said(entry);
            E row = stored.get(entry.key());
            registries.impossible(registry, said, row).forEach(fault -> faults.add(entry.line(), fault));
            if (row != null && !writer.differs(registry, said, row)) {
                return ImportCounts.UNCHANGED;
            }
            if (!dryRun && faults.none()) {
                writer.write(registry, said, row == null ? writer.blank(registry, entry.key()) : row, row == null);
            }
            return row == null ? ImportCounts.CREATED : ImportCounts.UPDATED;
        }

        /** Rows that are written are let go, so that memory and the search for changes do not grow with the file. */
        private void finish(ImportBatch<?, ?> section, int size) {
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
