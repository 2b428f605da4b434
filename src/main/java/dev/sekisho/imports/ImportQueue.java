package dev.sekisho.imports;

import dev.sekisho.change.Actor;
import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs large imports one after the other, in the background. */
@ApplicationScoped
class ImportQueue {
    /** How many jobs may wait or run. */
    static final int PLACES = 8;

    private static final Logger LOG = Logger.getLogger(ImportQueue.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration TO_FINISH = Duration.ofSeconds(6);
    private static final Duration TO_ROLL_BACK = Duration.ofSeconds(5);

    private final Imports imports;
    private final ImportJobs jobs;
    private final ImportLock turn;
    private final Duration toFinish;
    private final Semaphore places = new Semaphore(PLACES);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "imports"));
    private volatile boolean stopping;

    @Inject
    ImportQueue(Imports imports, ImportJobs jobs, ImportLock turn) {
        this(imports, jobs, turn, TO_FINISH);
    }

    ImportQueue(Imports imports, ImportJobs jobs, ImportLock turn, Duration toFinish) {
        this.imports = imports;
        this.jobs = jobs;
        this.turn = turn;
        this.toFinish = toFinish;
    }

    /**
     * Takes over a body; it is closed when its import is over, or was refused.
     *
     * @param sender whose changes they are
     * @throws ProblemException TOO_MANY_REQUESTS when all places are taken
     */
    ImportJobView add(ImportFile spool, boolean dryRun, Actor sender) {
        if (!places.tryAcquire()) {
            spool.close();
            throw ImportLock.busy();
        }
        try {
            ImportJobView job = jobs.queue(spool.objects(), dryRun);
            worker.execute(() -> sender.doing(() -> run(job.id(), spool, dryRun)));
            return job;
        } catch (RuntimeException e) {
            places.release();
            spool.close();
            throw e;
        }
    }

    private void run(String id, ImportFile spool, boolean dryRun) {
        try (spool) {
            turn.whenever(() -> {
                refuseWhenStopping();
                jobs.started(id);
                return imports.run(spool, dryRun, done -> progressed(id, done), summary -> jobs.succeeded(id, summary));
            });
        } catch (ProblemException problem) {
            failed(id, problem.detail(), problem.errors());
        } catch (RuntimeException | Error e) {
            failed(id, reason(e), List.of());
        } finally {
            jobs.ended(id);
            places.release();
        }
    }

    private void progressed(String id, int done) {
        refuseWhenStopping();
        jobs.progressed(id, done);
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The service was stopped; nothing was imported.");
        }
    }

    private static String reason(Throwable failure) {
        if (DatabaseFailure.isOutage(failure)) {
            return "The database could not be reached; nothing was imported.";
        }
        String traceId = Problems.traceId();
        LOG.errorf(failure, "an import failed, traceId=%s", traceId);
        return "The failure was logged under the traceId " + traceId + "; nothing was imported.";
    }

    /** A database that is away is waited for: nothing else could be imported meanwhile. */
    private void failed(String id, String detail, List<Problem.FieldError> errors) {
        while (!stored(id, detail, errors) && !stopping) {
            pause();
        }
    }

    private boolean stored(String id, String detail, List<Problem.FieldError> errors) {
        try {
            jobs.failed(id, detail, errors);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("the end of import %s could not be stored yet: %s", id, e.getMessage());
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What is not over by then is rolled back, while there is a database to roll it back in. No thread is interrupted:
     * an interrupt in the middle of a write closes the file of H2 under everybody.
     */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(toFinish.toMillis(), TimeUnit.MILLISECONDS)) {
            stopping = true;
            worker.awaitTermination(TO_ROLL_BACK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
