package dev.sekisho.registry.batch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many objects a bulk write created, changed and left as they were. */
@Schema(name = "ImportTally", description = "How many objects were created, updated and left as they were.")
public record ImportCounts(
        @Schema(description = "How many objects are new.") int created,

        @Schema(description = "How many objects were there and now say something else.")
        int updated,

        @Schema(description = "How many objects were there and said the same.")
        int unchanged) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0);
    static final ImportCounts CREATED = new ImportCounts(1, 0, 0);
    static final ImportCounts UPDATED = new ImportCounts(0, 1, 0);
    static final ImportCounts UNCHANGED = new ImportCounts(0, 0, 1);

    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(created + other.created, updated + other.updated, unchanged + other.unchanged);
    }
}
