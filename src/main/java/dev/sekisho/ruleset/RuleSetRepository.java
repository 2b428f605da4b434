package dev.sekisho.ruleset;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class RuleSetRepository implements PanacheRepositoryBase<RuleSetEntity, RuleSetEntity.Id> {
    private static final String AT = "id.linkKind = ?1 and id.linkKey = ?2 and id.place = ?3";

    /** Those the core reads: in force or approved. */
    List<RuleSetEntity> allThatCount() {
        return list("current = true or approved = true");
    }

    /** Those of some links that the core reads. */
    List<RuleSetEntity> thatCount(LinkKind kind, List<String> links) {
        return list("(current = true or approved = true) and id.linkKind = ?1 and id.linkKey in ?2", kind, links);
    }

    /** What is in force at a link, in the order of the way. */
    List<RuleSets.Standing> standing(LinkKind kind, String link) {
        return getEntityManager()
                .createQuery(
                        "select new dev.sekisho.ruleset.RuleSets$Standing(r.id.place, r.id.revision, r.storedAt)"
                                + " from RuleSetEntity r where r.current = true and r.id.linkKind = :kind"
                                + " and r.id.linkKey = :link order by r.id.place",
                        RuleSets.Standing.class)
                .setParameter("kind", kind)
                .setParameter("link", link)
                .getResultList();
    }

    /** Those in force at a link, in the order of the way. */
    List<RuleSetEntity> current(LinkKind kind, String link) {
        return list("current = true and id.linkKind = ?1 and id.linkKey = ?2 order by id.place", kind, link);
    }

    /** Those in force that are read from the configuration of a device, in a fixed order. */
    List<RuleSetEntity> naming(String device) {
        return list("current = true and device = ?1 order by id.linkKind, id.linkKey, id.place", device);
    }

    /** How many places name each of some devices; none of those that no place names. */
    Map<String, Long> naming(Collection<String> devices) {
        return getEntityManager()
                .createQuery(
                        "select r.device, count(*) from RuleSetEntity r where r.current = true and r.device in (:devices)"
                                + " group by r.device",
                        Object[].class)
                .setParameter("devices", devices)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    Optional<RuleSetEntity> current(RuleSets.Place at) {
        return find("current = true and " + AT, at.kind(), at.link(), at.position())
                .firstResultOptional();
    }

    Optional<RuleSetEntity> approved(RuleSets.Place at) {
        return find("approved = true and " + AT, at.kind(), at.link(), at.position())
                .firstResultOptional();
    }

    Optional<RuleSetEntity> revision(RuleSets.Place at, int revision) {
        return findByIdOptional(new RuleSetEntity.Id(at.kind(), at.link(), at.position(), revision));
    }

    /** The number of the newest revision; 0 when there is none. */
    int newest(RuleSets.Place at) {
        return getEntityManager()
                .createQuery(
                        "select r.id.revision from RuleSetEntity r where r.id.linkKind = :kind and r.id.linkKey = :link"
                                + " and r.id.place = :place order by r.id.revision desc",
                        Integer.class)
                .setParameter("kind", at.kind())
                .setParameter("link", at.link())
                .setParameter("place", at.position())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    List<RuleSetEntity> newestFirst(RuleSets.Place at) {
        return list(AT + " order by id.revision desc", at.kind(), at.link(), at.position());
    }

    void forget(LinkKind kind, String link) {
        delete("id.linkKind = ?1 and id.linkKey = ?2", kind, link);
    }
}
