package dev.sekisho.finding;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.web.json.Times;
import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FindingRepository implements PanacheRepositoryBase<FindingEntity, Integer> {
    private final SubjectSearch subjects;

    FindingRepository(SubjectSearch subjects) {
        this.subjects = subjects;
    }

    /** The filters that leave the fewest come first. */
    Page<FindingEntity> page(FindingFilter filter, ListQuery query) {
        Keyset<FindingEntity> keyset = new Keyset<>(getEntityManager(), FindingEntity.class, "number", Integer::valueOf)
                .equal("subjectKey", filter.key())
                .among("subjectKey", subjects.keys(query.text()))
                .equal("connectionPoint", filter.connectionPoint())
                .equal("thirdParty", filter.thirdParty())
                .equal("zone", filter.zone())
                .equal("organization", filter.organization())
                .equal("code", filter.code())
                .equal("status", filter.status())
                .among("code", FindingVerdict.codes(filter.verdict()))
                .equal("subjectKind", filter.subject())
                .atLeast("updatedAt", filter.updatedSince())
                .atLeast("severityRank", rank(filter.severity()))
                .called(query.text(), "subjectKey", "subjectName", "subjectFolded");
        String field = query.order().field();
        List<FindingEntity> rows = keyset.rows(query, attribute(field), text -> value(field, text));
        return query.page(rows, keyset.total(), row -> text(field, row), row -> String.valueOf(row.number));
    }

    /** Nothing that is no id is the id of a finding. */
    @Nullable
    FindingEntity known(String id, LockModeType lock) {
        UUID wanted;
        try {
            wanted = UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
        return wanted.toString().equals(id) ? find("id", wanted).withLock(lock).firstResult() : null;
    }

    /** Writes what the acceptance of a finding covers; it may be large and is never listed, so no entity holds it. */
    void cover(FindingEntity row, String scope) {
        getEntityManager()
                .createNativeQuery(
                        "update finding set accepted_scope = :scope, accepted_severity = :severity where number = :number")
                .setParameter("scope", scope)
                .setParameter("severity", row.severity().name())
                .setParameter("number", row.number)
                .executeUpdate();
    }

    private static @Nullable Short rank(@Nullable Severity least) {
        return least == null ? null : (short) least.ordinal();
    }

    private static String attribute(String field) {
        return field.equals("severity") ? "severityRank" : field;
    }

    private static Object value(String field, String text) {
        return switch (field) {
            case "severity" -> Short.valueOf(text);
            case "code" -> text;
            default -> Times.instant(text);
        };
    }

    private static String text(String field, FindingEntity row) {
        return switch (field) {
            case "severity" -> String.valueOf(row.severityRank);
            case "code" -> row.code;
            case "firstSeen" -> row.firstSeen.toString();
            default -> row.updatedAt.toString();
        };
    }
}
