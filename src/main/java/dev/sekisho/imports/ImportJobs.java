package dev.sekisho.imports;

import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.DatabaseOpened;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Revisions;
import dev.sekisho.registry.field.UuidV7;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of the jobs of large imports. */
@ApplicationScoped
class ImportJobs {
    private final ImportJobRepository rows;
    private final Revisions revisions;
    private final Clock clock;
    private final Transactions transactions;
    private final Map<String, Integer> linesDone = new ConcurrentHashMap<>();

    ImportJobs(ImportJobRepository rows, Revisions revisions, Clock clock, Transactions transactions) {
        this.rows = rows;
        this.revisions = revisions;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Whatever had not finished was in a transaction that never was committed, or in none. */
    void closeInterrupted(@Observes DatabaseOpened opened) {
        transactions.write(() -> rows.unfinished()
                .forEach(row -> fail(row, "interrupted by a restart; nothing was imported", List.of())));
    }

    ImportJobView queue(int lines, boolean dryRun) {
        var row = new ImportJobEntity();
        row.id = UuidV7.next(clock);
        row.lines = lines;
        row.dryRun = dryRun;
        row.submittedAt = now();
        transactions.write(() -> rows.persist(row));
        revisions.advance(CollectionName.IMPORTS);
        return view(row);
    }

    void started(String id) {
        linesDone.put(id, 0);
        update(id, row -> row.state = ImportState.RUNNING);
    }

    /** Kept in memory only: the row belongs to the transaction of the import. */
    void progressed(String id, int done) {
        linesDone.put(id, done);
        revisions.advance(CollectionName.IMPORTS);
    }

    /** Called within the transaction of the import, so that both are committed or neither. */
    void succeeded(String id, ImportSummary summary) {
        ImportJobEntity row = existing(id);
        row.state = ImportState.SUCCEEDED;
        row.linesDone = summary.lines();
        row.created = summary.created();
        row.updated = summary.updated();
        row.unchanged = summary.unchanged();
        row.finishedAt = now();
    }

    void failed(String id, String detail, List<Problem.FieldError> errors) {
        update(id, row -> {
            // A commit whose answer was lost has succeeded, and says so itself.
            if (row.state != ImportState.SUCCEEDED) {
                fail(row, detail, errors);
            }
        });
    }

    private void fail(ImportJobEntity row, String detail, List<Problem.FieldError> errors) {
        row.state = ImportState.FAILED;
        row.detail = detail;
        row.errors = errors;
        row.finishedAt = now();
    }

    /** No more progress will come. */
    void ended(String id) {
        linesDone.remove(id);
        revisions.advance(CollectionName.IMPORTS);
    }

    private void update(String id, Consumer<ImportJobEntity> change) {
        transactions.write(() -> change.accept(existing(id)));
        revisions.advance(CollectionName.IMPORTS);
    }

    ImportJobView read(String id) {
        return transactions.read(() -> view(existing(id)));
    }

    Page<ImportJobView> list(ListQuery query) {
        return transactions.read(() -> {
            List<ImportJobView> views =
                    rows.page(query).stream().map(this::view).toList();
            return query.page(
                    views,
                    new Page.Total(rows.count(), true),
                    view -> view.submittedAt().toString(),
                    ImportJobView::id);
        });
    }

    private ImportJobEntity existing(String id) {
        @Nullable ImportJobEntity row = rows.findById(id);
        if (row == null) {
            throw ProblemException.notFound(CollectionName.IMPORTS.singular(), id);
        }
        return row;
    }

    private ImportJobView view(ImportJobEntity row) {
        Integer done = linesDone.get(row.id);
        // A database shows a large commit before it is over; whoever reads what it says then would miss its
        // consequences.
        boolean ending = row.state == ImportState.SUCCEEDED && done != null;
        boolean running = row.state == ImportState.RUNNING;
        return ending
                ? ImportJobView.running(row, row.linesDone)
                : ImportJobView.of(row, running ? Objects.requireNonNullElse(done, 0) : row.linesDone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
