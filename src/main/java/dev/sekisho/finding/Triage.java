package dev.sekisho.finding;

import dev.sekisho.assessment.Acceptances;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Condition;
import dev.sekisho.registry.Revisions;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.web.Representations;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/** Accepts findings, never without an end. */
@ApplicationScoped
class Triage {
    private static final int LONGEST_DAYS = 365;
    private static final Map<String, Integer> SHORTER = Map.of("SW-03", 14);

    private final FindingRepository findings;
    private final Revisions revisions;
    private final Clock clock;
    private final Assessor assessor;
    private final Acceptances acceptances;
    private final Transactions transactions;
    private final Representations representations;
    private final Ledger ledger;

    Triage(
            FindingRepository findings,
            Revisions revisions,
            Clock clock,
            Assessor assessor,
            Acceptances acceptances,
            Transactions transactions,
            Representations representations,
            Ledger ledger) {
        this.ledger = ledger;
        this.findings = findings;
        this.assessor = assessor;
        this.acceptances = acceptances;
        this.revisions = revisions;
        this.clock = clock;
        this.transactions = transactions;
        this.representations = representations;
    }

    /** What it covers is written with it, so nothing is recorded meanwhile; nor may a row be copied that is changed here. */
    FindingView accept(String id, AcceptanceView acceptance, Condition condition) {
        return assessor.undisturbed(now -> accept(id, acceptance, condition, now.assessment()));
    }

    private FindingView accept(String id, AcceptanceView acceptance, Condition condition, Assessment now) {
        return changing(id, condition, row -> {
            if (row.status == FindingStatus.RESOLVED) {
                throw ProblemException.of(ProblemType.CONFLICT, "It is resolved; there is nothing to accept.");
            }
            int days = SHORTER.getOrDefault(row.code, LONGEST_DAYS);
            if (acceptance.until().isAfter(LocalDate.now(clock).plusDays(days))) {
                throw ProblemException.at(
                        ProblemType.IMPOSSIBLE, "/until", row.code + " may be accepted for at most " + days + " days.");
            }
            ChangeOperation operation =
                    row.status == FindingStatus.ACCEPTED ? ChangeOperation.UPDATED : ChangeOperation.CREATED;
            row.status = FindingStatus.ACCEPTED;
            row.acceptedUntil = acceptance.until();
            row.acceptedReason = acceptance.reason();
            row.acceptedBy = ledger.actor().name();
            row.reopenedBecause = null;
            findings.cover(row, acceptances.covering(now, row.identity()));
            ledger.wrote(Accepted.address(row), operation, Accepted.of(row));
        });
    }

    void reopen(String id, Condition condition) {
        assessor.undisturbed(now -> changing(id, condition, row -> {
            if (row.status == FindingStatus.ACCEPTED) {
                row.status = FindingStatus.OPEN;
                ledger.deleted(Accepted.address(row));
            }
        }));
    }

    private FindingView changing(String id, Condition condition, Consumer<FindingEntity> change) {
        FindingView view = transactions.write(() -> {
            FindingEntity row = findings.known(id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw ProblemException.notFound(CollectionName.FINDINGS.singular(), id);
            }
            condition.check(() -> representations.bytes(FindingView.of(row)));
            change.accept(row);
            row.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return FindingView.of(row);
        });
        revisions.advance(CollectionName.FINDINGS);
        return view;
    }
}
