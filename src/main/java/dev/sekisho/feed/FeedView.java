package dev.sekisho.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a feed stands. */
@Schema(name = "Feed", description = "How a feed stands.")
record FeedView(
        @Schema(
                description = "Which feed: kev, eukev, epss, cve, nvd, osv, csaf, openvex, jvn or eol.",
                examples = "kev")
        String name,

        @Schema(
                description =
                        "When the file that is held was taken over whole. An older file that came later is not held, and tells so in `older` and `notes`.")
        @Nullable
        Instant lastSuccessAt,

        @Schema(
                description =
                        "Age of what is held, in days: since `releasedAt`, or where that is not known since `lastSuccessAt`; absent when nothing is held.")
        @Nullable
        Long ageDays,

        @Schema(description = "Records in the file that is held.")
        int records,

        @Schema(description = "Advisories (for eol, products) the last file changed; 0 when it was sent again.")
        int changes,

        @Schema(description = "Records in the file that is held that were recognised and left out.")
        int skipped,

        @Schema(description = "Why, for the first of them.") @Nullable
        List<String> skippedReasons,

        @Schema(
                description =
                        "Records in the last file that are older than what is held of the same source, by the publisher's own dates; what is held stays.")
        int older,

        @Schema(description = "What else there is to know of the last file, in sentences.") @Nullable
        List<String> notes,

        @Schema(
                description =
                        "Fields, columns and versions of the format in the last file that are not known here, with how often each stands there. Nothing of them was taken. Absent where all is known.")
        @Nullable
        List<UnknownField> unknown,

        @Schema(
                description =
                        "For kev and epss: when the file that is held was published, by its own word; for eol, its `publishedOn`. Absent where none says so.")
        @Nullable
        Instant releasedAt,

        @Schema(description = "SHA-256 of the file that is held.") @Nullable
        String sha256,

        @Schema(
                description =
                        "Why the last file was refused; nothing of it was taken, and lastSuccessAt tells of the one before.")
        @Nullable
        String lastError,

        @Schema(description = "When the last file was refused; absent when it was taken.") @Nullable
        Instant lastErrorAt,

        @Schema(description = "Whether a file of it is being taken over now, or waits for it.")
        boolean underWay,

        @Schema(description = "Absent where the feed is only sent in.") @Nullable
        FetchView fetch) {

    static FeedView of(FeedEntity row, boolean underWay, @Nullable FetchView fetch, Instant now) {
        return new FeedView(
                row.name,
                row.lastSuccessAt,
                ageDays(row, now),
                row.recordCount,
                row.changeCount,
                row.skippedCount,
                row.skippedReasons,
                row.olderCount,
                row.notes,
                row.unknownFields,
                row.releasedAt,
                row.sha256,
                row.lastError,
                row.lastErrorAt,
                underWay,
                fetch);
    }

    private static @Nullable Long ageDays(FeedEntity row, Instant now) {
        Instant since = row.releasedAt == null ? row.lastSuccessAt : row.releasedAt;
        return since == null ? null : Math.max(0, Duration.between(since, now).toDays());
    }
}
