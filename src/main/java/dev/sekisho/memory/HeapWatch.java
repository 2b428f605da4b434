package dev.sekisho.memory;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Ends the process when it does nothing but collect garbage that is not there, so that whatever supervises it starts it
 * again. No hook is run: there is no memory to run it in, and what was acknowledged is stored.
 */
@Liveness
@ApplicationScoped
class HeapWatch implements AsyncHealthCheck {
    /** Distinct from 1, a start that was refused, and from 3, with which the Java machine ends where nothing is left at all. */
    static final int EXIT_CODE = 12;

    private static final Logger LOG = Logger.getLogger(HeapWatch.class);
    private static final int FIRST = 1;
    private static final long EVERY_MILLIS = 500;
    private static final long TO_BE_SEEN_MILLIS = 3000;

    private final Heap heap = new Heap();
    private final Exhaustion exhaustion = new Exhaustion();
    private final Thread thread = new Thread(this::watch, "heap-watch");
    /** Said beforehand: at the end there is no room to put words together. */
    private final String lastWords =
            "The heap of %d MB is full and collecting garbage takes all the time: the process ends"
                            .formatted(heap.limit() >> 20)
                    + " with exit code " + EXIT_CODE + " to be started again. Give it more with -Xmx.";

    private volatile boolean exhausted;
    private volatile boolean stopping;

    void start(@Observes @Priority(FIRST) StartupEvent start) {
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        // Without a thread, of which none may be left.
        return Uni.createFrom()
                .item(HealthCheckResponse.named("Heap").status(!exhausted).build());
    }

    private void watch() {
        try {
            while (!stopping && !exhausted) {
                Thread.sleep(EVERY_MILLIS);
                exhausted = exhaustion.reachedAt(heap.sample());
            }
            if (exhausted) {
                LOG.fatal(lastWords);
                Thread.sleep(TO_BE_SEEN_MILLIS);
            }
        } catch (OutOfMemoryError none) {
            exhausted = true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        if (exhausted) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
