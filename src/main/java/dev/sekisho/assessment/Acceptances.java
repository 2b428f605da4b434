package dev.sekisho.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.registry.Chunks;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds findings against what was accepted of them: what comes on top of it was not, so they open again and say why. */
@ApplicationScoped
public class Acceptances {
    /** A finding says no more reasons than this one by one. */
    private static final int MOST_REASONS = 20;

    private final ScopeColumn column = new ScopeColumn();
    private final ObjectMapper json;

    Acceptances(ObjectMapper json) {
        this.json = json;
    }

    /** What somebody answers for who accepts a finding now, as it is stored. */
    public String covering(Assessment now, Finding.Identity finding) {
        return requireNonNull(column.convertToDatabaseColumn(scope(now, finding)));
    }

    private static Scope scope(Assessment now, Finding.Identity finding) {
        return now.scope(finding).orElse(Scope.BARE).digested(FindingRows::hash);
    }

    /** What was accepted; no scope where that was before scopes were stored. */
    private record Accepted(
            String id, @Nullable String severity, @Nullable String scope) {}

    /**
     * Opens those again that have become more than was accepted.
     *
     * @param findings the present ones that are accepted, by the id of their row
     * @return how many rows were written
     */
    int check(Pen pen, Assessment now, Map<String, Finding> findings, Instant at) throws SQLException {
        int written = 0;
        try (Pen.Batch adopting = pen.batch(ADOPT);
                Pen.Batch reopening = pen.batch(REOPEN)) {
            for (List<String> chunk : Chunks.of(findings.keySet())) {
                for (Accepted accepted : accepted(pen, chunk)) {
                    check(now, requireNonNull(findings.get(accepted.id())), accepted, at, adopting, reopening);
                }
            }
            written += adopting.finish() + reopening.finish();
        }
        return written;
    }

    private static final String SELECT =
            "select id, accepted_severity, accepted_scope from finding where status = 'ACCEPTED' and id in (?"
                    + ", ?".repeat(Chunks.SIZE - 1) + ")";

    private static final String ADOPT =
            "update finding set accepted_scope = ?, accepted_severity = coalesce(accepted_severity, severity) where id = ?";

    private static final String REOPEN =
            "update finding set status = 'OPEN', reopened_because = ?, updated_at = ? where id = ?";

    private static List<Accepted> accepted(Pen pen, List<String> ids) throws SQLException {
        var found = new ArrayList<Accepted>();
        try (PreparedStatement select = pen.statement(SELECT)) {
            for (int i = 0; i < Chunks.SIZE; i++) {
                select.setString(1 + i, ids.get(Math.min(i, ids.size() - 1)));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Accepted(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    private void check(
            Assessment now, Finding finding, Accepted accepted, Instant at, Pen.Batch adopting, Pen.Batch reopening)
            throws SQLException {
        Scope scope = scope(now, finding.identity());
        List<String> reasons = reasons(finding, scope, accepted);
        if (!reasons.isEmpty()) {
            reopening.add(statement -> {
                statement.setString(1, text(reasons));
                statement.setObject(2, at.atOffset(ZoneOffset.UTC));
                statement.setString(3, accepted.id());
            });
        } else if (accepted.scope() == null) {
            adopting.add(statement -> {
                statement.setString(1, column.convertToDatabaseColumn(scope));
                statement.setString(2, accepted.id());
            });
        }
    }

    private List<String> reasons(Finding finding, Scope scope, Accepted accepted) {
        var reasons = new ArrayList<String>();
        if (accepted.severity() != null && finding.severity().compareTo(Severity.valueOf(accepted.severity())) > 0) {
            reasons.add("severity " + finding.severity() + " instead of " + accepted.severity());
        }
        if (accepted.scope() != null) {
            reasons.addAll(scope.beyond(requireNonNull(column.convertToEntityAttribute(accepted.scope()))));
        }
        return reasons;
    }

    private String text(List<String> reasons) {
        List<String> told = new ArrayList<>(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        if (reasons.size() > told.size()) {
            told.add("and " + (reasons.size() - told.size()) + " more");
        }
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
