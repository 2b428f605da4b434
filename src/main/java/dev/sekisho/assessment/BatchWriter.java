package dev.sekisho.assessment;

import dev.sekisho.database.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Writes rows in batches, for as long as nobody puts an end to it: a long record is given up between two batches, so
 * that it is rolled back in good order. Interrupting the thread instead would close an embedded database's file.
 *
 * <p>Within a transaction it writes in that one; otherwise each page is a transaction of its own, so that none grows with
 * the estate.
 */
final class BatchWriter {
    /** The most rows that are written in one transaction where there are several. */
    static final int PAGE = 5000;

    private static final int BATCH = 500;
    private static final int FETCHED = 5000;

    private final Transactions transactions;
    private final DataSource database;
    private final BooleanSupplier lifted;
    private final Map<String, List<Parameters>> page = new LinkedHashMap<>();
    private final boolean within;
    private int waiting;
    private int written;

    private BatchWriter(Transactions transactions, DataSource database, BooleanSupplier lifted, boolean within) {
        this.transactions = transactions;
        this.database = database;
        this.lifted = lifted;
        this.within = within;
    }

    /**
     * For the transaction at hand.
     *
     * @param lifted whether what is being written is to be given up
     */
    static BatchWriter within(Transactions transactions, DataSource database, BooleanSupplier lifted) {
        return new BatchWriter(transactions, database, lifted, true);
    }

    /** For as many transactions as it takes. */
    static BatchWriter across(Transactions transactions, DataSource database, BooleanSupplier lifted) {
        return new BatchWriter(transactions, database, lifted, false);
    }

    /** Sets the parameters of one statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Takes one row. */
    interface Reader {
        void take(ResultSet row) throws SQLException;
    }

    /** Statements of a page are carried out in the order in which each was first used. */
    void write(String sql, Parameters parameters) throws SQLException {
        page.computeIfAbsent(sql, any -> new ArrayList<>()).add(parameters);
        if (++waiting == PAGE) {
            finish();
        }
    }

    /** Carries out what waits and tells how many statements were carried out in all. */
    int finish() throws SQLException {
        if (waiting > 0) {
            goOn();
            if (within) {
                carryOut();
            } else {
                transactions.writeAtLength(() -> {
                    carryOut();
                    return true;
                });
            }
            written += waiting;
            waiting = 0;
            page.clear();
        }
        return written;
    }

    private void carryOut() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<String, List<Parameters>> entry : page.entrySet()) {
                try (PreparedStatement statement = connection.prepareStatement(entry.getKey())) {
                    carryOut(statement, entry.getValue());
                }
            }
        }
    }

    private void carryOut(PreparedStatement statement, List<Parameters> all) throws SQLException {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).set(statement);
            statement.addBatch();
            if ((i + 1) % BATCH == 0 || i + 1 == all.size()) {
                goOn();
                statement.executeBatch();
            }
        }
    }

    /** Reads what is there, without what waits to be carried out. */
    void read(String sql, Parameters parameters, Reader reader) throws SQLException {
        goOn();
        transactions.readAtLength(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCHED);
                parameters.set(select);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        reader.take(rows);
                    }
                }
            }
            return true;
        });
    }

    private void goOn() throws SQLException {
        if (lifted.getAsBoolean()) {
            throw new SQLException("the service is being stopped");
        }
    }
}
