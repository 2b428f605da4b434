package dev.sekisho.registry;

import dev.sekisho.web.json.Times;
import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of one collection. */
public abstract class RegistryRepository<E extends RegisteredEntity> implements PanacheRepositoryBase<E, String> {
    /** So many keys are compared at most, for whoever named none of them. */
    private static final int BESIDE = 5_000;

    private final Class<E> type;

    protected RegistryRepository(Class<E> type) {
        this.type = type;
    }

    Class<E> type() {
        return type;
    }

    /** Which of these keys are taken; any number may be asked for. */
    public Set<String> existing(Collection<String> keys) {
        return keysWhere("id", keys);
    }

    /** Takes all rows in the order of their keys, holding no more of them than a chunk. */
    public void each(Consumer<E> taker) {
        String last = "";
        List<E> rows;
        do {
            rows = find("id > ?1 order by id", last).page(0, Chunks.SIZE).list();
            rows.forEach(taker);
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).id;
            getEntityManager().clear();
        } while (rows.size() == Chunks.SIZE);
    }

    /**
     * Takes the rows of these keys, any number of them, holding no more than a chunk.
     *
     * @return the keys that have no row
     */
    public Set<String> each(Collection<String> keys, Consumer<E> taker) {
        var missing = new HashSet<>(keys);
        for (List<String> chunk : Chunks.of(keys)) {
            Map<String, E> rows = all(chunk);
            rows.values().forEach(taker);
            missing.removeAll(rows.keySet());
            getEntityManager().clear();
        }
        return missing;
    }

    /** The keys that are the same as one of these but for their case. */
    public Set<String> keysFolding(Collection<String> folded) {
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

    /** The rows of these keys, no more of them than one chunk. */
    public Map<String, E> all(Collection<String> keys) {
        var rows = new HashMap<String, E>();
        if (!keys.isEmpty()) {
            list("id in ?1", keys).forEach(row -> rows.put(row.id, row));
        }
        return rows;
    }

    /** Keys among which is what may have been meant by one that is none: those next to it in order, and the first ones. */
    public Set<String> keysBeside(String folded) {
        String keys = "select e.id from " + type.getSimpleName() + " e ";
        var beside = new LinkedHashSet<String>();
        beside.addAll(some(keys + "where e.keyFolded >= :folded order by e.keyFolded", folded));
        beside.addAll(some(keys + "where e.keyFolded < :folded order by e.keyFolded desc", folded));
        beside.addAll(getEntityManager()
                .createQuery(keys + "order by e.keyFolded", String.class)
                .setMaxResults(BESIDE)
                .getResultList());
        return beside;
    }

    private List<String> some(String query, String folded) {
        return getEntityManager()
                .createQuery(query, String.class)
                .setParameter("folded", folded)
                .setMaxResults(Chunks.SIZE)
                .getResultList();
    }

    Optional<E> byFoldedKey(String folded) {
        return find("keyFolded", folded).firstResultOptional();
    }

    /** Keys of the rows whose attribute refers to a key, the first few. */
    protected List<String> referringBy(String attribute, String key, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.id from " + type.getSimpleName() + " e where e." + attribute
                                + " = :key order by e.id",
                        String.class)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    /** The parents of rows, by the keys of those that there are; any number may be asked for. */
    Map<String, @Nullable String> parents(Collection<String> keys) {
        return parentsWhere("id", keys);
    }

    /** The parents of the rows whose parent is one of these, by their keys. */
    Map<String, @Nullable String> children(Collection<String> parents) {
        return parentsWhere("parent", parents);
    }

    private Map<String, @Nullable String> parentsWhere(String attribute, Collection<String> values) {
        var parents = new HashMap<String, @Nullable String>();
        for (List<String> chunk : Chunks.of(values)) {
            getEntityManager()
                    .createQuery(
                            "select e.id, e.parent from " + type.getSimpleName() + " e where e." + attribute
                                    + " in (:values)",
                            Object[].class)
                    .setParameter("values", chunk)
                    .getResultList()
                    .forEach(row -> parents.put((String) row[0], (String) row[1]));
        }
        return parents;
    }

    /** One row more than the page holds. */
    List<E> page(ListQuery query) {
        String attribute = attribute(query.order().field());
        return keyset(query).rows(query, attribute, text -> attribute.equals("updatedAt") ? Times.instant(text) : text);
    }

    Page.Total total(ListQuery query) {
        return keyset(query).total();
    }

    private Keyset<E> keyset(ListQuery query) {
        var keyset = new Keyset<>(getEntityManager(), type, "id");
        query.filters().forEach((name, value) -> keyset.equal(attribute(name), value));
        return keyset.called(query.text(), "id", "name", "nameFolded");
    }

    /** The attribute a list is filtered or sorted by, under the name callers know it by. */
    protected String attribute(String field) {
        return field.equals("key") ? "id" : field;
    }
}
