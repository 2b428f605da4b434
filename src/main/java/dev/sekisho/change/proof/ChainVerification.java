package dev.sekisho.change.proof;

import dev.sekisho.change.ChangeId;
import dev.sekisho.database.Transactions;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Verifies the whole log, a page at a time, so that it may be of any length and is written to meanwhile. */
@ApplicationScoped
public class ChainVerification {
    private static final int PAGE = 2000;
    private static final int REVISIONS = 500;

    /** A transaction that is published and has no row at all. */
    private static final String EMPTIED = "select t.tx, t.revision from revision_tx t"
            + " where t.change_count > 0 and not exists (select 1 from change_log c where c.id > t.tx and c.tx = t.tx)"
            + " order by t.revision, t.tx limit 1";

    private final DataSource database;
    private final Transactions transactions;
    private final Semaphore turn = new Semaphore(1);

    ChainVerification(DataSource database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Verifies everything.
     *
     * @param given a head that was kept elsewhere
     * @throws ProblemException TOO_MANY_REQUESTS while another verification is under way
     */
    public ProofView verify(ProofView.@Nullable Head given) {
        if (!turn.tryAcquire()) {
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, "Another verification is under way.")
                    .with("Retry-After", "30");
        }
        try {
            var rows = new RowCheck();
            var chain = new ChainCheck(given);
            Fault fault = rows(rows);
            fault = fault == null ? transactions.readAtLength(this::emptied) : fault;
            Fault broken = chain(chain);
            fault = fault == null ? broken : fault;
            return new ProofView(fault == null, rows.rows(), chain.head(), fault);
        } finally {
            turn.release();
        }
    }

    private @Nullable Fault rows(RowCheck check) {
        long before = -1;
        while (check.rows() > before) {
            before = check.rows();
            Fault fault = page(
                    RowCheck.SELECT,
                    select -> {
                        select.setObject(1, check.last());
                        select.setInt(2, PAGE);
                    },
                    check::next);
            if (fault != null) {
                return fault;
            }
        }
        return check.end();
    }

    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private interface Check {
        @Nullable
        Fault next(ResultSet row) throws SQLException;
    }

    /** The first that does not fit on a page, in a transaction of its own. */
    private @Nullable Fault page(String sql, Parameters parameters, Check check) {
        return transactions.readAtLength(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                parameters.set(select);
                try (ResultSet rows = select.executeQuery()) {
                    Fault fault = null;
                    while (fault == null && rows.next()) {
                        fault = check.next(rows);
                    }
                    return fault;
                }
            }
        });
    }

    private @Nullable Fault emptied() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EMPTIED);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Fault.of(ChangeId.of(row.getObject(1, UUID.class), 1), row.getLong(2), "It is missing.")
                    : null;
        }
    }

    private @Nullable Fault chain(ChainCheck check) {
        long last = transactions.readAtLength(this::last);
        for (long from = 0; from < last; from += REVISIONS) {
            long after = from;
            Fault fault = page(
                    ChainCheck.SELECT,
                    select -> {
                        select.setLong(1, after);
                        select.setLong(2, after + REVISIONS);
                    },
                    check::next);
            if (fault != null) {
                return fault;
            }
        }
        Fault fault = check.end();
        return fault == null ? check.missed() : fault;
    }

    private long last() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select max(revision) from revision");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
