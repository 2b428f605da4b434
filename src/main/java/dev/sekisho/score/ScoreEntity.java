package dev.sekisho.score;

import dev.sekisho.assessment.Published;
import dev.sekisho.risk.estate.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
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

    /** Before it was raised or capped; decides the order of those that are the same. */
    @Column(name = "whole_milli")
    int wholeMilli;

    @Column(name = "low_milli")
    int lowMilli;

    @Column(name = "high_milli")
    int highMilli;

    @Column(name = "model_version")
    String modelVersion = "";

    @Column(name = "as_of")
    Instant asOf = Instant.EPOCH;
}
