package dev.sekisho.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.jboss.logging.Logger;

/**
 * Until when something must be done with the database. A thread that waits for a server that does not answer notices
 * nothing else, so its connection is cut from outside, which frees the thread and the place in the pool.
 */
public final class TransactionDeadline {
    private static final Logger LOG = Logger.getLogger(TransactionDeadline.class);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    /** Cutting may itself wait, for what is still to be said on an encrypted connection. */
    private static final ExecutorService CUTTERS =
            Executors.newCachedThreadPool(work -> daemon(work, "database-cutter"));

    private final long until;
    private final Set<Connection> used = new HashSet<>();
    private boolean passed;

    private TransactionDeadline(long until) {
        this.until = until;
    }

    public static TransactionDeadline in(Duration time) {
        return new TransactionDeadline(System.nanoTime() + time.toNanos());
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "database-deadlines"));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is left of it, never less than nothing. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    public synchronized boolean hasPassed() {
        return passed || left().isZero();
    }

    /** Takes a lock while there is time; tells whether it has it. */
    public boolean reaches(Lock lock) {
        try {
            return lock.tryLock(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does the work, and cuts the connections it uses when the time is up. */
    <T> T during(Callable<T> work) throws Exception {
        Future<?> alarm = CLOCK.schedule(this::pass, left().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.call();
        } finally {
            alarm.cancel(false);
        }
    }

    synchronized void uses(Connection connection) {
        used.add(connection);
        if (passed) {
            cut(connection);
        }
    }

    /** It goes back to the pool and is somebody else's. */
    synchronized void lets(Connection connection) {
        used.remove(connection);
    }

    private synchronized void pass() {
        passed = true;
        used.forEach(TransactionDeadline::cut);
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(CUTTERS);
        } catch (SQLException gone) {
            LOG.debug("the connection was gone already", gone);
        }
    }
}
