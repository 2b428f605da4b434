package dev.sekisho.registry;

import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Names stored before they could be searched are folded once. The migration does so with all that hold nothing but ASCII;
 * databases do not agree on how the others are folded.
 */
@ApplicationScoped
class NameFolding {
    private final CollectionRegistry collections;
    private final Transactions transactions;

    NameFolding(CollectionRegistry collections, Transactions transactions) {
        this.collections = collections;
        this.transactions = transactions;
    }

    /** Before anything is asked for. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseOpened opened) {
        transactions.writeAtLength(
                () -> collections.referencedFirst().forEach(one -> one.rows().foldNames()));
    }
}
