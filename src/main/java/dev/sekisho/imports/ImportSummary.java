package dev.sekisho.imports;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.batch.ImportCounts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or would do. */
@Schema(name = "ImportSummary", description = "What an import did, or would do.")
record ImportSummary(
        @Schema(description = "How many lines held an object.", examples = "3")
        int lines,

        @Schema(description = "How many objects are new.", examples = "2")
        int created,

        @Schema(description = "How many objects were there and now say something else.", examples = "0")
        int updated,

        @Schema(description = "Stored just so before; not written.", examples = "1")
        int unchanged,

        @Schema(description = "True where nothing was written.")
        boolean dryRun,

        @Schema(description = "The same numbers for every collection in the file.")
        Map<String, ImportCounts> byCollection) {

    static ImportSummary of(Map<CollectionName, ImportCounts> counts, int lines, boolean dryRun) {
        ImportCounts all = counts.values().stream().reduce(new ImportCounts(0, 0, 0), ImportCounts::plus);
        var byCollection = new LinkedHashMap<String, ImportCounts>();
        counts.forEach((collection, some) -> byCollection.put(collection.path(), some));
        return new ImportSummary(lines, all.created(), all.updated(), all.unchanged(), dryRun, byCollection);
    }
}
