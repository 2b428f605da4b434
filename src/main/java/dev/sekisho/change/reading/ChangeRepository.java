package dev.sekisho.change.reading;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.sekisho.change.ChangeId;
import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the log, in the transaction at hand. */
@ApplicationScoped
class ChangeRepository {
    private final EntityManager entities;

    ChangeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @param hidden a collection that is not shown */
    Page<ChangeEntity> page(ChangeFilter filter, ListQuery query, @Nullable String hidden) {
        Instant first = filter.first();
        Instant end = filter.end();
        return page(
                keyset().equal("collection", filter.collection())
                        .equal("key", filter.key())
                        .equal("actor", filter.actor())
                        .atLeast("id", first == null ? null : ChangeId.from(first))
                        .atLeast("at", first)
                        .below("id", end == null ? null : ChangeId.from(end.plusMillis(1)))
                        .below("at", end)
                        .other("collection", hidden)
                        .selected(
                                "tx",
                                "select t.tx from RevisionTxEntity t where t.revision = ",
                                filter.revision() == null
                                        ? null
                                        : filter.revision().longValue()),
                query);
    }

    Page<ChangeEntity> page(String collection, String key, ListQuery query) {
        return page(keyset().equal("collection", collection).equal("key", key), query);
    }

    private Keyset<ChangeEntity> keyset() {
        return new Keyset<>(entities, ChangeEntity.class, "id", UUID::fromString);
    }

    private static Page<ChangeEntity> page(Keyset<ChangeEntity> keyset, ListQuery query) {
        List<ChangeEntity> rows = keyset.rows(query, List.of(), none -> List.of());
        return query.page(rows, keyset.total(), row -> "", row -> row.id.toString());
    }

    private record Place(String part, long version) {}

    /** For each of some changes of one object and its parts, the one before it of the same. */
    Map<UUID, UUID> before(List<ChangeEntity> rows) {
        var before = new HashMap<UUID, UUID>();
        if (!rows.isEmpty()) {
            Map<Place, UUID> earlier = entities
                    .createQuery(
                            "from ChangeEntity e where e.collection = :collection and e.key = :key"
                                    + " and e.part in (:parts) and e.version in (:versions)",
                            ChangeEntity.class)
                    .setParameter("collection", rows.get(0).collection)
                    .setParameter("key", rows.get(0).key)
                    .setParameter("parts", rows.stream().map(row -> row.part).collect(toSet()))
                    .setParameter(
                            "versions",
                            rows.stream().map(row -> row.version - 1).collect(toSet()))
                    .getResultList()
                    .stream()
                    .collect(toMap(row -> new Place(row.part, row.version), row -> row.id));
            for (ChangeEntity row : rows) {
                UUID one = earlier.get(new Place(row.part, row.version - 1));
                if (one != null) {
                    before.put(row.id, one);
                }
            }
        }
        return before;
    }

    /** The bodies of changes, wherever they stand; none for a deletion. */
    Map<UUID, String> bodies(Collection<UUID> ids) {
        var bodies = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            List<?> rows = entities.createNativeQuery(
                            "select cast(c.id as varchar(36)), coalesce(c.body, b.body) from change_log c"
                                    + " left join change_body b on b.sha256 = c.body_sha256 where c.id in (:ids)")
                    .setParameter("ids", ids)
                    .getResultList();
            rows.forEach(row -> add((Object[]) row, bodies));
        }
        return bodies;
    }

    private static void add(Object[] row, Map<UUID, String> bodies) {
        if (row[1] != null) {
            bodies.put(UUID.fromString((String) row[0]), (String) row[1]);
        }
    }

    /** The revisions that tell of transactions; none of one that is not published. */
    Map<UUID, Long> revisions(Collection<UUID> transactions) {
        return transactions.isEmpty()
                ? Map.of()
                : entities
                        .createQuery("from RevisionTxEntity t where t.tx in (:transactions)", RevisionTxEntity.class)
                        .setParameter("transactions", transactions)
                        .getResultList()
                        .stream()
                        .collect(toMap(row -> row.tx, row -> row.revision));
    }

    /** What began and ended lives of an object, the latest first. */
    List<ChangeEntity> turns(String collection, String key, int most) {
        return entities.createQuery(
                        "from ChangeEntity e where e.collection = :collection and e.key = :key and e.part = ''"
                                + " and e.operation in (CREATED, SNAPSHOT, DELETED) order by e.version desc",
                        ChangeEntity.class)
                .setParameter("collection", collection)
                .setParameter("key", key)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether there is any change with this value of an attribute, and with another where that is asked for. */
    boolean any(String attribute, String value, @Nullable String collection) {
        var query = entities.createQuery(
                        "select e.id from ChangeEntity e where e." + attribute + " = :value"
                                + (collection == null ? "" : " and e.collection = :collection"),
                        UUID.class)
                .setParameter("value", value)
                .setMaxResults(1);
        if (collection != null) {
            query.setParameter("collection", collection);
        }
        return !query.getResultList().isEmpty();
    }
}
