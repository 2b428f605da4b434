package dev.sekisho.assessment;

import dev.sekisho.change.revision.RevisionBook;
import dev.sekisho.database.Transactions;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what an assessment found: only what differs from what is stored, so that the same facts assessed again
 * write nothing. A finding keeps its row for as long as it has the same cause; when the cause is gone the row is
 * resolved, and opened again should the cause return.
 *
 * <p>Little is written in its place in one transaction. Much is written beside what is published, in as many transactions
 * as it takes, and then published by one row; what it replaced is deleted afterwards.
 */
@ApplicationScoped
class AssessmentRecorder {
    private final DataSource database;
    private final FindingRows findings;
    private final ScoreRows scores;
    private final Transactions transactions;
    private final RoundMetrics metrics;
    private final RevisionBook book;
    private boolean loaded;
    private int revision;
    private @Nullable Replaced replaced;
    private volatile boolean stopped;

    AssessmentRecorder(
            DataSource database,
            FindingRows findings,
            ScoreRows scores,
            Transactions transactions,
            RoundMetrics metrics,
            RevisionBook book) {
        this.book = book;
        this.metrics = metrics;
        this.database = database;
        this.findings = findings;
        this.scores = scores;
        this.transactions = transactions;
    }

    /**
     * What is published with an assessment.
     *
     * @param day in UTC, on which was judged
     * @param transactions whose changes were read before it
     */
    record Publishing(LocalDate day, Instant at, Set<UUID> transactions) {}

    /** What is to be deleted, since it counts no more. */
    private record Replaced(List<Integer> findings, List<Subject> scores) {}

    /**
     * Records an assessment.
     *
     * @param before the one recorded last by this process; absent to compare with everything stored
     * @return whether a finding or a score was written
     */
    boolean record(Assessment next, @Nullable Assessment before, Publishing publishing) {
        return attempt(() -> {
            boolean all = before == null || !loaded;
            if (all) {
                load();
            }
            boolean written = !all && Extent.of(next) <= BatchWriter.PAGE
                    ? transactions.writeAtLength(() -> inPlace(next, before, publishing))
                    : beside(next, all ? null : before, publishing);
            loaded = true;
            return written;
        });
    }

    private <T> T attempt(Callable<T> work) {
        boolean done = false;
        try {
            T result = work.call();
            done = true;
            return result;
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            // What is held in memory may be ahead of what was committed.
            loaded = loaded && done;
        }
    }

    private void load() throws SQLException {
        BatchWriter writer = across();
        Publication found = Publication.read(writer);
        revision = found.revision();
        replaced = null;
        if (found.isUnfinished()) {
            FindingRows.recover(writer, revision);
            ScoreRows.recover(writer, revision);
            Publication.end(writer);
        }
        scores.load(writer);
    }

    private boolean inPlace(Assessment next, @Nullable Assessment before, Publishing publishing) throws SQLException {
        LocalDate day = publishing.day();
        Instant at = publishing.at();
        BatchWriter writer = BatchWriter.within(transactions, database, () -> stopped);
        var edition = new Edition(revision, false);
        FindingRows.Record written = findings.record(writer, edition, next, before, at);
        findings.settle(writer, written, next, day, at);
        scores.record(writer, edition, next, before, day, at);
        boolean any = finished(writer);
        publish(next, publishing);
        return any;
    }

    /** Numbers the changes of which this assessment is the outcome. */
    private void publish(Assessment next, Publishing publishing) throws SQLException {
        book.publish(
                publishing.transactions(),
                publishing.at(),
                publishing.day(),
                next.model().version());
    }

    /** The transactions whose changes no assessment has been published of. */
    Set<UUID> pending() {
        return transactions.readAtLength(book::pending);
    }

    private boolean finished(BatchWriter writer) throws SQLException {
        int rows = writer.finish();
        metrics.wrote(rows);
        return rows > 0;
    }

    private boolean beside(Assessment next, @Nullable Assessment before, Publishing publishing) throws SQLException {
        LocalDate day = publishing.day();
        Instant at = publishing.at();
        sweep();
        Publication.begin(across());
        BatchWriter writer = across();
        var edition = new Edition(revision + 1, true);
        FindingRows.Record written = findings.record(writer, edition, next, before, at);
        List<Subject> scored = scores.record(writer, edition, next, before, day, at);
        boolean any = finished(writer);
        boolean settled = transactions.writeAtLength(() -> {
            BatchWriter last = BatchWriter.within(transactions, database, () -> stopped);
            findings.settle(last, written, next, day, at);
            boolean some = finished(last);
            Publication.publish(last, edition.revision());
            publish(next, publishing);
            return some;
        });
        revision = edition.revision();
        replaced = new Replaced(written.replaced, scored);
        return any || settled;
    }

    /** Deletes what the latest record replaced, when nobody waits for it any more. */
    void tidy() {
        attempt(() -> {
            sweep();
            return true;
        });
    }

    private void sweep() throws SQLException {
        Replaced known = replaced;
        if (known != null) {
            BatchWriter writer = across();
            FindingRows.sweep(writer, known.findings());
            ScoreRows.sweep(writer, known.scores(), revision);
            Publication.end(writer);
            replaced = null;
        }
    }

    private BatchWriter across() {
        return BatchWriter.across(transactions, database, () -> stopped);
    }

    /** Gives up what is being recorded; nothing is recorded any more. */
    void stop() {
        stopped = true;
    }
}
