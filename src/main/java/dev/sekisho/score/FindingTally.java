package dev.sekisho.score;

import dev.sekisho.assessment.Published;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the findings that concern subjects, whatever exactly they are about. */
@ApplicationScoped
class FindingTally {
    private static final Map<Subject.Kind, String> RELATION = Map.of(
            Subject.Kind.THIRD_PARTY, "third_party",
            Subject.Kind.CONNECTION_POINT, "connection_point",
            Subject.Kind.ZONE, "zone",
            Subject.Kind.ORGANIZATION, "organization");

    private final EntityManager entities;

    FindingTally(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts and codes of one subject. */
    record Tally(FindingCounts counts, SortedSet<String> codes) {
        static final Tally NONE = new Tally(FindingCounts.NONE, new TreeSet<>());

        Tally with(Severity severity, String code, int count) {
            var more = new TreeSet<>(codes);
            more.add(code);
            return new Tally(counts.with(severity, count), more);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Tally> of(Subject.Kind kind, List<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String relation = RELATION.get(kind);
        String column = relation == null ? "subject_key" : relation;
        String own = switch (kind) {
            case PORTFOLIO -> "1 = 1";
            case ZONE_LINK -> "subject_kind = 'ZONE_LINK' and subject_key in (:keys)";
            default -> column + " in (:keys)";
        };
        var query = entities.createNativeQuery("select " + (kind == Subject.Kind.PORTFOLIO ? "'portfolio'" : column)
                + " as subject, severity_rank, code, count(*) from finding where status <> 'RESOLVED' and "
                + Published.ROWS
                + " and " + own
                + " group by " + (kind == Subject.Kind.PORTFOLIO ? "" : column + ", ") + "severity_rank, code");
        if (kind != Subject.Kind.PORTFOLIO) {
            query.setParameter("keys", keys);
        }
        var tallies = new HashMap<String, Tally>();
        ((List<Object[]>) query.getResultList())
                .forEach(row -> tallies.compute(
                        (String) row[0],
                        (subject, known) -> (known == null ? Tally.NONE : known)
                                .with(severity(row[1]), (String) row[2], ((Number) row[3]).intValue())));
        return tallies;
    }

    private static Severity severity(Object rank) {
        return Severity.values()[((Number) rank).intValue()];
    }
}
