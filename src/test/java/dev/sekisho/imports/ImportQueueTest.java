package dev.sekisho.imports;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sekisho.change.Actor;
import dev.sekisho.registry.Revisions;
import dev.sekisho.web.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What becomes of large imports when the service is told to stop. */
class ImportQueueTest {
    private final EndlessImports imports = new EndlessImports();
    private final SpokenJobs jobs = new SpokenJobs();
    private final ImportQueue queue = new ImportQueue(imports, jobs, new ImportLock(), Duration.ofMillis(20));

    @Test
    void givesUpBetweenChunksWithoutAnInterrupt() throws InterruptedException {
        queue.add(body(), false, Actor.named("test"));
        imports.begun.await();

        queue.stop(new ShutdownEvent());

        assertFalse(imports.interrupted);
        assertEquals(List.of("job0: The service was stopped; nothing was imported."), jobs.failures);
    }

    @Test
    void beginsNothingThatStillWaits() throws InterruptedException {
        queue.add(body(), false, Actor.named("test"));
        queue.add(body(), false, Actor.named("test"));
        imports.begun.await();

        queue.stop(new ShutdownEvent());

        assertEquals(List.of("job0"), jobs.begun);
        assertEquals("job1: The service was stopped; nothing was imported.", jobs.failures.get(1));
    }

    private static ImportFile body() {
        return ImportFile.of(new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8)));
    }

    /** Never done by itself. */
    @Vetoed
    private static final class EndlessImports extends Imports {
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean interrupted;

        EndlessImports() {
            super(null, null, null);
        }

        @Override
        ImportSummary run(ImportFile spool, boolean dryRun, IntConsumer progress, Consumer<ImportSummary> last) {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                progress.accept(0);
                Thread.onSpinWait();
            }
            interrupted = true;
            return requireNonNull(null);
        }
    }

    /** Jobs that are remembered here in place of a database. */
    @Vetoed
    private static final class SpokenJobs extends ImportJobs {
        private final List<String> begun = new CopyOnWriteArrayList<>();
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private int queued;

        SpokenJobs() {
            super(null, new Revisions(), Clock.systemUTC(), null);
        }

        @Override
        ImportJobView queue(int lines, boolean dryRun) {
            var row = new ImportJobEntity();
            row.id = "job" + queued++;
            row.submittedAt = Instant.EPOCH;
            return ImportJobView.of(row, 0);
        }

        @Override
        void started(String id) {
            begun.add(id);
        }

        @Override
        void failed(String id, String detail, List<Problem.FieldError> errors) {
            failures.add(id + ": " + detail);
        }
    }
}
