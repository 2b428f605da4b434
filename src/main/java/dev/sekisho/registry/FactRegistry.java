package dev.sekisho.registry;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.risk.estate.Estate;

/** A collection each of whose rows stands for a fact. The fact is made of the row and of nothing that was told. */
public abstract class FactRegistry<E extends RegisteredEntity, V extends Registered> extends Registry<E, V> {
    protected FactRegistry(CollectionName collection, Class<V> viewType, RegistryRepository<E> rows) {
        super(collection, viewType, rows);
    }

    /** Adds the fact the row stands for. */
    public abstract void project(E row, Estate.Builder estate);

    /** Takes back the fact of a row that is gone. */
    public abstract void retract(String key, Estate.Builder estate);
}
