package dev.sekisho.change.upgrade;

import dev.sekisho.change.Actor;
import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.revision.RevisionBook;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Enters a snapshot of everything there is, a few hundred objects in a transaction, before the first revision: what has an
 * entry already is left alone, so a start that was cut off is gone on with by the next.
 */
@ApplicationScoped
class FirstEntries {
    private static final Logger LOG = Logger.getLogger(FirstEntries.class);
    private static final Actor UPGRADE = Actor.named("upgrade");
    private static final int CHUNK = 500;

    /** After everything else that writes at the start, before the first assessment. */
    private static final int BEFORE_THE_ASSESSMENT = Interceptor.Priority.APPLICATION - 100;

    private final List<Existing> existing;
    private final Ledger ledger;
    private final RevisionBook book;
    private final Transactions transactions;

    FirstEntries(@All List<Existing> existing, Ledger ledger, RevisionBook book, Transactions transactions) {
        this.existing = existing;
        this.ledger = ledger;
        this.book = book;
        this.transactions = transactions;
    }

    void start(@Observes @Priority(BEFORE_THE_ASSESSMENT) DatabaseOpened opened) {
        if (transactions.readAtLength(() -> book.head().number()) == 0) {
            UPGRADE.doing(this::enter);
        }
    }

    void enter() {
        int entered = 0;
        for (Existing kind : existing) {
            var chunk = new Chunk();
            transactions.readAtLength(() -> kind.each(chunk::add));
            chunk.enter();
            entered += chunk.entered;
        }
        if (entered > 0) {
            LOG.infof("entered %d objects into the change log", entered);
        }
    }

    /** Some that are entered together. */
    private final class Chunk {
        private final List<Existing.Snapshot> waiting = new ArrayList<>();
        private int entered;

        void add(Existing.Snapshot one) {
            waiting.add(one);
            if (waiting.size() == CHUNK) {
                enter();
            }
        }

        void enter() {
            if (!waiting.isEmpty()) {
                transactions.writeAtLength(() -> {
                    Set<Address> known = ledger.known(
                            waiting.stream().map(Existing.Snapshot::address).toList());
                    for (Existing.Snapshot one : waiting) {
                        if (!known.contains(one.address())) {
                            ledger.wrote(one.address(), ChangeOperation.SNAPSHOT, one.object(), one.without());
                            entered++;
                        }
                    }
                    return true;
                });
                waiting.clear();
            }
        }
    }
}
