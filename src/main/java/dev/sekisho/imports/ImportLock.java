package dev.sekisho.imports;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One import at a time, in the order they came: two of them would only wait for each other's rows. */
@ApplicationScoped
class ImportLock {
    /** How many callers may wait with their request open. */
    static final int MOST_WAITING = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Runs the work of an open request.
     *
     * @throws ProblemException TOO_MANY_REQUESTS when others are in front for too long
     */
    <T> T soon(Supplier<T> work) {
        if (turn.getQueueLength() >= MOST_WAITING || !acquired()) {
            throw busy();
        }
        return released(work);
    }

    /** Runs work that can wait. */
    <T> T whenever(Supplier<T> work) {
        turn.acquireUninterruptibly();
        return released(work);
    }

    private <T> T released(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private boolean acquired() {
        try {
            return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static ProblemException busy() {
        return ProblemException.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Other imports are running and waiting; send this one again later.")
                .with("Retry-After", "30");
    }
}
