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

    /** Findings with the host of the software they are about. */
    private static final String WITH_HOSTS =
            "finding left join installation on subject_kind = 'INSTALLATION' and installation.object_key = subject_key";

    private static final String HOST = "case subject_kind when 'ASSET' then subject_key else installation.asset end";

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
        String subject = subject(kind);
        var query = entities.createNativeQuery("select " + subject
                + " as subject, severity_rank, code, count(*) from "
                + (kind == Subject.Kind.ASSET ? WITH_HOSTS : "finding")
                + " where status <> 'RESOLVED' and "
                + Published.ROWS
                + (kind == Subject.Kind.ZONE_LINK ? " and subject_kind = 'ZONE_LINK'" : "")
                + (kind == Subject.Kind.PORTFOLIO
                        ? " group by severity_rank, code"
                        : " and " + subject + " in (:keys) group by " + subject + ", severity_rank, code"));
        if (kind != Subject.Kind.PORTFOLIO) {
            query.setParameter("keys", keys);
        }
        var tallies = new HashMap<String, Tally>();
        ((List<Object[]>) query.getResultList())
                .forEach(row -> tallies.compute(
                        (String) row[0],
                        (any, known) -> (known == null ? Tally.NONE : known)
                                .with(severity(row[1]), (String) row[2], ((Number) row[3]).intValue())));
        return tallies;
    }

    private static String subject(Subject.Kind kind) {
        return switch (kind) {
            case PORTFOLIO -> "'portfolio'";
            case ASSET -> HOST;
            default -> RELATION.getOrDefault(kind, "subject_key");
        };
    }

    private static Severity severity(Object rank) {
        return Severity.values()[((Number) rank).intValue()];
    }
}
