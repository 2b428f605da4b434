package dev.sekisho.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.field.UuidV7;
import dev.sekisho.registry.idempotency.Idempotency;
import dev.sekisho.registry.idempotency.Writes;
import dev.sekisho.web.Etag;
import dev.sekisho.web.Representations;
import dev.sekisho.web.StrictBody;
import dev.sekisho.web.json.MergePatch;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out the writes and reads of every collection, each write in one transaction and under its conditions. */
@ApplicationScoped
public class CollectionService {
    private final CollectionRegistry registries;
    private final Representations representations;
    private final Idempotency idempotency;
    private final Revisions revisions;
    private final Writes writes;
    private final EntityWriter writer;
    private final Event<Changed> changes;
    private final ObjectMapper json;
    private final StrictBody strict;
    private final Clock clock;
    private final Transactions transactions;

    CollectionService(
            CollectionRegistry registries,
            Representations representations,
            Idempotency idempotency,
            Revisions revisions,
            Writes writes,
            EntityWriter writer,
            Event<Changed> changes,
            ObjectMapper json,
            StrictBody strict,
            Clock clock,
            Transactions transactions) {
        this.registries = registries;
        this.representations = representations;
        this.idempotency = idempotency;
        this.revisions = revisions;
        this.writes = writes;
        this.writer = writer;
        this.changes = changes;
        this.json = json;
        this.strict = strict;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What came of a write: the object as it now is, and whether it was new. */
    public record Written<V>(V object, String key, boolean created) {}

    public <E extends RegisteredEntity, V extends Registered> Response list(
            Registry<E, V> registry, ListQuery query, HttpHeaders headers, UriInfo uri) {
        return representations.answer(
                headers,
                uri,
                query.filters().isEmpty() ? () -> revisions.of(registry.collection()) : () -> named(registry),
                () -> page(registry, query));
    }

    /** What filters name may be deleted while the list stays as it is; then it is refused, and no longer unchanged. */
    private long named(Registry<?, ?> registry) {
        return Stream.concat(Stream.of(registry.collection()), registry.referring().values().stream())
                .distinct()
                .mapToLong(revisions::of)
                .sum();
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
                () -> revisions.of(registry.collection()),
                () -> transactions.read(() -> registry.view(existing(registry, key))));
    }

    public <E extends RegisteredEntity, V extends Registered> Response create(
            Registry<E, V> registry, V said, @Nullable String idempotencyKey, UriInfo uri) {
        return idempotency.once(idempotencyKey, registry.collection(), representations.bytes(said), () -> {
            String key = said.key() == null ? UuidV7.next(clock) : said.key();
            refuseTaken(registry, key);
            Written<V> written = store(registry, key, said, null);
            return new Idempotency.Outcome(201, uri.getPath() + "/" + key, representations.bytes(written.object()));
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
        return idempotency.once(idempotencyKey, registry.collection(), request, () -> {
            Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Upserted upserted = work.get();
            registry.rows().flush();
            E row = existing(registry, upserted.key());
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

    private static <E extends RegisteredEntity> void refuseTaken(Registry<E, ?> registry, String key) {
        registry.rows().byFoldedKey(EntityWriter.fold(key)).ifPresent(taken -> {
            throw ProblemException.at(
                    ProblemType.CONFLICT,
                    "/key",
                    "The key " + taken.id + " is taken in " + registry.collection()
                            + (taken.id.equals(key) ? "." : "; keys must differ by more than case."));
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
                        refuseTaken(registry, key);
                    } else {
                        check(registry, stored, condition);
                    }
                    return store(registry, key, said, stored);
                }),
                uri);
    }

    public <E extends RegisteredEntity, V extends Registered> Response patch(
            Registry<E, V> registry, String key, JsonNode patch, Condition condition, UriInfo uri) {
        return answer(
                writes.run(() -> {
                    E stored = existing(registry, key);
                    check(registry, stored, condition);
                    return store(registry, key, patched(registry, registry.said(stored), key, patch), stored);
                }),
                uri);
    }

    private <V extends Registered> V patched(Registry<?, V> registry, V current, String key, JsonNode patch) {
        if (!patch.isObject()) {
            throw ProblemException.of(ProblemType.INVALID, "A merge patch of an object is a JSON object.");
        }
        V said = strict.read(MergePatch.apply(json.valueToTree(current), patch), registry.viewType());
        if (!key.equals(said.key())) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "/key", "A key never changes.");
        }
        return said;
    }

    public <E extends RegisteredEntity, V extends Registered> void delete(
            Registry<E, V> registry, String key, Condition condition) {
        writes.alone(() -> {
            E stored = existing(registry, key);
            check(registry, stored, condition);
            List<String> referrers = registries.referrersOf(registry.collection(), key);
            if (!referrers.isEmpty()) {
                throw ProblemException.of(
                        ProblemType.STILL_REFERENCED, "Still referred to by " + String.join(", ", referrers) + ".");
            }
            registry.deleting(stored);
            if (!registry.staysWhenDeleted(stored)) {
                registry.rows().delete(stored);
            }
            registry.rows().flush();
            changes.fire(new Changed(registry.collection(), Set.of(key)));
            return key;
        });
    }

    private <E extends RegisteredEntity> E existing(Registry<E, ?> registry, String key) {
        E row = registry.rows().findById(key);
        if (row == null) {
            throw ProblemException.notFound(Filters.singular(registry.collection()), key);
        }
        return row;
    }

    private <E extends RegisteredEntity, V extends Registered> void check(
            Registry<E, V> registry, E stored, Condition condition) {
        condition.check(() -> representations.bytes(registry.view(stored)));
    }

    private <E extends RegisteredEntity, V extends Registered> Written<V> store(
            Registry<E, V> registry, String key, V said, @Nullable E stored) {
        var faults = new ArrayList<>(registries.impossible(registry, said, stored));
        faults.addAll(registries.dangling(registry.references(said)));
        refuse(ProblemType.IMPOSSIBLE, faults);
        refuse(ProblemType.IMPOSSIBLE, registries.cycle(registry, key, registry.parent(said)));
        E row = stored == null ? writer.blank(registry, key) : stored;
        boolean changed = stored == null || writer.differs(registry, said, stored);
        if (changed) {
            writer.write(registry, said, row, stored == null);
        }
        registry.rows().flush();
        if (changed) {
            changes.fire(new Changed(registry.collection(), Set.of(key)));
        }
        return new Written<>(registry.view(row), key, stored == null);
    }

    private static void refuse(ProblemType type, List<Problem.FieldError> errors) {
        if (!errors.isEmpty()) {
            Problem.FieldError first = errors.get(0);
            throw ProblemException.of(type, first.pointer() + " " + first.detail() + ".", errors);
        }
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
