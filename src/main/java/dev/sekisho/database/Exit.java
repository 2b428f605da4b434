package dev.sekisho.database;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends the process, in good order or at least in time. */
@ApplicationScoped
class Exit {
    private static final Logger LOG = Logger.getLogger(Exit.class);
    private static final Duration AT_THE_LATEST = Duration.ofSeconds(20);

    void because(String sentence) {
        LOG.fatal(sentence);
        var last = new Thread(Exit::haltLater, "exit");
        last.setDaemon(true);
        last.start();
        Quarkus.asyncExit(1);
    }

    /** Whatever hangs on a database that does not answer shall not keep the process. */
    private static void haltLater() {
        try {
            Thread.sleep(AT_THE_LATEST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
