package dev.sekisho.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a feed is fetched. */
@Schema(name = "FeedFetch", description = "How a feed is fetched on a schedule.")
record FetchView(
        @Schema(
                description = "The configured address, without its query.",
                examples = "https://feeds.example.org/kev.json")
        String from,

        @Schema(description = "How often, as a duration (ISO 8601).", examples = "PT24H")
        String every,

        @Schema(description = "When it is fetched next; a past time means now.")
        Instant nextAt,

        @Schema(description = "When it was last tried.") @Nullable
        Instant attemptedAt,

        @Schema(description = "Tries in a row that failed; the last reason is the feed's lastError.")
        int failures) {}
