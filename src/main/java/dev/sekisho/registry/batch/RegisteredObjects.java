package dev.sekisho.registry.batch;

import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.EntityWriter;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** All that callers said of registered objects. */
@ApplicationScoped
class RegisteredObjects implements Existing {
    private final CollectionRegistry registries;

    RegisteredObjects(CollectionRegistry registries) {
        this.registries = registries;
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        registries.referencedFirst().forEach(registry -> each(registry, taker));
    }

    private static <E extends RegisteredEntity, V extends Registered> void each(
            Registry<E, V> registry, Consumer<Snapshot> taker) {
        registry.rows().each(row -> EntityWriter.snapshot(registry, row).ifPresent(taker));
    }
}
