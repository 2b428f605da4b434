package dev.sekisho.advisory;

import dev.sekisho.registry.Chunks;
import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

@Singleton
class AdvisoryRepository extends RegistryRepository<AdvisoryEntity> {
    AdvisoryRepository() {
        super(AdvisoryEntity.class);
    }

    /** Whether one has this as its key or CVE id, both folded. */
    /** Those that advisories are about which have one of these keys, or a name as their key or CVE id. */
    SortedSet<String> vulnerabilities(String folded, Set<String> keys) {
        return new TreeSet<>(getEntityManager()
                .createQuery(
                        "select e.vulnerability from AdvisoryEntity e"
                                + " where e.keyFolded = :key or e.cve = :cve or e.id in :keys",
                        String.class)
                .setParameter("key", folded)
                .setParameter("cve", folded.toUpperCase(Locale.ROOT))
                .setParameter("keys", keys)
                .getResultList());
    }

    Optional<AdvisoryRegistry.Own> own() {
        Object[] found = getEntityManager()
                .createQuery(
                        "select count(*), max(e.ownAt) from AdvisoryEntity e where e.own is not null", Object[].class)
                .getSingleResult();
        return Optional.ofNullable((Instant) found[1])
                .map(latest -> new AdvisoryRegistry.Own(((Number) found[0]).intValue(), latest));
    }

    /** CVE ids among which is what may have been meant by one that nothing is about: the next ones on both sides. */
    Set<String> cvesBeside(String cve) {
        var beside = new LinkedHashSet<String>();
        beside.addAll(cves("e.cve >= :cve order by e.cve", cve));
        beside.addAll(cves("e.cve < :cve order by e.cve desc", cve));
        return beside;
    }

    private List<String> cves(String where, String cve) {
        return getEntityManager()
                .createQuery("select e.cve from AdvisoryEntity e where " + where, String.class)
                .setParameter("cve", cve)
                .setMaxResults(Chunks.SIZE)
                .getResultList();
    }

    /** What persons wrote, after a key and in the order of keys. */
    List<AdvisoryEntity> ownAfter(String key, int most) {
        return find("own is not null and id > ?1 order by id", key)
                .page(0, most)
                .list();
    }

    /** What an earlier version stored and persons have written into, see {@link AdvisoryUpgrade}. */
    List<AdvisoryEntity> unparted(int most) {
        return find("own is null and (statements is null or affected is not null or fix is not null"
                        + " or knownOn is not null) order by id")
                .page(0, most)
                .list();
    }

    /** Products are named inside a JSON column, which no foreign key guards. */
    @Override
    @SuppressWarnings("unchecked")
    protected List<String> referringBy(String attribute, String key, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select object_key from advisory where affected like :named escape '!' order by object_key")
                .setParameter("named", "%\"product\":\"" + key.replace("_", "!_") + "\"%")
                .setMaxResults(most)
                .getResultList();
    }
}
