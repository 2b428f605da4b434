package dev.sekisho.registry.idempotency;

import dev.sekisho.database.TransactionDeadline;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Runs a write in a transaction of its own, again when another transaction got in its way. */
@ApplicationScoped
public class Writes {
    private static final int TRIES = 8;
    private static final long PAUSE_MILLIS = 5;

    private final ReadWriteLock beside = new ReentrantReadWriteLock();
    private final Transactions transactions;
    private final boolean embedded;

    Writes(Transactions transactions, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database) {
        this.transactions = transactions;
        embedded = database.startsWith("jdbc:h2:");
    }

    /**
     * Runs a write that somebody waits for; collisions between transactions are tried again.
     *
     * @throws ProblemException CONFLICT when it still collides after the last try, UNAVAILABLE when it takes too long
     */
    public <T> T run(Supplier<T> write) {
        return guarded(beside.readLock(), write, transactions.single());
    }

    /** Runs a write of any size, which takes as long as it takes. */
    public <T> T atLength(Supplier<T> write) {
        return guarded(beside.readLock(), write, null);
    }

    /**
     * Runs a write that takes something away. H2 checks a foreign key without locking the row it leads to, so there no
     * other write may run beside it; PostgreSQL sees to that itself.
     */
    public <T> T alone(Supplier<T> write) {
        return guarded(embedded ? beside.writeLock() : beside.readLock(), write, transactions.single());
    }

    private <T> T guarded(Lock lock, Supplier<T> write, @Nullable TransactionDeadline deadline) {
        take(lock, deadline);
        try {
            return tried(write, deadline);
        } finally {
            lock.unlock();
        }
    }

    private static void take(Lock lock, @Nullable TransactionDeadline deadline) {
        if (deadline == null) {
            lock.lock();
        } else if (!deadline.reaches(lock)) {
            throw ProblemException.of(
                            ProblemType.UNAVAILABLE, "A long write is under way; nothing was stored. Try again.")
                    .with("Retry-After", "10");
        }
    }

    private <T> T tried(Supplier<T> write, @Nullable TransactionDeadline deadline) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.write(write::get, deadline);
            } catch (ProblemException problem) {
                throw problem;
            } catch (RuntimeException failure) {
                if (!collided(failure)) {
                    throw failure;
                }
                if (attempt == TRIES || deadline != null && deadline.hasPassed()) {
                    throw ProblemException.of(
                            ProblemType.CONFLICT, "Others kept writing the same object at the same time; try again.");
                }
                pause(attempt);
            }
        }
    }

    /** A violated uniqueness is a collision too: on the next try the other's row is seen and judged. */
    private static boolean collided(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return true;
            }
        }
        return DatabaseFailure.isCollision(failure) || DatabaseFailure.isViolation(failure);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS * attempt) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The service is stopping; try again.");
        }
    }
}
