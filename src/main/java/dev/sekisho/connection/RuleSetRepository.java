package dev.sekisho.connection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RuleSetRepository implements PanacheRepositoryBase<RuleSetEntity, RuleSetEntity.Id> {
    List<RuleSetEntity> allCurrent() {
        return list("current", true);
    }

    Optional<RuleSetEntity> current(LinkKind kind, String link) {
        return find("current = true and id.linkKind = ?1 and id.linkKey = ?2", kind, link)
                .firstResultOptional();
    }

    List<RuleSetEntity> newestFirst(LinkKind kind, String link) {
        return list("id.linkKind = ?1 and id.linkKey = ?2 order by id.revision desc", kind, link);
    }

    void forget(LinkKind kind, String link) {
        delete("id.linkKind = ?1 and id.linkKey = ?2", kind, link);
    }
}
