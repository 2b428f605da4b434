package dev.sekisho.change;

import dev.sekisho.collection.CollectionName;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was written; fired inside the transaction, acted on after its commit. One event for one transaction: whoever
 * acts on it must never see half of what was written together.
 *
 * @param keys for each collection, the keys whose facts are to be read again
 * @param tx of the rows in the log; absent where nothing was changed but what is known anyway
 */
public record Changed(
        Map<CollectionName, Set<String>> keys, @Nullable UUID tx) {}
