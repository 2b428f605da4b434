package dev.sekisho.database;

import java.nio.channels.OverlappingFileLockException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Hands an address to the driver it is meant for. The build fixes one dialect, PostgreSQL's; an H2 address gets the
 * settings that make H2 speak it and keep every commit through a crash.
 */
public final class EmbeddedOrServerDriver implements Driver {
    private static final String EMBEDDED = "jdbc:h2:";

    /** WRITE_DELAY=0: a commit is in the file before it is acknowledged. */
    private static final String EMBEDDED_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    /** As PostgreSQL says it. */
    private static final String DISK_FULL = "53100";

    private static final String CONNECTING_SECONDS = "5";

    private static final List<String> SHARED =
            List.of("JDBC:H2:TCP:", "JDBC:H2:SSL:", "AUTO_SERVER=TRUE", "FILE_LOCK=", "AUTO_SERVER_PORT");

    private final Driver embedded = new org.h2.Driver();
    private final Driver server = new org.postgresql.Driver();

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!isEmbedded(url)) {
            return reached(url, info);
        }
        refuseShared(url);
        refuseWithoutRoom(url);
        var credentials = new Properties();
        copy("user", info, credentials);
        copy("password", info, credentials);
        return embedded.connect(url + EMBEDDED_SETTINGS, credentials);
    }

    static boolean isEmbedded(String url) {
        return url.startsWith(EMBEDDED);
    }

    /** Whether a database was refused because another process has its file. */
    static boolean isTaken(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    /** Whether this very process still has the file locked, from a time when it could use it. */
    static boolean isLockedOut(Throwable failure) {
        return failure instanceof OverlappingFileLockException
                || failure.getCause() != null && isLockedOut(failure.getCause());
    }

    /** One process has the file of a database to itself; what would let in more is not offered. */
    private static void refuseShared(String url) throws SQLException {
        String settings = url.toUpperCase(Locale.ROOT);
        if (SHARED.stream().anyMatch(settings::contains)) {
            throw new SQLException("H2 is used by one process alone, so the address may not be of a server nor say"
                    + " AUTO_SERVER or FILE_LOCK: " + url);
        }
    }

    /** Opened where nothing can be written, H2 gives up half-way and keeps the file locked against everybody, us too. */
    private static void refuseWithoutRoom(String url) throws SQLException {
        if (!DataFolder.of(url).map(DataFolder::hasRoom).orElse(true)) {
            throw new SQLException("There is no room left where the database is.", DISK_FULL);
        }
    }

    /** A server that does not answer is given up while connecting; from then on each transaction has its own limits. */
    private @Nullable Connection reached(String url, Properties info) throws SQLException {
        var limited = new Properties();
        limited.putAll(info);
        limited.setProperty("socketTimeout", CONNECTING_SECONDS);
        Connection connection = server.connect(url, limited);
        if (connection != null) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
        return connection;
    }

    /** PostgreSQL's own connection properties would be refused by H2. */
    private static void copy(String name, Properties from, Properties to) {
        String value = from.getProperty(name);
        if (value != null) {
            to.setProperty(name, value);
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return url.startsWith(EMBEDDED) || server.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
