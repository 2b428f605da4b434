package dev.sekisho.score;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.assessment.Published;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Contribution;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A score as the assessment wrote it. */
@Entity
@SQLRestriction(Published.ROWS)
@Table(name = "score")
class ScoreEntity {
    /** What it is about. */
    @Embeddable
    record Id(
            @Column(name = "subject_kind") @Enumerated(EnumType.STRING)
            Subject.Kind kind,

            @Column(name = "subject_key") String key) {}

    @EmbeddedId
    Id id = new Id(Subject.Kind.PORTFOLIO, "");

    @Column(name = "subject_name")
    String name = "";

    @Column(name = "subject_folded")
    @Nullable
    String nameFolded;

    @Column(name = "milli_points")
    int milliPoints;

    @Column(name = "low_milli")
    int lowMilli;

    @Column(name = "high_milli")
    int highMilli;

    @Convert(converter = LinesColumn.class)
    List<Contribution> contributions = List.of();

    @Column(name = "model_version")
    String modelVersion = "";

    @Column(name = "as_of")
    Instant asOf = Instant.EPOCH;

    /** Keeps the lines of a score in one column. */
    @Converter
    static class LinesColumn extends JsonColumn<List<Contribution>> {
        LinesColumn() {
            super(new TypeReference<>() {});
        }
    }
}
