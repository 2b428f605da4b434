package dev.sekisho.registry.batch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many objects a bulk write created, changed and left as they were. */
@Schema(name = "ImportTally", description = "How many objects were created, updated and left as they were.")
public record Tally(int created, int updated, int unchanged) {
    static final Tally NONE = new Tally(0, 0, 0);
    static final Tally CREATED = new Tally(1, 0, 0);
    static final Tally UPDATED = new Tally(0, 1, 0);
    static final Tally UNCHANGED = new Tally(0, 0, 1);

    public Tally plus(Tally other) {
        return new Tally(created + other.created, updated + other.updated, unchanged + other.unchanged);
    }
}
