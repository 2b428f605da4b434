package dev.sekisho.finding;

import dev.sekisho.change.Address;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the change log keeps of an acceptance: also what the finding is, which may be gone one day. */
record Accepted(
        String code,
        Subject.Kind subject,
        String key,
        String cause,
        Severity severity,
        @Nullable LocalDate until,
        @Nullable String reason) {

    static Accepted of(FindingEntity row) {
        return new Accepted(
                row.code,
                row.subjectKind,
                row.subjectKey,
                row.cause,
                row.severity(),
                row.acceptedUntil,
                row.acceptedReason);
    }

    static Address address(FindingEntity row) {
        return Address.part(CollectionName.FINDINGS, row.id.toString(), "acceptance");
    }

    /** All acceptances that hold. */
    @ApplicationScoped
    static class All implements Existing {
        private final FindingRepository findings;

        All(FindingRepository findings) {
            this.findings = findings;
        }

        @Override
        public void each(Consumer<Snapshot> taker) {
            findings.list("status", FindingStatus.ACCEPTED)
                    .forEach(row -> taker.accept(new Snapshot(address(row), of(row))));
        }
    }
}
