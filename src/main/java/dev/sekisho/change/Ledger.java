package dev.sekisho.change;

import dev.sekisho.change.seal.Seals;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Where every write is entered, in its own transaction. What is entered is stored with the write or not at all, and after
 * the commit one {@link Changed} tells of all of it.
 */
@ApplicationScoped
public class Ledger {
    private final Transactions transactions;
    private final Callers callers;
    private final Seals seals;
    private final Event<Changed> told;
    private final Clock clock;
    private final ChangeRows rows;

    Ledger(
            Transactions transactions,
            Callers callers,
            Seals seals,
            Event<Changed> told,
            Clock clock,
            DataSource database) {
        this.transactions = transactions;
        this.callers = callers;
        this.seals = seals;
        this.told = told;
        this.clock = clock;
        this.rows = new ChangeRows(database);
    }

    /** Who writes now; to be asked before work goes on in another thread. */
    public Actor actor() {
        return callers.now();
    }

    /** @param object as it now is; it is put into words at once, so it may change afterwards */
    public void wrote(Address address, ChangeOperation operation, Object object) {
        wrote(address, operation, object, Set.of());
    }

    /** @param without properties that nobody wrote, since they are computed */
    public void wrote(Address address, ChangeOperation operation, Object object, Set<String> without) {
        journal().add(address, operation, object, without);
    }

    public void deleted(Address address) {
        journal().add(address, ChangeOperation.DELETED, null, Set.of());
    }

    /** Facts of these objects are other than before: after the commit they are read again. */
    public void touched(CollectionName collection, Collection<String> keys) {
        journal().touch(collection, keys);
    }

    public void touched(CollectionName collection, String key) {
        touched(collection, Set.of(key));
    }

    public void touched(Map<CollectionName, ? extends Collection<String>> keys) {
        keys.forEach(this::touched);
    }

    /** Those of some objects and parts that are known here, in the transaction at hand. */
    public Set<Address> known(Collection<Address> addresses) throws SQLException {
        return rows.versions(addresses).keySet();
    }

    private Journal journal() {
        return transactions.attendant(Journal.class, this::begin);
    }

    private Journal begin() {
        return new Journal(
                rows, seals.sealer(), told, callers.now(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
