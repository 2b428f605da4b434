package dev.sekisho.assessment;

import dev.sekisho.change.Changed;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.web.problem.DatabaseFailure;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Re-assesses after every committed write and when a day begins, without being asked. One thread does it; writes that
 * come while it works are taken together in the next round, so a slow round never holds up a writer.
 */
@ApplicationScoped
public class Assessor {
    private static final Logger LOG = Logger.getLogger(Assessor.class);
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(8);

    private final EstateKeeper keeper;
    private final AssessmentRecorder recorder;
    private final ModelFile model;
    private final AssessmentConfig config;
    private final Clock clock;
    private final RoundMetrics metrics;
    private final ChangeQueue queue = new ChangeQueue();
    private final Thread thread = new Thread(this::work, "assessor");

    private final ReentrantLock publishing = new ReentrantLock();

    private volatile @Nullable Snapshot current;
    private volatile boolean stopping;

    Assessor(
            EstateKeeper keeper,
            AssessmentRecorder recorder,
            ModelFile model,
            AssessmentConfig config,
            Clock clock,
            RoundMetrics metrics) {
        this.metrics = metrics;
        this.keeper = keeper;
        this.recorder = recorder;
        this.model = model;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) DatabaseOpened opened) {
        metrics.watch(queue);
        thread.setDaemon(true);
        queue.askForAll();
        thread.start();
    }

    /** What is under way is given up and rolled back while there is a database to do it in; no thread is interrupted. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        recorder.stop();
        queue.close();
        thread.join(TO_GIVE_UP.toMillis());
    }

    void readAgain(@Observes MemoryOutdated outdated) {
        queue.askForAll();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        queue.put(change);
    }

    /** Deadlines pass and evidence ages at midnight UTC. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onNewDay() {
        Snapshot known = current;
        if (known != null && !known.day().equals(LocalDate.now(clock))) {
            queue.ask();
        }
    }

    /**
     * What is known now, including every write that was acknowledged before this call, unless that takes longer than a
     * read may wait.
     */
    public Snapshot current() {
        queue.awaitCovered(config.readWait());
        return latest();
    }

    /** What is known now, without waiting for anything under way. */
    public Snapshot latest() {
        Snapshot known = current;
        if (known == null) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The first assessment is still under way; try again.")
                    .with("Retry-After", "2");
        }
        return known;
    }

    /** Whether there has been an assessment at all. */
    public boolean isReady() {
        return current != null;
    }

    private void work() {
        try {
            Optional<ChangeQueue.Batch> batch = queue.take();
            while (batch.isPresent()) {
                attempt(batch.get());
                batch = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(ChangeQueue.Batch batch) throws InterruptedException {
        try {
            assess(batch);
        } catch (Throwable failure) {
            if (!stopping) {
                recover(failure);
            }
        }
    }

    private void assess(ChangeQueue.Batch batch) {
        long began = System.nanoTime();
        metrics.took(RoundMetrics.Step.WAIT, queue.behind());
        Snapshot before = batch.everything() ? null : current;
        // Before any fact is read: what is published was looked at.
        Set<UUID> transactions = batch.everything() ? recorder.pending() : batch.transactions();
        Estate estate = batch.everything() ? keeper.load() : keeper.apply(batch.changes());
        long read = took(RoundMetrics.Step.FACTS, began);
        LocalDate day = LocalDate.now(clock);
        Assessment next = Assessment.of(
                estate, day, model.model(), Catalogue.rules(), before == null ? null : before.assessment());
        long judged = took(RoundMetrics.Step.JUDGE, read);
        publishing.lock();
        try {
            publish(next, before, day, transactions);
        } finally {
            publishing.unlock();
        }
        took(RoundMetrics.Step.RECORD, judged);
        metrics.published(batch.size(), queue.behind());
        queue.covered(batch);
        recorder.tidy();
        LOG.debugf("assessed %d changes in %d ms", batch.size(), (System.nanoTime() - began) / 1_000_000);
    }

    /** @return when the next step begins */
    private long took(RoundMetrics.Step step, long began) {
        long now = System.nanoTime();
        metrics.took(step, Duration.ofNanos(now - began));
        return now;
    }

    private void publish(Assessment next, @Nullable Snapshot before, LocalDate day, Set<UUID> transactions) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean changed = recorder.record(
                next,
                before == null ? null : before.assessment(),
                new AssessmentRecorder.Publishing(day, at, transactions));
        // What is asked of facts, such as their traffic, may change without a finding or a score that does.
        boolean moved = changed
                || before == null
                || !next.estate().sharesAllWith(before.assessment().estate());
        long generation = current == null ? at.toEpochMilli() : current.generation() + (moved ? 1 : 0);
        current = new Snapshot(next, generation, at, day);
    }

    /**
     * Does something while what is known now is what is recorded, and nothing is being recorded: so that what is written
     * beside a finding is about that very finding.
     */
    public <T> T undisturbed(Function<Snapshot, T> work) {
        queue.awaitCovered(config.readWait());
        if (!locked()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "An assessment is being recorded; try again.")
                    .with("Retry-After", "2");
        }
        try {
            return work.apply(latest());
        } finally {
            publishing.unlock();
        }
    }

    private boolean locked() {
        try {
            return publishing.tryLock(config.readWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever went wrong, the facts are in the database: start again from there. */
    private void recover(Throwable failure) throws InterruptedException {
        if (DatabaseFailure.isOutage(failure)) {
            LOG.warnf("no assessment while the database is away: %s", DatabaseFailure.reason(failure));
        } else {
            LOG.error("an assessment failed and is tried again", failure);
        }
        queue.askForAll();
        queue.pause(config.retryAfter());
    }
}
