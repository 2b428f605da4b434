package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import java.util.Map;
import java.util.Set;

/**
 * Registered objects were written; fired inside the transaction, acted on after its commit. One event for one
 * transaction: whoever acts on it must never see half of what was written together.
 *
 * @param keys for each collection, the keys that were written or deleted
 */
public record Changed(Map<CollectionName, Set<String>> keys) {
    public Changed(CollectionName collection, Set<String> keys) {
        this(Map.of(collection, keys));
    }
}
