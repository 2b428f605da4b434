package dev.sekisho.database;

import dev.sekisho.web.problem.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes of which it is not known whether they are stored, because the answer to their commit was lost. If one is, nobody
 * in this process was told; so it is asked until the database knows, and nothing is answered from memory before.
 */
@ApplicationScoped
class Doubts {
    private static final Logger LOG = Logger.getLogger(Doubts.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    /** How long whoever sent the write waits, so that what is read next is true already. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(1);

    private final DirectLine line;
    private final Event<MemoryOutdated> outdated;
    private final ReadWriteLock commits = new ReentrantReadWriteLock();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "doubts");
        thread.setDaemon(true);
        return thread;
    });

    Doubts(DirectLine line, Event<MemoryOutdated> outdated) {
        this.line = line;
        this.outdated = outdated;
    }

    /** To be held while a transaction commits and those who hold something of it in memory are told. */
    Lock committing() {
        return commits.readLock();
    }

    boolean any() {
        return open.get() > 0;
    }

    /** @param transaction its name at the server; absent where only what is stored can tell */
    void about(@Nullable String transaction) {
        open.incrementAndGet();
        var settled = new CountDownLatch(1);
        asking.execute(() -> {
            settle(transaction);
            open.decrementAndGet();
            settled.countDown();
        });
        try {
            settled.await(WORTH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(@Nullable String transaction) {
        LOG.warn("the answer to a commit was lost; it is being found out whether the write is stored");
        while (!isSettled(transaction)) {
            try {
                Thread.sleep(BETWEEN_TRIES.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isSettled(@Nullable String transaction) {
        try {
            String fate = fate(transaction);
            if (fate.equals("in progress")) {
                return false;
            }
            if (!fate.equals("aborted")) {
                readAgain();
            }
            LOG.infof("a write whose answer was lost: %s", fate);
            return true;
        } catch (SQLException | RuntimeException failure) {
            LOG.debugf("not to be found out yet: %s", DatabaseFailure.reason(failure));
            return false;
        }
    }

    /** The server knows of every transaction of late; without a name it can only have been stored or not. */
    private String fate(@Nullable String transaction) throws SQLException {
        String sql = transaction == null || line.isEmbedded()
                ? "select 'ended' from assessor"
                : "select coalesce(pg_xact_status(?::xid8), 'forgotten')";
        try (Connection connection = line.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                statement.setString(1, transaction);
            }
            return asked(statement);
        }
    }

    private static String asked(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            // After a crash the server may not have come to this transaction yet: then it never was.
            if ("22023".equals(failure.getSQLState())) {
                return "aborted";
            }
            throw failure;
        }
    }

    /** Without anything being committed meanwhile, or what is newer would be overwritten. */
    private void readAgain() {
        commits.writeLock().lock();
        try {
            outdated.fire(new MemoryOutdated());
        } finally {
            commits.writeLock().unlock();
        }
    }
}
