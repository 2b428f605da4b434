package dev.sekisho.matching.published;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole catalogue of one day. An id absent from a later one was withdrawn there. */
public record KevCatalogue(String version, @Nullable Instant released, List<KevEntry> entries) {
    public KevCatalogue {
        entries = List.copyOf(entries);
    }

    /** When it was released, to the day where it states no time; null where it states neither. */
    public @Nullable Instant dated() {
        return released == null ? Dates.instant(version.replace('.', '-')) : released;
    }
}
