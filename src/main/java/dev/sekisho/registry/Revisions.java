package dev.sekisho.registry;

import dev.sekisho.change.Changed;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.MemoryOutdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the committed changes of each collection: what was read at the current count is current. */
@ApplicationScoped
public class Revisions {
    private final Map<CollectionName, AtomicLong> counts = new ConcurrentHashMap<>();

    public long of(CollectionName collection) {
        return counter(collection).get();
    }

    /** Grows with every change of anything. */
    public long ofAll() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** Says that something a caller can read has changed. */
    public void advance(CollectionName collection) {
        counter(collection).incrementAndGet();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        change.keys().keySet().forEach(this::advance);
    }

    /** Something of any collection may have changed. */
    void readAgain(@Observes MemoryOutdated outdated) {
        counts.values().forEach(AtomicLong::incrementAndGet);
    }

    private AtomicLong counter(CollectionName collection) {
        return counts.computeIfAbsent(collection, any -> new AtomicLong());
    }
}
