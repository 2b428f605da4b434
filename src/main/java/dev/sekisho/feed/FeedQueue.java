package dev.sekisho.feed;

import dev.sekisho.change.Actor;
import dev.sekisho.change.Ledger;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Takes over the files that are sent in. Whoever sent one is told how it ended, or after a while that it goes on: a
 * connection on which nothing moves is cut, by us and by whatever stands between.
 */
@ApplicationScoped
class FeedQueue {
    private static final Logger LOG = Logger.getLogger(FeedQueue.class);

    /** How many files may wait or be read. */
    private static final int PLACES = 8;

    private static final Duration TO_ROLL_BACK = Duration.ofSeconds(8);

    private final FeedService desk;
    private final FeedsConfig config;
    private final Ledger ledger;
    private final Semaphore places = new Semaphore(PLACES);
    private final ExecutorService workers = Executors.newFixedThreadPool(PLACES, work -> new Thread(work, "feeds"));

    FeedQueue(FeedService desk, FeedsConfig config, Ledger ledger) {
        this.ledger = ledger;
        this.desk = desk;
        this.config = config;
    }

    /**
     * Takes over a file, which is moved away.
     *
     * @return how the feed stands then; empty where that is still to come
     * @throws ProblemException when the file is refused, or too many wait
     */
    Optional<FeedView> take(Feed feed, Path file, Sending sending) {
        Future<FeedView> work = queued(feed, moved(file), sending);
        try {
            return Optional.of(work.get(config.answerAfter().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The service is being stopped.");
        }
    }

    private Future<FeedView> queued(Feed feed, Path file, Sending sending) {
        if (!places.tryAcquire()) {
            delete(file);
            throw ProblemException.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "Other feeds are being taken over; send this one again later.")
                    .with("Retry-After", "30");
        }
        Actor sender = ledger.actor();
        return workers.submit(() -> {
            try {
                return sender.doing(() -> desk.take(feed, file, sending));
            } finally {
                places.release();
                delete(file);
            }
        });
    }

    /** What came with a request is deleted with it. */
    private static Path moved(Path file) {
        try {
            Path own = Files.createTempFile("feed-", ".sent");
            return Files.move(file, own, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("a feed that was taken over could not be deleted: %s", e.getMessage());
        }
    }

    /** Whoever waits for an answer holds up the shutdown, so what is under way is given up at its first sign. */
    void giveUp(@Observes ShutdownDelayInitiatedEvent shutdown) {
        desk.stop();
    }

    /** What is not over is rolled back, while there is a database to roll it back in; no thread is interrupted. */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        desk.stop();
        workers.shutdown();
        workers.awaitTermination(TO_ROLL_BACK.toMillis(), TimeUnit.MILLISECONDS);
    }
}
