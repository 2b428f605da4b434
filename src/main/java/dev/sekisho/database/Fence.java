package dev.sekisho.database;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The last thing a writing transaction does before its commit: under a shared lock it looks whether the epoch is still
 * ours. A takeover waits for the lock, so either it comes after the commit, or the transaction sees it and is refused.
 */
@ApplicationScoped
class Fence {
    /**
     * Nothing is asked of a transaction that wrote nothing. A process that is stopped while it holds the lock loses it.
     */
    static final String ON_SERVER = "select epoch, pg_current_xact_id()::text,"
            + " set_config('idle_in_transaction_session_timeout', '3s', true) from assessor"
            + " where id = 1 and pg_current_xact_id_if_assigned() is not null for share";

    /** H2 has its file locked by this process for as long as the transaction goes on. */
    private static final String EMBEDDED = "select epoch, null from assessor where id = 1";

    private final DataSource database;
    private final Lease lease;
    private final LeaseKeeper keeper;
    private final String sql;

    Fence(DataSource database, Lease lease, LeaseKeeper keeper, DirectLine line) {
        this.database = database;
        this.lease = lease;
        this.keeper = keeper;
        this.sql = line.isEmbedded() ? EMBEDDED : ON_SERVER;
    }

    /**
     * To be called within the transaction.
     *
     * @return by what name the server knows the transaction; absent where it wrote nothing or has none
     * @throws ProblemException UNAVAILABLE when another process has taken over
     */
    @Nullable
    String pass() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            if (row.getLong(1) != lease.epoch()) {
                refuse(row.getLong(1));
            }
            return row.getString(2);
        }
    }

    private void refuse(long epoch) {
        if (epoch > lease.epoch() && lease.epoch() > 0) {
            keeper.lost();
        }
        throw ProblemException.of(
                        ProblemType.UNAVAILABLE,
                        "Another process works on the database; nothing was stored. Send it again.")
                .with("Retry-After", "5");
    }
}
