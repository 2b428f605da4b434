package dev.sekisho.assessment;

import dev.sekisho.database.Transactions;
import dev.sekisho.risk.assessment.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what an assessment found: only what differs from what is stored, in one transaction, so that the same
 * facts assessed again write nothing. A finding keeps its row for as long as it has the same cause; when the cause is
 * gone the row is resolved, and opened again should the cause return.
 */
@ApplicationScoped
class Ledger {
    private final DataSource database;
    private final FindingRows findings;
    private final ScoreRows scores;
    private final Transactions transactions;
    private boolean loaded;
    private volatile boolean stopped;

    Ledger(DataSource database, FindingRows findings, ScoreRows scores, Transactions transactions) {
        this.database = database;
        this.findings = findings;
        this.scores = scores;
        this.transactions = transactions;
    }

    /**
     * Records an assessment.
     *
     * @param before the one recorded last by this process; absent to compare with everything stored
     * @return whether anything was written
     */
    boolean record(Assessment next, @Nullable Assessment before, LocalDate day, Instant at) {
        try {
            return transactions.writeAtLength(() -> {
                try (Connection connection = database.getConnection()) {
                    return write(new Pen(connection, () -> stopped), next, before, day, at);
                }
            });
        } catch (RuntimeException failure) {
            // What is held in memory may be ahead of what was committed.
            loaded = false;
            throw failure;
        }
    }

    /** Gives up what is being recorded; nothing is recorded any more. */
    void stop() {
        stopped = true;
    }

    private boolean write(Pen pen, Assessment next, @Nullable Assessment before, LocalDate day, Instant at)
            throws SQLException {
        boolean all = before == null || !loaded;
        if (all) {
            scores.load(pen);
        }
        int written = findings.record(pen, next, all ? null : before, day, at);
        written += scores.record(pen, next, all ? null : before, day, at);
        loaded = true;
        return written > 0;
    }
}
