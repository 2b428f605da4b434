package dev.sekisho.registry;

import dev.sekisho.web.Keyset;
import dev.sekisho.web.ListQuery;
import dev.sekisho.web.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the rows of one collection. */
public abstract class RegistryRepository<E extends RegisteredEntity> implements PanacheRepositoryBase<E, String> {
    private final Class<E> type;

    protected RegistryRepository(Class<E> type) {
        this.type = type;
    }

    Class<E> type() {
        return type;
    }

    Set<String> existing(Collection<String> keys) {
        return new HashSet<>(getEntityManager()
                .createQuery("select e.id from " + type.getSimpleName() + " e where e.id in (:keys)", String.class)
                .setParameter("keys", keys)
                .getResultList());
    }

    /** The rows after a key, in the order of keys: for reading everything without holding it. */
    public List<E> after(String key, int most) {
        return find("id > ?1 order by id", key).page(0, most).list();
    }

    public List<E> all(Collection<String> keys) {
        return list("id in ?1", keys);
    }

    Optional<E> byFoldedKey(String folded) {
        return find("keyFolded", folded).firstResultOptional();
    }

    /** Keys of the rows whose attribute refers to a key, the first few. */
    List<String> referringBy(String attribute, String key, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.id from " + type.getSimpleName() + " e where e." + attribute + " = :key order by e.id",
                        String.class)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    /** One row more than the page holds. */
    List<E> page(ListQuery query, Map<String, Object> filters) {
        String attribute = attribute(query.order().field());
        return keyset(filters)
                .rows(query, attribute, text -> attribute.equals("updatedAt") ? Instant.parse(text) : text);
    }

    Page.Total total(Map<String, Object> filters) {
        return keyset(filters).total();
    }

    private Keyset<E> keyset(Map<String, Object> filters) {
        var keyset = new Keyset<>(getEntityManager(), type, "id");
        filters.forEach((name, value) -> keyset.where("e." + name + " = :" + name, name, value));
        return keyset;
    }

    static String attribute(String field) {
        return field.equals("key") ? "id" : field;
    }
}
