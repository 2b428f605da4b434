package dev.sekisho.database;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is room where writing ends up: at the database, in the folder for what is sent in, and under the log.
 * Where there is none, nothing is begun that could not be finished.
 */
@ApplicationScoped
class DiskSpace {
    private static final Logger LOG = Logger.getLogger(DiskSpace.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final long LEAST = 1L << 20;
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** About a megabyte, which no server keeps in reserve. */
    private static final String PROBE =
            "create table room_probe as select md5(n::text) as filler from generate_series(1, 20000) as n";

    private final DirectLine line;
    private final Map<File, Long> places = new LinkedHashMap<>();
    private final Thread looking = new Thread(this::look, "room");
    private volatile boolean serverFull;
    private volatile boolean stopping;
    private volatile @Nullable String full;

    DiskSpace(DirectLine line, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String address) {
        this.line = line;
        DataFolder.of(address).ifPresent(folder -> places.put(folder.path(), DataFolder.LEAST));
        places.putIfAbsent(new File(System.getProperty("java.io.tmpdir")), LEAST);
        File log = logFile();
        if (log != null) {
            places.putIfAbsent(log, LEAST);
        }
    }

    /** The log goes to standard output; where that is a file its disk can fill up. */
    private static @Nullable File logFile() {
        try {
            File file = STANDARD_OUTPUT.toRealPath().toFile();
            return file.isFile() ? file : null;
        } catch (IOException | SecurityException elsewhere) {
            return null;
        }
    }

    void open(@Observes DatabaseOpened opened) {
        full = found();
        looking.setDaemon(true);
        looking.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /** The database server said so. */
    void serverIsFull() {
        serverFull = true;
        full = found();
    }

    /** Where there is no room; null while there is room everywhere. */
    @Nullable
    String full() {
        return full;
    }

    private void look() {
        while (!stopping) {
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            serverFull = serverFull && !line.isEmbedded() && !serverHasRoom();
            tell(found());
        }
    }

    private void tell(@Nullable String now) {
        if (!Objects.equals(full, now)) {
            LOG.warn(now == null ? "there is room again" : "there is no room left " + now);
        }
        full = now;
    }

    private @Nullable String found() {
        if (serverFull) {
            return "at the database";
        }
        return places.entrySet().stream()
                .filter(place -> place.getKey().exists() && place.getKey().getUsableSpace() < place.getValue())
                .map(place -> "in " + place.getKey())
                .findFirst()
                .orElse(null);
    }

    private boolean serverHasRoom() {
        try (Connection connection = line.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(PROBE);
                return true;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            LOG.debugf("the database has no room yet: %s", failure.getMessage());
            return false;
        }
    }
}
