package dev.sekisho.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RuleSetRepository implements PanacheRepositoryBase<RuleSetEntity, RuleSetEntity.Id> {
    /** Those the core reads: in force or approved. */
    List<RuleSetEntity> allThatCount() {
        return list("current = true or approved = true");
    }

    /** Those of some links that the core reads. */
    List<RuleSetEntity> thatCount(LinkKind kind, List<String> links) {
        return list("(current = true or approved = true) and id.linkKind = ?1 and id.linkKey in ?2", kind, links);
    }

    Optional<RuleSets.Standing> standing(LinkKind kind, String link) {
        return getEntityManager()
                .createQuery(
                        "select new dev.sekisho.ruleset.RuleSets$Standing(r.id.revision, r.storedAt) from RuleSetEntity r"
                                + " where r.current = true and r.id.linkKind = :kind and r.id.linkKey = :link",
                        RuleSets.Standing.class)
                .setParameter("kind", kind)
                .setParameter("link", link)
                .getResultStream()
                .findFirst();
    }

    Optional<RuleSetEntity> current(LinkKind kind, String link) {
        return find("current = true and id.linkKind = ?1 and id.linkKey = ?2", kind, link)
                .firstResultOptional();
    }

    Optional<RuleSetEntity> approved(LinkKind kind, String link) {
        return find("approved = true and id.linkKind = ?1 and id.linkKey = ?2", kind, link)
                .firstResultOptional();
    }

    Optional<RuleSetEntity> revision(LinkKind kind, String link, int revision) {
        return findByIdOptional(new RuleSetEntity.Id(kind, link, revision));
    }

    /** The number of the newest revision; 0 when there is none. */
    int newest(LinkKind kind, String link) {
        return getEntityManager()
                .createQuery(
                        "select r.id.revision from RuleSetEntity r"
                                + " where r.id.linkKind = :kind and r.id.linkKey = :link order by r.id.revision desc",
                        Integer.class)
                .setParameter("kind", kind)
                .setParameter("link", link)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    List<RuleSetEntity> newestFirst(LinkKind kind, String link) {
        return list("id.linkKind = ?1 and id.linkKey = ?2 order by id.revision desc", kind, link);
    }

    void forget(LinkKind kind, String link) {
        delete("id.linkKind = ?1 and id.linkKey = ?2", kind, link);
    }
}
