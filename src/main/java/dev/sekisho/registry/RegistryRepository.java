package dev.sekisho.registry;

import dev.sekisho.web.ListQuery;
import dev.sekisho.web.Page;
import dev.sekisho.web.ProblemException;
import dev.sekisho.web.ProblemType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of one collection. */
public abstract class RegistryRepository<E extends RegisteredEntity> implements PanacheRepositoryBase<E, String> {
    /** Counting stops here, so that a total never costs more than a page. */
    private static final int COUNTED = 10_000;

    private final Class<E> type;

    protected RegistryRepository(Class<E> type) {
        this.type = type;
    }

    Class<E> type() {
        return type;
    }

    /** Which of these keys are taken; any number may be asked for. */
    Set<String> existing(Collection<String> keys) {
        return keysWhere("id", keys);
    }

    /** The keys that are the same as one of these but for their case. */
    Set<String> keysFolding(Collection<String> folded) {
        return keysWhere("keyFolded", folded);
    }

    private Set<String> keysWhere(String attribute, Collection<String> values) {
        var keys = new HashSet<String>();
        for (List<String> chunk : Chunks.of(values)) {
            keys.addAll(getEntityManager()
                    .createQuery(
                            "select e.id from " + type.getSimpleName() + " e where e." + attribute + " in (:values)",
                            String.class)
                    .setParameter("values", chunk)
                    .getResultList());
        }
        return keys;
    }

    /** The rows after a key, in the order of keys: for reading everything without holding it. */
    public List<E> after(String key, int most) {
        return find("id > ?1 order by id", key).page(0, most).list();
    }

    /** The rows of these keys, as many as exist; any number may be asked for. */
    public List<E> all(Collection<String> keys) {
        var rows = new ArrayList<E>();
        Chunks.of(keys).forEach(chunk -> rows.addAll(list("id in ?1", chunk)));
        return rows;
    }

    Optional<E> byFoldedKey(String folded) {
        return find("keyFolded", folded).firstResultOptional();
    }

    /** Keys of the rows whose attribute refers to a key, the first few. */
    List<String> referringBy(String attribute, String key, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.id from " + type.getSimpleName() + " e where e." + attribute
                                + " = :key order by e.id",
                        String.class)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    /** One row more than the page holds, so that the reader knows whether there is a next page. */
    List<E> page(ListQuery query, Map<String, Object> filters) {
        String field = attribute(query.order().field());
        String direction = query.order().descending() ? " desc" : " asc";
        var where = conditions(filters);
        ListQuery.After after = query.after();
        if (after != null) {
            String beyond = query.order().descending() ? "<" : ">";
            where.add("(e." + field + " " + beyond + " :after or (e." + field + " = :after and e.id " + beyond
                    + " :key))");
        }
        TypedQuery<E> rows = getEntityManager()
                .createQuery(
                        "from " + type.getSimpleName() + " e" + clause(where) + " order by e." + field + direction
                                + ", e.id" + direction,
                        type)
                .setMaxResults(query.limit() + 1);
        filters.forEach(rows::setParameter);
        if (after != null) {
            rows.setParameter("after", value(field, after.value())).setParameter("key", after.key());
        }
        return rows.getResultList();
    }

    Page.Total total(Map<String, Object> filters) {
        TypedQuery<Long> count = getEntityManager()
                .createQuery(
                        "select count(*) from (select e.id as id from " + type.getSimpleName() + " e"
                                + clause(conditions(filters)) + " order by e.id limit " + (COUNTED + 1) + ") counted",
                        Long.class);
        filters.forEach(count::setParameter);
        long counted = count.getSingleResult();
        return new Page.Total(Math.min(counted, COUNTED), counted <= COUNTED);
    }

    private static List<String> conditions(Map<String, Object> filters) {
        return filters.keySet().stream()
                .map(name -> "e." + name + " = :" + name)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String clause(List<String> where) {
        return where.isEmpty() ? "" : " where " + String.join(" and ", where);
    }

    static String attribute(String field) {
        return field.equals("key") ? "id" : field;
    }

    private static Object value(String attribute, @Nullable String text) {
        if (text == null) {
            throw ProblemException.at(ProblemType.INVALID, "pageToken", "pageToken is not one given for this list.");
        }
        return attribute.equals("updatedAt") ? Instant.parse(text) : text;
    }
}
