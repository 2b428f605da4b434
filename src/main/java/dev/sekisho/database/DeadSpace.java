package dev.sekisho.database;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what a file of the embedded database holds and nobody needs, at the end of a clean stop. All that lives is
 * copied into a new file, which then takes the place of the old: where there is no time to finish, the process ends, the
 * old file is as good as before, and a later stop does it.
 */
@ApplicationScoped
class DeadSpace {
    private static final Logger LOG = Logger.getLogger(DeadSpace.class);

    /** From the signal on; a process that is told to stop is gone after twenty seconds. */
    static final Duration AT_THE_LATEST = Duration.ofSeconds(15);

    private static final Duration WORTH_BEGINNING = Duration.ofSeconds(1);
    private static final long NOT_WORTH_IT = 16L << 20;
    private static final long LEAST_PART = 4;

    private static final String SETTINGS = "select setting_name, setting_value from information_schema.settings"
            + " where setting_name in ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')";

    private final Optional<DataFolder> folder;
    private Lease.@Nullable Moment told;

    DeadSpace(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String address) {
        this.folder = DataFolder.of(address);
    }

    void noticed(@Observes ShutdownDelayInitiatedEvent shutdown) {
        told = Lease.now();
    }

    /** What is left of the time there is. */
    Duration left() {
        Lease.Moment began = told;
        return began == null ? AT_THE_LATEST : AT_THE_LATEST.minus(began.until(Lease.now()));
    }

    /**
     * Closes the database, whoever uses it, where that gives back enough.
     *
     * @return whether the connection is closed, or is being closed, by this
     */
    boolean giveBack(Connection connection, Duration time) throws SQLException {
        if (folder.isEmpty() || time.compareTo(WORTH_BEGINNING) < 0 || !isWorthIt(sizes(connection))) {
            return false;
        }
        var closing = new Thread(() -> compact(connection), "dead space");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.info("there was no time to give back what the database's file does not need; a later stop does it");
        }
        return true;
    }

    private boolean isWorthIt(Sizes sizes) {
        long dead = sizes.file() - sizes.alive();
        return dead >= NOT_WORTH_IT
                && dead >= sizes.file() / LEAST_PART
                && folder.orElseThrow().path().getUsableSpace() > sizes.alive() + DataFolder.LEAST;
    }

    private record Sizes(long file, long alive) {}

    /** The parts are of chunks in the file, and of pages in the chunks. */
    private static Sizes sizes(Connection connection) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SETTINGS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), Long.valueOf(rows.getString(2)));
            }
        }
        long file = found.getOrDefault("info.FILE_SIZE", 0L);
        long alive = file
                * found.getOrDefault("info.FILL_RATE", 100L)
                / 100
                * found.getOrDefault("info.CHUNKS_FILL_RATE", 100L)
                / 100;
        return new Sizes(file, alive);
    }

    private static void compact(Connection connection) {
        try (PreparedStatement shutdown = connection.prepareStatement("shutdown compact")) {
            shutdown.execute();
        } catch (SQLException closed) {
            LOG.debug("the database is closed", closed);
        }
    }
}
