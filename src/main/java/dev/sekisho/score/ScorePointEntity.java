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
import java.time.LocalDate;
import org.hibernate.annotations.SQLRestriction;

/** The score of one day. */
@Entity
@SQLRestriction(Published.ROWS)
@Table(name = "score_point")
class ScorePointEntity {
    /** Whose score, and of which day. */
    @Embeddable
    record Id(
            @Column(name = "subject_kind") @Enumerated(EnumType.STRING)
            Subject.Kind kind,

            @Column(name = "subject_key") String key,
            @Column(name = "on_day") LocalDate day) {}

    @EmbeddedId
    Id id = new Id(Subject.Kind.PORTFOLIO, "", LocalDate.EPOCH);

    @Column(name = "milli_points")
    int milliPoints;

    @Column(name = "low_milli")
    int lowMilli;

    @Column(name = "high_milli")
    int highMilli;

    @Column(name = "model_version")
    String modelVersion = "";
}
