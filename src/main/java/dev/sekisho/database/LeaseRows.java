package dev.sekisho.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The two rows of the lease. Times are told by the clock of the database. H2 has its file locked by the process, so its
 * lease is free whenever it can be opened at all.
 */
final class LeaseRows {
    private final boolean embedded;
    private final Duration lasts;

    LeaseRows(boolean embedded, Duration lasts) {
        this.embedded = embedded;
        this.lasts = lasts;
    }

    /** Whether there is a schema that knows of leases. */
    boolean exist(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "assessor_heartbeat", null)) {
            return tables.next();
        }
    }

    /** Takes the lease over where it has run out; tells the epoch that begins. */
    OptionalLong take(Connection connection) throws SQLException {
        // Asked first without a lock, which would hold up the writes of whoever has the lease.
        if (!isFree(connection, "")) {
            return OptionalLong.empty();
        }
        return inTransaction(connection, () -> takeLocked(connection));
    }

    private OptionalLong takeLocked(Connection connection) throws SQLException {
        if (!embedded) {
            number(connection, "select length(set_config('lock_timeout', '3s', true))");
        }
        long epoch = number(connection, "select epoch from assessor where id = 1 for update") + 1;
        if (!isFree(connection, " for update")) {
            return OptionalLong.empty();
        }
        update(connection, "update assessor set epoch = ? where id = 1", epoch);
        update(connection, "update assessor_heartbeat set until = " + end() + ", epoch = ? where id = 1", epoch);
        return OptionalLong.of(epoch);
    }

    private boolean isFree(Connection connection, String lock) throws SQLException {
        String free = embedded ? "true" : "until <= clock_timestamp()";
        String sql = "select case when " + free + " then 1 else 0 end from assessor_heartbeat where id = 1" + lock;
        return number(connection, sql) == 1;
    }

    /** Tells whether the lease is still that epoch's, and prolongs it. */
    boolean renew(Connection connection, long epoch) throws SQLException {
        if (embedded) {
            return number(connection, "select epoch from assessor where id = 1") == epoch;
        }
        return inTransaction(connection, () -> {
            // A heartbeat that a crash of the database loses is no loss, and no slow disk shall hold it up.
            number(connection, "select length(set_config('synchronous_commit', 'off', true))");
            return update(
                            connection,
                            "update assessor_heartbeat set until = " + end() + " where id = 1 and epoch = ?",
                            epoch)
                    == 1;
        });
    }

    /** Lets the next process in at once. */
    void release(Connection connection, long epoch) throws SQLException {
        if (!embedded) {
            update(
                    connection,
                    "update assessor_heartbeat set until = clock_timestamp() where id = 1 and epoch = ?",
                    epoch);
        }
    }

    private String end() {
        return embedded ? "current_timestamp" : "clock_timestamp() + interval '" + lasts.toMillis() + " milliseconds'";
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } finally {
            // After a commit there is nothing to roll back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("a row of the lease is missing: " + sql);
            }
            return rows.getLong(1);
        }
    }

    private static int update(Connection connection, String sql, long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, epoch);
            return statement.executeUpdate();
        }
    }
}
