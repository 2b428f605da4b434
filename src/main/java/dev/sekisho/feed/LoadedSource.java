package dev.sekisho.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was loaded of one source of knowledge about software. */
@Schema(
        name = "LoadedSource",
        description = "What was loaded of one source. Nothing is known here that no loaded source says.")
public record LoadedSource(
        @Schema(description = "The feed, or own for advisories that were written here.", examples = "kev")
        String name,

        @Schema(description = "When it was last loaded or written.")
        Instant loadedAt,

        @Schema(description = "When what is held was published, by its own word; absent where it does not say.")
        @Nullable
        Instant releasedAt,

        @Schema(description = "Records in what was loaded.") int records,

        @Schema(
                description =
                        "The last day on which it counts as fresh: counted from its publication, or where it does not say from when it was loaded. Absent for what was written here.",
                examples = "2026-12-14")
        @Nullable
        LocalDate goodUntil) {

    /** Whether it is older than what it tells may be; what was written here never is. */
    public boolean isStaleOn(LocalDate day) {
        return goodUntil != null && goodUntil.isBefore(day);
    }

    /** Whether its records name products, so that it may know of one or not. */
    public boolean namesProducts() {
        return Feed.of(name).filter(Feed::namesProducts).isPresent();
    }

    /** As part of a sentence. */
    @JsonIgnore
    public String words() {
        return name + " (loaded on " + day(loadedAt) + (releasedAt == null ? "" : ", published on " + day(releasedAt))
                + ")";
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
