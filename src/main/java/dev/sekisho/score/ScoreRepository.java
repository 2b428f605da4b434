package dev.sekisho.score;

import dev.sekisho.risk.score.Band;
import dev.sekisho.web.list.Keyset;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ScoreRepository implements PanacheRepositoryBase<ScoreEntity, ScoreEntity.Id> {
    Page<ScoreEntity> page(ScoreFilter filter, ListQuery query) {
        Band least = filter.band();
        Keyset<ScoreEntity> keyset = new Keyset<>(getEntityManager(), ScoreEntity.class, "id.key")
                .equal("id.kind", filter.kind())
                .equal("id.key", filter.key())
                .atLeast("milliPoints", least == null ? null : floorOf(least))
                .called(query.text(), "id.key", "name", "nameFolded");
        String field = query.order().field();
        List<ScoreEntity> rows = keyset.rows(
                query, attribute(field), text -> field.equals("score") ? (Object) Integer.valueOf(text) : text);
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

    private static String attribute(String field) {
        return switch (field) {
            case "score" -> "milliPoints";
            case "key" -> "id.key";
            default -> field;
        };
    }

    private static String text(String field, ScoreEntity row) {
        return switch (field) {
            case "score" -> String.valueOf(row.milliPoints);
            case "key" -> row.id.key();
            default -> row.name;
        };
    }
}
