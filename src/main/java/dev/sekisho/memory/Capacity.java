package dev.sekisho.memory;

import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

/**
 * Refuses what the heap cannot hold before anything is tried: a start with an estate that is too large, and an import
 * that would make it so.
 */
@ApplicationScoped
public class Capacity {
    private final CollectionRegistry registries;
    private final EntityManager entities;
    private final Transactions transactions;
    private final Heap heap = new Heap();

    /** What there was when it was last known to fit. */
    private volatile HeapNeed known = new HeapNeed(0, 0, 0);

    Capacity(CollectionRegistry registries, EntityManager entities, Transactions transactions) {
        this.registries = registries;
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Before anything is read. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 1) DatabaseOpened opened) {
        known = transactions.readAtLength(
                () -> new HeapNeed(objects(), count("advisory"), count("finding where status <> 'RESOLVED'")));
        if (!known.fits(heap.limit())) {
            throw new ConfigurationException("Not started: " + shortage(known));
        }
    }

    /**
     * Looks at what the transaction under way has made of the estate.
     *
     * @param more objects that were counted and not written
     * @throws ProblemException OVER_CAPACITY where it would not fit
     */
    public void check(long more) {
        HeapNeed wanted = known.grownTo(objects() + more, count("advisory"));
        if (!wanted.fits(heap.limit())) {
            throw ProblemException.of(ProblemType.OVER_CAPACITY, "Nothing was stored: " + shortage(wanted));
        }
    }

    private String shortage(HeapNeed need) {
        return "%d objects, %d advisories and about %d findings need a heap of about %d MB, and it has %d MB; start with -Xmx%dm."
                .formatted(
                        need.objects(),
                        need.advisories(),
                        need.findings(),
                        need.megabytes(),
                        heap.limit() >> 20,
                        need.toAskFor());
    }

    private long objects() {
        return registries.facts().stream()
                .mapToLong(facts -> facts.rows().count())
                .sum();
    }

    private long count(String from) {
        return ((Number) entities.createNativeQuery("select count(*) from " + from)
                        .getSingleResult())
                .longValue();
    }
}
