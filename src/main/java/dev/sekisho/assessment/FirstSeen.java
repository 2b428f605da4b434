package dev.sekisho.assessment;

import dev.sekisho.database.Transactions;
import dev.sekisho.risk.estate.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Since when findings are known. */
@ApplicationScoped
public class FirstSeen {
    private final EntityManager entities;
    private final Transactions transactions;

    FirstSeen(EntityManager entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** The earliest first sight among the findings of these codes that are not resolved, by those of the subjects that have any. */
    @SuppressWarnings("unchecked")
    public Map<Subject, Instant> of(Collection<String> codes, Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = transactions.read(() -> entities.createNativeQuery(
                        "select subject_kind, subject_key, min(first_seen) from finding where status <> 'RESOLVED' and "
                                + Published.ROWS
                                + " and code in (:codes) and subject_key in (:keys) group by subject_kind, subject_key")
                .setParameter("codes", codes)
                .setParameter("keys", subjects.stream().map(Subject::key).collect(Collectors.toSet()))
                .getResultList());
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new Subject(Subject.Kind.valueOf((String) row[0]), (String) row[1]),
                        row -> instant(row[2])));
    }

    private static Instant instant(Object value) {
        if (value instanceof OffsetDateTime at) {
            return at.toInstant();
        }
        return value instanceof Instant at ? at : ((Timestamp) value).toInstant();
    }
}
