package dev.sekisho.finding;

import dev.sekisho.assessment.Published;
import dev.sekisho.registry.field.TextList;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A finding as the assessment wrote it; here only its acceptance is written. */
@Entity
@SQLRestriction(Published.ROWS)
@Table(name = "finding")
class FindingEntity {
    /** The same for as long as there is the row; never shown. */
    @Id
    int number;

    UUID id = new UUID(0, 0);

    String code = "";

    @Column(name = "severity_rank")
    short severityRank;

    @Enumerated(EnumType.STRING)
    FindingStatus status = FindingStatus.OPEN;

    @Column(name = "subject_kind")
    @Enumerated(EnumType.STRING)
    Subject.Kind subjectKind = Subject.Kind.PORTFOLIO;

    @Column(name = "subject_key")
    String subjectKey = "";

    @Column(name = "subject_name")
    String subjectName = "";

    @Column(name = "subject_folded")
    @Nullable
    String subjectFolded;

    String cause = "";

    String detail = "";

    @Convert(converter = EvidenceColumn.class)
    SortedMap<String, String> evidence = new TreeMap<>();

    @Column(name = "third_party")
    @Nullable
    String thirdParty;

    @Column(name = "connection_point")
    @Nullable
    String connectionPoint;

    @Nullable
    String zone;

    @Nullable
    String organization;

    @Column(name = "first_seen")
    Instant firstSeen = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "accepted_until")
    @Nullable
    LocalDate acceptedUntil;

    @Column(name = "accepted_reason")
    @Nullable
    String acceptedReason;

    @Column(name = "accepted_by")
    @Nullable
    String acceptedBy;

    /** What came on top of what was accepted; absent of one that was never accepted or is again. */
    @Column(name = "reopened_because")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> reopenedBecause;

    Severity severity() {
        return Severity.values()[severityRank];
    }

    Finding.Identity identity() {
        return new Finding.Identity(new Subject(subjectKind, subjectKey), code, cause);
    }
}
