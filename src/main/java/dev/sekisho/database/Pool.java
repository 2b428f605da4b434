package dev.sekisho.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Stands where connections leave the pool: none goes out but to a transaction that says whether it writes. One that says
 * it reads is made unable to write by the server itself, and one that writes cannot end without a look at the lease.
 */
@Singleton
class Pool implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(Pool.class);
    private static final ThreadLocal<Boolean> UNGUARDED = ThreadLocal.withInitial(() -> false);

    /**
     * The server soon gives up what nobody waits for any more, and what a process that was stopped left half-done: both
     * hold locks that others wait for.
     */
    private static final String MANNERS =
            "set client_connection_check_interval = '2s'; set idle_in_transaction_session_timeout = '120s'";

    private static final int AT_REST_MILLIS = 3000;

    /** For the schema alone, which is brought up to date before anybody writes. */
    void unguarded(Runnable work) {
        UNGUARDED.set(true);
        try {
            work.run();
        } finally {
            UNGUARDED.remove();
        }
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        Connection server = server(connection);
        if (server == null) {
            return;
        }
        try (Statement statement = server.createStatement()) {
            statement.execute(MANNERS);
            rest(server);
        } catch (SQLException refused) {
            LOG.infof("the database server does not take all settings: %s", refused.getMessage());
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        TransactionScope scope = TransactionScope.current();
        if (scope == null && !UNGUARDED.get()) {
            throw new IllegalStateException("the database is used within Transactions only");
        }
        Connection server = server(connection);
        if (server != null) {
            bind(scope, server);
        }
    }

    /** A change of the schema takes as long as it takes. */
    private static void bind(@Nullable TransactionScope scope, Connection server) {
        try {
            if (scope == null) {
                server.setNetworkTimeout(Runnable::run, 0);
            } else {
                scope.bind(server);
            }
        } catch (SQLException gone) {
            throw new IllegalStateException("a connection could not be prepared", gone);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        TransactionScope scope = TransactionScope.current();
        Connection server = server(connection);
        if (scope != null && server != null) {
            scope.release(server);
        }
        if (server != null) {
            try {
                rest(server);
            } catch (SQLException gone) {
                LOG.debug("the connection is gone and will be found out", gone);
            }
        }
    }

    /** While it lies in the pool only the pool asks it, whether it still works, and does not wait long. */
    private static void rest(Connection server) throws SQLException {
        server.setNetworkTimeout(Runnable::run, AT_REST_MILLIS);
    }

    private static @Nullable Connection server(Connection connection) {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? (Connection) connection.unwrap(PGConnection.class)
                    : null;
        } catch (SQLException gone) {
            return null;
        }
    }
}
