package dev.sekisho.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FetchRepository implements PanacheRepositoryBase<FetchEntity, String> {}
