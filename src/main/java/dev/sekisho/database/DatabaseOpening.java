package dev.sekisho.database;

import dev.sekisho.web.problem.DatabaseFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/**
 * Opens the database for this process: the lease first, then the schema, then whatever is held in memory. Where another
 * process has the lease, this one goes on starting without it, so that it can be seen to live, and waits beside.
 */
@ApplicationScoped
class DatabaseOpening {
    private static final Logger LOG = Logger.getLogger(DatabaseOpening.class);

    /** How long a newcomer waits for the lease: twice what is left of one whose process was killed. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final String TAKEN =
            "Another Sekisho works on this database, and only one may at a time: stop that one first.";

    static final String NEWER =
            "A newer version of Sekisho has worked on this database (schema %s, %s), and this one does not know what it"
                    + " means: start the newer one.";

    /** What this version does not have and the database does. */
    private static final Set<MigrationState> FUTURE =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final LeaseKeeper keeper;
    private final Flyway schema;
    private final Event<DatabaseOpened> opened;
    private final Scheduler duties;
    private final Exit exit;
    private final Pool pool;
    private volatile boolean open;
    private volatile boolean stopping;

    DatabaseOpening(
            LeaseKeeper keeper, Flyway schema, Event<DatabaseOpened> opened, Scheduler duties, Exit exit, Pool pool) {
        this.keeper = keeper;
        this.schema = schema;
        this.opened = opened;
        this.duties = duties;
        this.exit = exit;
        this.pool = pool;
    }

    /** Whether everything is in place. */
    boolean isOpen() {
        return open;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) throws SQLException {
        try {
            if (taken()) {
                open();
            } else {
                waitBeside();
            }
        } catch (SQLException failure) {
            later(failure);
        }
    }

    private void later(SQLException failure) throws SQLException {
        if (EmbeddedOrServerDriver.isTaken(failure)) {
            throw refused(TAKEN);
        } else if (DatabaseFailure.isOutage(failure)) {
            waitBeside();
        } else {
            throw failure;
        }
    }

    private boolean taken() throws SQLException {
        if (!keeper.hasRows()) {
            pool.unguarded(this::migrate);
        }
        return keeper.take();
    }

    private void migrate() {
        for (MigrationInfo step : schema.info().applied()) {
            if (FUTURE.contains(step.getState())) {
                throw refused(NEWER.formatted(step.getVersion(), step.getDescription()));
            }
        }
        schema.migrate();
    }

    /** Ends the start with this sentence and nothing else. */
    private static ConfigurationException refused(String sentence) {
        return new ConfigurationException(sentence);
    }

    private void open() {
        pool.unguarded(this::migrate);
        opened.fire(new DatabaseOpened());
        duties.resume();
        open = true;
    }

    private void waitBeside() {
        var waiting = new Thread(this::await, "opening");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void await() {
        try {
            if (awaitLease()) {
                open();
                LOG.info("the database is open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ConfigurationException refusal) {
            exit.because(refusal.getMessage());
        } catch (SQLException | RuntimeException | Error failure) {
            LOG.error("the database could not be opened", failure);
            exit.because("The database could not be opened: " + DatabaseFailure.reason(failure));
        }
    }

    /** Only while somebody else has the lease does time run out; a database that is away is waited for. */
    private boolean awaitLease() throws InterruptedException, SQLException {
        Duration waited = Duration.ZERO;
        var words = new Words();
        while (!stopping && waited.compareTo(PATIENCE) < 0) {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            Lease.Moment began = Lease.now();
            try {
                if (taken()) {
                    return true;
                }
                waited = waited.plus(BETWEEN_TRIES).plus(began.until(Lease.now()));
                words.say("waiting for the process that works on this database to end");
            } catch (SQLException failure) {
                if (!DatabaseFailure.isOutage(failure)) {
                    throw failure;
                }
                words.say("waiting for the database: " + DatabaseFailure.reason(failure));
            }
        }
        if (!stopping) {
            exit.because(TAKEN);
        }
        return false;
    }

    /** Says what is waited for now and then. */
    private static final class Words {
        private Lease.Moment last = new Lease.Moment(Lease.now().nanos() - BETWEEN_WORDS.toNanos(), 0);

        void say(String words) {
            if (last.until(Lease.now()).compareTo(BETWEEN_WORDS) >= 0) {
                last = Lease.now();
                LOG.info(words);
            }
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }
}
