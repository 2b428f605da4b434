package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class ScorePointRepository implements PanacheRepositoryBase<ScorePointEntity, ScorePointEntity.Id> {
    /** The points of a subject up to a day, oldest first, starting with the last one before {@code from}. */
    List<ScorePointEntity> between(Subject subject, LocalDate from, LocalDate to) {
        return list(
                "id.kind = ?1 and id.key = ?2 and id.day <= ?4 and id.day >= coalesce((select max(p.id.day) from"
                        + " ScorePointEntity p where p.id.kind = ?1 and p.id.key = ?2 and p.id.day <= ?3), ?3)"
                        + " order by id.day",
                subject.kind(),
                subject.key(),
                from,
                to);
    }

    /** For each key, the point that held on a day. */
    Map<String, ScorePointEntity> on(LocalDate day, Subject.Kind kind, List<String> keys) {
        return list(
                        "id.kind = ?1 and id.key in ?2 and id.day = (select max(p.id.day) from ScorePointEntity p"
                                + " where p.id.kind = ?1 and p.id.key = id.key and p.id.day <= ?3)",
                        kind,
                        keys,
                        day)
                .stream()
                .collect(Collectors.toMap(point -> point.id.key(), point -> point));
    }
}
