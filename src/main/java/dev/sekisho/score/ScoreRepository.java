package dev.sekisho.score;

import dev.sekisho.risk.score.Band;
import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

@ApplicationScoped
class ScoreRepository implements PanacheRepositoryBase<ScoreEntity, ScoreEntity.Id> {
    /** Of scores that are the same the one is worse that would be if nothing were raised or capped, then the surer one. */
    private static final List<String> BY_SCORE = List.of("milliPoints", "wholeMilli", "lowMilli");

    Page<ScoreEntity> page(ScoreFilter filter, ListQuery query) {
        Band least = filter.band();
        Keyset<ScoreEntity> keyset = new Keyset<>(getEntityManager(), ScoreEntity.class, "id.key")
                .equal("id.kind", filter.kind())
                .equal("id.key", filter.key())
                .atLeast("milliPoints", least == null ? null : floorOf(least))
                .called(query.text(), "id.key", "name", "nameFolded");
        String field = query.order().field();
        List<ScoreEntity> rows = field.equals("score")
                ? keyset.rows(query, BY_SCORE, ScoreRepository::figures)
                : keyset.rows(query, field.equals("key") ? "id.key" : field, text -> text);
        return query.page(rows, keyset.total(), row -> text(field, row), row -> row.id.key());
    }

    private static int floorOf(Band band) {
        return switch (band) {
            case LOW -> 0;
            case MODERATE -> 30_000;
            case HIGH -> 50_000;
            case CRITICAL -> 70_000;
        };
    }

    private static List<Integer> figures(String text) {
        return Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }

    private static String text(String field, ScoreEntity row) {
        return switch (field) {
            case "score" -> row.milliPoints + "," + row.wholeMilli + "," + row.lowMilli;
            case "key" -> row.id.key();
            default -> row.name;
        };
    }
}
