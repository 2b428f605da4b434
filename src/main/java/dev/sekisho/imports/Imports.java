package dev.sekisho.imports;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.memory.Capacity;
import dev.sekisho.registry.batch.Bulk;
import dev.sekisho.registry.batch.ImportCounts;
import dev.sekisho.registry.batch.ImportRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Carries out one import, from the lines to the rows. */
@ApplicationScoped
public class Imports {
    private final LineReader reader;
    private final Bulk bulk;
    private final Capacity capacity;

    Imports(LineReader reader, Bulk bulk, Capacity capacity) {
        this.reader = reader;
        this.bulk = bulk;
        this.capacity = capacity;
    }

    /**
     * Imports everything or nothing.
     *
     * @param progress told how many objects are done
     * @param last done in the transaction that writes, when everything else is
     */
    ImportSummary run(ImportFile spool, boolean dryRun, IntConsumer progress, Consumer<ImportSummary> last) {
        List<ImportRecord> entries = reader.read(spool, progress);
        Map<CollectionName, ImportCounts> tallies = bulk.write(entries, dryRun, progress, done -> {
            ImportSummary summary = ImportSummary.of(done, entries.size(), dryRun);
            if (summary.created() > 0) {
                capacity.check(dryRun ? summary.created() : 0);
            }
            last.accept(summary);
        });
        return ImportSummary.of(tallies, entries.size(), dryRun);
    }

    /** Imports all lines of a text or, where anything is wrong with one, nothing. */
    public void run(InputStream ndjson) {
        try (ImportFile spool = ImportFile.of(ndjson)) {
            run(spool, false, done -> {}, summary -> {});
        }
    }
}
