package dev.sekisho.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.registry.Chunks;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import jakarta.enterprise.context.ApplicationScoped;
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

    private static AcceptanceScope scope(Assessment now, Finding.Identity finding) {
        return now.scope(finding).orElse(AcceptanceScope.BARE).digested(FindingRows::hash);
    }

    /** What was accepted; no scope where that was before scopes were stored. */
    private record Accepted(
            int number, @Nullable String severity, @Nullable String scope) {}

    /**
     * Opens those again that have become more than was accepted.
     *
     * @param findings the present ones that are accepted, by the number of their row
     */
    void check(BatchWriter writer, Assessment now, Map<Integer, Finding> findings, Instant at) throws SQLException {
        for (List<Integer> chunk : Chunks.of(findings.keySet())) {
            for (Accepted accepted : accepted(writer, chunk)) {
                check(now, requireNonNull(findings.get(accepted.number())), accepted, at, writer);
            }
        }
    }

    private static final String SELECT =
            "select number, accepted_severity, accepted_scope from finding where status = 'ACCEPTED' and number in (?"
                    + ", ?".repeat(Chunks.SIZE - 1) + ")";

    private static final String ADOPT =
            "update finding set accepted_scope = ?, accepted_severity = coalesce(accepted_severity, ?) where number = ?";

    private static final String REOPEN =
            "update finding set status = 'OPEN', reopened_because = ?, updated_at = ? where number = ?";

    private static List<Accepted> accepted(BatchWriter writer, List<Integer> numbers) throws SQLException {
        var found = new ArrayList<Accepted>();
        writer.read(
                SELECT,
                select -> {
                    for (int i = 0; i < Chunks.SIZE; i++) {
                        select.setInt(1 + i, numbers.get(Math.min(i, numbers.size() - 1)));
                    }
                },
                row -> found.add(new Accepted(row.getInt(1), row.getString(2), row.getString(3))));
        return found;
    }

    private void check(Assessment now, Finding finding, Accepted accepted, Instant at, BatchWriter writer)
            throws SQLException {
        AcceptanceScope scope = scope(now, finding.identity());
        List<String> reasons = reasons(finding, scope, accepted);
        if (!reasons.isEmpty()) {
            writer.write(REOPEN, statement -> {
                statement.setString(1, text(reasons));
                statement.setObject(2, at.atOffset(ZoneOffset.UTC));
                statement.setInt(3, accepted.number());
            });
        } else if (accepted.scope() == null) {
            writer.write(ADOPT, statement -> {
                statement.setString(1, column.convertToDatabaseColumn(scope));
                statement.setString(2, finding.severity().name());
                statement.setInt(3, accepted.number());
            });
        }
    }

    private List<String> reasons(Finding finding, AcceptanceScope scope, Accepted accepted) {
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
