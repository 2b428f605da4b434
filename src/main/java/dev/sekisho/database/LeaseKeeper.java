package dev.sekisho.database;

import dev.sekisho.web.problem.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the lease, renews it on a connection of its own, and gives it back when the process stops. */
@ApplicationScoped
class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    /** After everything that may still write. */
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 1000;

    /** What an embedded database may take to close. */
    private static final Duration CLOSING = Duration.ofSeconds(15);

    private final DirectLine line;
    private final Lease lease;
    private final Exit exit;
    private final AgroalDataSource pool;
    private final DeadSpace deadSpace;
    private final LeaseRows rows;
    private final Thread renewing = new Thread(this::renew, "lease");
    private volatile boolean stopping;
    private Lease.@Nullable Moment lockedOutSince;
    private @Nullable Connection connection;

    LeaseKeeper(DirectLine line, Lease lease, Exit exit, AgroalDataSource pool, DeadSpace deadSpace) {
        this.line = line;
        this.lease = lease;
        this.exit = exit;
        this.pool = pool;
        this.deadSpace = deadSpace;
        this.rows = new LeaseRows(line.isEmbedded(), Lease.LASTS);
    }

    /** Whether the schema knows of leases yet. */
    synchronized boolean hasRows() throws SQLException {
        return rows.exist(connection());
    }

    /** Takes the lease where it is free, and renews it from then on. */
    synchronized boolean take() throws SQLException {
        Lease.Moment asked = Lease.now();
        OptionalLong epoch = taken();
        epoch.ifPresent(ours -> {
            lease.confirm(ours, asked);
            renewing.setDaemon(true);
            renewing.start();
        });
        return epoch.isPresent();
    }

    private OptionalLong taken() throws SQLException {
        try {
            return rows.take(connection());
        } catch (SQLException failure) {
            hangUp();
            throw failure;
        }
    }

    private void renew() {
        while (pause()) {
            beat();
        }
    }

    private synchronized boolean pause() {
        try {
            if (!stopping) {
                wait(Lease.RENEWED_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        return !stopping;
    }

    private synchronized void beat() {
        Lease.Moment asked = Lease.now();
        boolean again = connection == null;
        try {
            if (rows.renew(connection(), lease.epoch())) {
                if (again) {
                    LOG.info("the database answers again");
                    // What lies in the pool broke off with this one.
                    pool.flush(AgroalDataSource.FlushMode.IDLE);
                }
                lease.confirm(lease.epoch(), asked);
                lockedOutSince = null;
            } else {
                lost();
            }
        } catch (SQLException failure) {
            hangUp();
            LOG.warnf("the lease could not be renewed: %s", DatabaseFailure.reason(failure));
            if (EmbeddedOrServerDriver.isLockedOut(failure)) {
                lockedOut(asked);
            }
        }
    }

    /** For a moment that is how a database closes. */
    private void lockedOut(Lease.Moment now) {
        if (lockedOutSince == null) {
            lockedOutSince = now;
        } else if (lockedOutSince.until(now).compareTo(CLOSING) > 0) {
            end("The database broke off and cannot be opened again by this process, which still has its file locked: it"
                    + " ends, to be started again.");
        }
    }

    /** Somebody found out that another process has taken over. */
    void lost() {
        if (!lease.isOver()) {
            end("Another process has taken over this database while this one did not answer; this one ends, and nothing"
                    + " it had not stored by then is stored.");
        }
    }

    private void end(String sentence) {
        lease.end();
        stopping = true;
        exit.because(sentence);
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent shutdown) {
        stopping = true;
        release();
    }

    private synchronized void release() {
        notifyAll();
        long epoch = lease.epoch();
        if (epoch == 0) {
            return;
        }
        lease.end();
        try {
            rows.release(connection(), epoch);
            if (deadSpace.giveBack(connection(), deadSpace.left())) {
                connection = null;
            }
        } catch (SQLException failure) {
            LOG.warnf("the database could not be left in good order: %s", DatabaseFailure.reason(failure));
        }
        hangUp();
    }

    private Connection connection() throws SQLException {
        Connection known = connection;
        if (known == null) {
            known = line.open();
            connection = known;
        }
        return known;
    }

    private void hangUp() {
        try (Connection known = connection) {
            connection = null;
        } catch (SQLException gone) {
            LOG.debug("the connection was gone already", gone);
        }
    }
}
