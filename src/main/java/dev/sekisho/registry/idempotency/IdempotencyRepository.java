package dev.sekisho.registry.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class IdempotencyRepository implements PanacheRepositoryBase<IdempotencyEntity, String> {}
