package dev.sekisho.registry;

import dev.sekisho.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A collection whose objects are created from their own representation. */
public abstract class CreatingResource<E extends RegisteredEntity, V extends Registered>
        extends RegistryResource<E, V> {
    private final Registry<E, V> registry;
    private final CollectionService collections;

    protected CreatingResource(Registry<E, V> registry, CollectionService collections) {
        super(registry, collections);
        this.registry = registry;
        this.collections = collections;
    }

    @POST
    @RolesAllowed(Role.EDIT)
    public Response create(@Valid @NotNull V body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return collections.create(registry, body, idempotencyKey);
    }
}
