package dev.sekisho.matching.published;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a record was published and changed, by its source's own word.
 *
 * @param withdrawn rejected or withdrawn by its source: kept, but no longer evidence
 */
public record Issued(@Nullable Instant published, @Nullable Instant modified, boolean withdrawn) {
    public static final Issued UNDATED = new Issued(null, null, false);
}
