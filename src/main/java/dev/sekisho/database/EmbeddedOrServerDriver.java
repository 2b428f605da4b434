package dev.sekisho.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
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

    private final Driver embedded = new org.h2.Driver();
    private final Driver server = new org.postgresql.Driver();

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!url.startsWith(EMBEDDED)) {
            return server.connect(url, info);
        }
        var credentials = new Properties();
        copy("user", info, credentials);
        copy("password", info, credentials);
        return embedded.connect(url + EMBEDDED_SETTINGS, credentials);
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
