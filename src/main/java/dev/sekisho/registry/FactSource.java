package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import java.util.Map;
import java.util.Set;

/**
 * What facts are made of beside the rows of the objects themselves. The assessment has it read, in its transaction, before
 * it makes the facts of those objects; nobody else does.
 */
public interface FactSource {
    /** Reads everything anew. */
    void readAll();

    /**
     * Reads again what belongs to these objects.
     *
     * @param changed for each collection, the keys that were written or deleted
     */
    void readAgain(Map<CollectionName, Set<String>> changed);
}
