package dev.sekisho.change.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.revision.RevisionBook;
import dev.sekisho.change.seal.Seals;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the change log for those who may see it. */
@ApplicationScoped
public class ChangeLog {
    /** Only administrators see API keys, and what became of them. */
    public static final String KEYS = "api-keys";

    /** That somebody was erased, and not who. */
    public static final String ERASURES = "erasures";

    private static final int LIVES = 100;
    private static final ListQuery.Order LATEST_FIRST = new ListQuery.Order("id", true);

    private final ChangeRepository rows;
    private final Seals seals;
    private final RevisionBook book;
    private final Transactions transactions;
    private final ObjectMapper json;

    ChangeLog(ChangeRepository rows, Seals seals, RevisionBook book, Transactions transactions, ObjectMapper json) {
        this.rows = rows;
        this.seals = seals;
        this.book = book;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * All changes, the latest first.
     *
     * @param all whether also what only administrators may see
     * @throws ProblemException NOT_KNOWN_HERE when a filter names what the log knows nothing of
     */
    public Page<ChangeView> list(ChangeFilter filter, Paging paging, boolean all) {
        ListQuery query = ListQuery.of(filter, LATEST_FIRST, paging);
        return transactions.read(() -> {
            refuseUnknown(filter, all);
            Page<ChangeEntity> page = rows.page(filter, query, all ? null : KEYS);
            return page.map(items -> views(items, all));
        });
    }

    private void refuseUnknown(ChangeFilter filter, boolean all) throws SQLException {
        String collection = filter.collection();
        List<String> known = Stream.concat(
                        Arrays.stream(CollectionName.values()).map(CollectionName::path),
                        all ? Stream.of(KEYS, ERASURES) : Stream.of(ERASURES))
                .toList();
        if (collection != null && !known.contains(collection)) {
            throw unknown("collection", "There is no collection " + collection + "; there are " + known + ".");
        }
        String key = filter.key();
        if (key != null && collection == null) {
            throw ProblemException.at(
                    ProblemType.INVALID, "collection", "key is unique in a collection only; say which.");
        }
        if (key != null && !rows.any("key", key, collection)) {
            throw unknown("key", "No change is known of " + key + " in " + collection + ".");
        }
        if (filter.actor() != null && !rows.any("actor", filter.actor(), null)) {
            throw unknown("actor", filter.actor() + " has changed nothing that is recorded.");
        }
        if (filter.revision() != null && filter.revision() > book.head().number()) {
            throw unknown("revision", "The last revision is " + book.head().number() + ".");
        }
    }

    private static ProblemException unknown(String parameter, String detail) {
        return ProblemException.at(ProblemType.NOT_KNOWN_HERE, parameter, detail);
    }

    private List<ChangeView> views(List<ChangeEntity> items, boolean sources) {
        Map<UUID, Long> revisions =
                rows.revisions(items.stream().map(row -> row.tx).distinct().toList());
        Seals.Opened opened = seals.open(sources ? sources(items) : List.of(), List.of());
        return items.stream()
                .map(row -> ChangeView.of(row, sources ? opened.text(row.source) : null, revisions.get(row.tx)))
                .toList();
    }

    private static List<String> sources(List<ChangeEntity> items) {
        return items.stream().map(row -> row.source).filter(Objects::nonNull).toList();
    }

    /**
     * What an object and its parts went through, the latest first.
     *
     * @param all whether also what only administrators may see
     */
    public ObjectChangesView of(CollectionName collection, String key, Paging paging, boolean all) {
        var of = new ChangeFilter(collection.path(), key, null, null, null, null);
        ListQuery query = ListQuery.of(of, LATEST_FIRST, paging);
        return transactions.readWithin(() -> {
            Page<ChangeEntity> page = rows.page(of.collection(), of.key(), query);
            List<ObjectChangesView.Life> lives = lives(rows.turns(collection.path(), key, LIVES));
            return new ObjectChangesView(detailed(page.items(), all), page.nextPageToken(), page.total(), lives);
        });
    }

    private List<ObjectChangesView.Detailed> detailed(List<ChangeEntity> items, boolean all) {
        Map<UUID, UUID> before = rows.before(items);
        var ids = new HashSet<>(before.values());
        items.forEach(row -> ids.add(row.id));
        Map<UUID, JsonNode> bodies = opened(rows.bodies(ids));
        List<ChangeView> views = views(items, all);
        var detailed = new ArrayList<ObjectChangesView.Detailed>();
        for (ChangeView view : views) {
            UUID id = UUID.fromString(view.id());
            List<Difference> found = Difference.between(
                    Optional.ofNullable(before.get(id)).map(bodies::get).orElse(null), bodies.get(id));
            boolean truncated = found.size() > Difference.MOST;
            detailed.add(new ObjectChangesView.Detailed(
                    view, truncated ? found.subList(0, Difference.MOST) : found, truncated));
        }
        return detailed;
    }

    private Map<UUID, JsonNode> opened(Map<UUID, String> texts) {
        var bodies = new HashMap<UUID, JsonNode>();
        texts.forEach((id, text) -> bodies.put(id, parsed(text)));
        Seals.Opened opened = seals.open(List.of(), bodies.values());
        bodies.replaceAll((id, body) -> opened.object(body));
        return bodies;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the change log holds what is no JSON", failure);
        }
    }

    /** @param turns the latest first */
    private static List<ObjectChangesView.Life> lives(List<ChangeEntity> turns) {
        var lives = new ArrayList<ObjectChangesView.Life>();
        @Nullable ChangeEntity end = null;
        for (ChangeEntity turn : turns) {
            if (turn.operation == ChangeOperation.DELETED) {
                end = turn;
            } else {
                lives.add(new ObjectChangesView.Life(turn.at, end == null ? null : end.at));
                end = null;
            }
        }
        return lives;
    }
}
