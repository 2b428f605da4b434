package dev.sekisho.change;

import dev.sekisho.change.seal.Sealer;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Attendant;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction writes. Rows go to the database a few hundred at a time, so that a large import is not held in memory,
 * and the rest before the commit.
 */
final class Journal implements Attendant {
    private static final int CHUNK = 500;

    private final ChangeRows rows;
    private final Sealer sealer;
    private final Event<Changed> told;
    private final LoggedRow.Written written;
    private final List<Entry> waiting = new ArrayList<>();
    private final Map<CollectionName, Set<String>> touched = new EnumMap<>(CollectionName.class);
    private int count;
    private byte[] last = RowHash.start();

    Journal(ChangeRows rows, Sealer sealer, Event<Changed> told, Actor actor, Instant at) {
        this.rows = rows;
        this.sealer = sealer;
        this.told = told;
        String source = actor.source();
        written = new LoggedRow.Written(
                ChangeId.transaction(at),
                at,
                actor.name(),
                actor.traceId(),
                source == null ? null : sealer.text(source),
                actor.reason());
    }

    void add(Address address, ChangeOperation operation, @Nullable Object body, Set<String> without) {
        count++;
        byte[] json = body == null ? null : sealer.json(body, without);
        waiting.add(Entry.of(ChangeId.of(written.tx(), count), address, operation, json));
        if (waiting.size() == CHUNK) {
            flush();
        }
    }

    void touch(CollectionName collection, Collection<String> keys) {
        touched.computeIfAbsent(collection, any -> new HashSet<>()).addAll(keys);
    }

    private void flush() {
        try {
            sealer.keep();
            last = rows.insert(written, waiting, last);
            waiting.clear();
        } catch (SQLException failure) {
            throw new IllegalStateException("the change log cannot be written", failure);
        }
    }

    @Override
    public void beforeCommit() {
        if (!waiting.isEmpty()) {
            flush();
        }
        if (count > 0) {
            try {
                rows.pending(written.tx(), count, last);
            } catch (SQLException failure) {
                throw new IllegalStateException("the change log cannot be written", failure);
            }
        }
        if (count > 0 || !touched.isEmpty()) {
            told.fire(new Changed(touched, count > 0 ? written.tx() : null));
        }
    }

    @Override
    public void afterCommit() {
        sealer.kept();
    }
}
