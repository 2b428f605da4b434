package dev.sekisho.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedRepository implements PanacheRepositoryBase<FeedEntity, String> {}
