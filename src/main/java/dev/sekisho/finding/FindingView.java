package dev.sekisho.finding;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A finding.
 *
 * @param key key of the subject
 * @param name name of the subject
 * @param cause tells apart several findings of one rule on one subject
 */
@Schema(name = "Finding", description = "Something that is wrong, with its evidence.")
record FindingView(
        String id,
        @Schema(examples = "NET-01") String code,
        String title,
        Severity severity,
        FindingStatus status,

        @Schema(description = "What kind of thing it is about.")
        Subject.Kind subject,

        @Schema(description = "Key of what it is about.") String key,
        @Schema(description = "Name of what it is about.") String name,
        @Nullable String cause,
        String detail,
        Map<String, String> evidence,
        @Nullable String thirdParty,
        @Nullable String connectionPoint,
        @Nullable String zone,
        @Nullable String organization,

        @Schema(description = "When it was first seen; it stays when the finding comes back.")
        Instant firstSeen,

        Instant updatedAt,

        @Schema(description = "When its cause was found gone.") @Nullable
        Instant resolvedAt,

        @Nullable LocalDate acceptedUntil,
        @Nullable String acceptedReason,
        @Nullable String acceptedBy,

        @Schema(
                description =
                        "Why it is open though it was accepted: what is new since, or that it cannot be told. Absent where nothing was accepted, and where an acceptance was taken back or came to its end.")
        @Nullable
        List<String> reopenedBecause) {

    static FindingView of(FindingEntity row) {
        boolean accepted = row.status == FindingStatus.ACCEPTED;
        return new FindingView(
                row.id.toString(),
                row.code,
                FindingReferences.title(row.code),
                row.severity(),
                row.status,
                row.subjectKind,
                row.subjectKey,
                row.subjectName,
                row.cause.isEmpty() ? null : row.cause,
                row.detail,
                row.evidence,
                row.thirdParty,
                row.connectionPoint,
                row.zone,
                row.organization,
                row.firstSeen,
                row.updatedAt,
                row.resolvedAt,
                accepted ? row.acceptedUntil : null,
                accepted ? row.acceptedReason : null,
                accepted ? row.acceptedBy : null,
                row.status == FindingStatus.OPEN ? row.reopenedBecause : null);
    }
}
