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
        @Schema(description = "Identifier of the finding (a UUID); it stays when the finding comes back.")
        String id,

        @Schema(description = "Code of the rule that found it.", examples = "NET-01")
        String code,

        @Schema(description = "What the rule is about, in a few words.")
        String title,

        @Schema(description = "How urgent it is.") Severity severity,

        @Schema(description = "Whether it is known, or no source can decide it.")
        FindingVerdict verdict,

        @Schema(description = "Whether it is open, accepted or resolved.")
        FindingStatus status,

        @Schema(description = "What kind of thing it is about.")
        Subject.Kind subject,

        @Schema(description = "Key of what it is about.") String key,
        @Schema(description = "Name of what it is about.") String name,

        @Schema(
                description =
                        "Tells apart several findings of one rule on one subject, such as the key of an advisory; absent where there can be only one.")
        @Nullable
        String cause,

        @Schema(description = "What is wrong, in a sentence.")
        String detail,

        @Schema(description = "The facts behind it by name, as text; a fact that nobody knows is \"unknown\".")
        Map<String, String> evidence,

        @Schema(description = "Key of the third party it concerns; absent when none.") @Nullable
        String thirdParty,

        @Schema(description = "Key of the connection point it concerns; absent when none.") @Nullable
        String connectionPoint,

        @Schema(description = "Key of the zone it concerns; absent when none.") @Nullable
        String zone,

        @Schema(description = "Key of our organization it concerns; absent when none.") @Nullable
        String organization,

        @Schema(description = "When it was first seen; it stays when the finding comes back.")
        Instant firstSeen,

        @Schema(description = "When anything of it last changed.")
        Instant updatedAt,

        @Schema(description = "When its cause was found gone.") @Nullable
        Instant resolvedAt,

        @Schema(description = "Last day its acceptance holds; absent while it is not accepted.") @Nullable
        LocalDate acceptedUntil,

        @Schema(description = "Why it is accepted; absent while it is not.") @Nullable
        String acceptedReason,

        @Schema(description = "Name of the API key that accepted it; absent while it is not accepted.") @Nullable
        String acceptedBy,

        @Schema(
                description =
                        "Why it is open though it was accepted: what is new since, or that it cannot be told. Absent where nothing was accepted, and where an acceptance was taken back or came to its end.")
        @Nullable
        List<String> reopenedBecause,

        @Schema(
                description =
                        "Of what is possible, the address that tells for each installation and vulnerability what would decide it, see `resolve` there; else absent.",
                examples = "/api/v1/unpatched-software?verdict=POSSIBLE&product=msp-remote-tool")
        @Nullable
        String resolve) {

    static FindingView of(FindingEntity row) {
        boolean accepted = row.status == FindingStatus.ACCEPTED;
        return new FindingView(
                row.id.toString(),
                row.code,
                FindingReferences.title(row.code),
                row.severity(),
                FindingVerdict.of(row.code),
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
                row.status == FindingStatus.OPEN ? row.reopenedBecause : null,
                FindingVerdict.of(row.code) == FindingVerdict.POSSIBLE
                        ? "/api/v1/unpatched-software?verdict=POSSIBLE&product=" + row.subjectKey
                        : null);
    }
}
