package dev.sekisho.registry;

import java.util.Collection;

/** The keys of one collection. */
record CollectionKeys(Registry<?, ?> registry) implements Referable {
    @Override
    public String name() {
        return registry.collection().path();
    }

    @Override
    public String singular() {
        return registry.collection().singular();
    }

    @Override
    public boolean holds(String value) {
        return registry.rows().findById(value) != null;
    }

    @Override
    public Collection<String> beside(String value) {
        return registry.rows().keysBeside(EntityWriter.fold(value));
    }
}
