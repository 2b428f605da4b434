package dev.sekisho.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class IdempotencyRepository implements PanacheRepositoryBase<IdempotencyEntity, String> {}
