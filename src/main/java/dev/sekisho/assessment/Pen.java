package dev.sekisho.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Writes rows in batches, for as long as nobody puts an end to it: a long record is given up between two batches, so
 * that it is rolled back in good order. Interrupting the thread instead would close an embedded database's file.
 */
final class Pen {
    private static final int BATCH = 500;

    private final Connection connection;
    private final BooleanSupplier lifted;

    /** @param lifted whether what is being written is to be given up */
    Pen(Connection connection, BooleanSupplier lifted) {
        this.connection = connection;
        this.lifted = lifted;
    }

    /** Sets the parameters of one statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    PreparedStatement statement(String sql) throws SQLException {
        goOn();
        return connection.prepareStatement(sql);
    }

    Batch batch(String sql) throws SQLException {
        return new Batch(statement(sql));
    }

    private void goOn() throws SQLException {
        if (lifted.getAsBoolean()) {
            throw new SQLException("the service is being stopped");
        }
    }

    /** One statement with many sets of parameters. */
    final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;
        private int sent;

        private Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Parameters parameters) throws SQLException {
            parameters.set(statement);
            statement.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        }

        /** Sends what is left and tells how many were sent in all. */
        int finish() throws SQLException {
            if (waiting > 0) {
                send();
            }
            return sent;
        }

        private void send() throws SQLException {
            goOn();
            statement.executeBatch();
            sent += waiting;
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
