package dev.sekisho.registry.batch;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Registered;
import java.util.Objects;

/**
 * One object of many that are written together.
 *
 * @param line where the caller said it, 1-based
 * @param collection where it belongs
 * @param said the object, with its key
 */
public record ImportRecord(int line, CollectionName collection, Registered said) {
    public ImportRecord {
        Objects.requireNonNull(said.key());
    }

    public String key() {
        return Objects.requireNonNull(said.key());
    }
}
