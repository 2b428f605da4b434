package dev.sekisho.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.change.reading.ObjectChangesView;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.idempotency.Idempotency;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.web.Etag;
import dev.sekisho.web.Representations;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out the writes and reads of every collection, each write in one transaction and under its conditions. */
@ApplicationScoped
public class CollectionService {
    private final Representations representations;
    private final Idempotency idempotency;
    private final Revisions revisions;
    private final Writes writes;
    private final ObjectStore store;
    private final PatchedObjects patched;
    private final ObjectMapper json;
    private final Transactions transactions;

    CollectionService(
            Representations representations,
            Idempotency idempotency,
            Revisions revisions,
            Writes writes,
            ObjectStore store,
            PatchedObjects patched,
            ObjectMapper json,
            Transactions transactions) {
        this.representations = representations;
        this.idempotency = idempotency;
        this.revisions = revisions;
        this.writes = writes;
        this.store = store;
        this.patched = patched;
        this.json = json;
        this.transactions = transactions;
    }

    /** What came of a write: the object as it now is, and whether it was new. */
    public record Written<V>(V object, String key, boolean created) {}

    public <E extends RegisteredEntity, V extends Registered> Response list(
            Registry<E, V> registry, ListQuery query, HttpHeaders headers, UriInfo uri) {
        return representations.answer(
                headers,
                uri,
                query.filters().isEmpty() ? () -> revision(registry) : () -> named(registry),
                () -> page(registry, query));
    }

    /** What filters name may be deleted while the list stays as it is; then it is refused, and no longer unchanged. */
    private long named(Registry<?, ?> registry) {
        return Stream.concat(Stream.of(registry.collection()), registry.referring().values().stream())
                        .distinct()
                        .mapToLong(revisions::of)
                        .sum()
                + registry.beside();
    }

    private long revision(Registry<?, ?> registry) {
        return revisions.of(registry.collection()) + registry.beside();
    }

    private <E extends RegisteredEntity, V extends Registered> Page<V> page(Registry<E, V> registry, ListQuery query) {
        return transactions.read(() -> {
            List<E> rows = registry.rows().page(query);
            Page<E> page = query.page(rows, registry.rows().total(query), row -> sortValue(query, row), row -> row.id);
            return new Page<>(page.items().stream().map(registry::view).toList(), page.nextPageToken(), page.total());
        });
    }

    private static String sortValue(ListQuery query, RegisteredEntity row) {
        return switch (query.order().field()) {
            case "name" -> row.name;
            case "updatedAt" -> row.updatedAt.toString();
            default -> row.id;
        };
    }

    public <E extends RegisteredEntity, V extends Registered> Response read(
            Registry<E, V> registry, String key, HttpHeaders headers, UriInfo uri) {
        return representations.answer(
                headers,
                uri,
                () -> revision(registry),
                () -> transactions.read(() -> registry.view(store.existing(registry, key))));
    }

    /** What an object went through, also one that is gone. */
    ObjectChangesView changes(Registry<?, ?> registry, String key, Paging paging, boolean all) {
        return transactions.read(() -> store.changes(registry, key, paging, all));
    }

    public <E extends RegisteredEntity, V extends Registered> Response create(
            Registry<E, V> registry, V said, @Nullable String idempotencyKey) {
        return idempotency.once(idempotencyKey, registry.collection().path(), representations.bytes(said), () -> {
            String key = store.keyFor(registry, said.key());
            Written<V> written = store.store(registry, key, said, null);
            return new Idempotency.Outcome(
                    201,
                    "/api/v1/" + registry.collection().path() + "/" + key,
                    representations.bytes(written.object()));
        });
    }

    /**
     * What some other reader turned into a row.
     *
     * @param notes what whoever sent it ought to know, as sentences; then nothing of it was taken
     */
    public record Upserted(String key, List<String> notes) {}

    /**
     * Answers a POST that some other reader turned into a row.
     *
     * @param work writes the row inside the transaction
     */
    public <E extends RegisteredEntity, V extends Registered> Response upsert(
            Registry<E, V> registry,
            byte[] request,
            @Nullable String idempotencyKey,
            UriInfo uri,
            Supplier<Upserted> work) {
        return idempotency.once(idempotencyKey, registry.collection().path(), request, () -> {
            Instant before = store.now();
            Upserted upserted = work.get();
            registry.rows().flush();
            E row = store.existing(registry, upserted.key());
            if (!upserted.notes().isEmpty()) {
                ObjectNode body = json.valueToTree(registry.view(row));
                return new Idempotency.Outcome(
                        200, null, representations.bytes(body.set("notes", json.valueToTree(upserted.notes()))));
            }
            int status = row.createdAt.isBefore(before) ? 200 : 201;
            return new Idempotency.Outcome(
                    status, uri.getPath() + "/" + row.id, representations.bytes(registry.view(row)));
        });
    }

    public <E extends RegisteredEntity, V extends Registered> Response replace(
            Registry<E, V> registry, String key, V said, Condition condition, UriInfo uri) {
        if (said.key() != null && !said.key().equals(key)) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE, "/key", "The key in the body is not the one in the address.");
        }
        return answer(
                writes.run(() -> {
                    E stored = registry.rows().findById(key);
                    if (stored == null) {
                        condition.checkAbsent();
                        store.refuseTaken(registry, key);
                    } else {
                        check(registry, stored, condition);
                    }
                    return store.store(registry, key, said, stored);
                }),
                uri);
    }

    public <E extends RegisteredEntity, V extends Registered> Response patch(
            Registry<E, V> registry, String key, JsonNode patch, Condition condition, UriInfo uri) {
        return patch(registry, key, (V any) -> patch, condition, uri);
    }

    /**
     * The same with a patch that depends on what is stored, so that nothing written at the same time is lost.
     *
     * @param patch made from what callers said of the object
     */
    public <E extends RegisteredEntity, V extends Registered> Response patch(
            Registry<E, V> registry, String key, Function<V, JsonNode> patch, Condition condition, UriInfo uri) {
        return answer(
                writes.run(() -> {
                    E stored = store.existing(registry, key);
                    check(registry, stored, condition);
                    V before = registry.said(stored);
                    V said = patched.of(before, registry.viewType(), key, patch.apply(before));
                    return store.store(registry, key, said, stored);
                }),
                uri);
    }

    public <E extends RegisteredEntity, V extends Registered> void delete(
            Registry<E, V> registry, String key, Condition condition) {
        writes.alone(() -> {
            E stored = store.existing(registry, key);
            check(registry, stored, condition);
            store.remove(registry, stored);
            return key;
        });
    }

    private <E extends RegisteredEntity, V extends Registered> void check(
            Registry<E, V> registry, E stored, Condition condition) {
        condition.checkAny(() ->
                registry.shown(stored).stream().map(representations::bytes).toList());
    }

    private <V extends Registered> Response answer(Written<V> written, UriInfo uri) {
        byte[] body = representations.bytes(written.object());
        var response = written.created()
                ? Response.status(Response.Status.CREATED).header("Location", uri.getPath())
                : Response.ok();
        return response.entity(body)
                .type("application/json;charset=UTF-8")
                .header("ETag", Etag.of(body))
                .build();
    }
}
