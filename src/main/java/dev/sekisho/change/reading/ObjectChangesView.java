package dev.sekisho.change.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sekisho.web.list.Page;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an object went through. */
@Schema(
        name = "ObjectChanges",
        description = "What an object and its parts went through, the latest first, also when it was deleted since.")
public record ObjectChangesView(
        @Schema(description = "The changes, the latest first.")
        List<Detailed> items,

        @Schema(description = "Asks for the next page; absent on the last.") @Nullable
        String nextPageToken,

        @Schema(description = "How many changes there are over all pages.")
        Page.Total total,

        @Schema(
                description =
                        "From when to when there was an object with this key, the latest first; at most 100. Empty where what made it was not recorded as a change of it, such as an advisory that a feed brought.",
                maxItems = 100)
        List<Life> lives) {

    /** A change with what it changed. */
    @Schema(name = "ObjectChange", description = "A change of an object, with what was before and after.")
    public record Detailed(
            @JsonUnwrapped ChangeView change,

            @Schema(description = "What is other than before, at most 100 values.", maxItems = 100)
            List<Difference> differences,

            @Schema(description = "Whether more differs than is told.")
            boolean truncated) {}

    /** From when to when there was an object with this key. */
    @Schema(name = "Life", description = "From when to when there was an object with this key.")
    public record Life(
            @Schema(description = "When it was made, or first seen.")
            Instant from,

            @Schema(description = "When it was deleted; absent while it is there.") @Nullable
            Instant until) {}

    /** Whether nothing was ever known of it. */
    public boolean nothingKnown() {
        return items.isEmpty() && total.count() == 0;
    }
}
