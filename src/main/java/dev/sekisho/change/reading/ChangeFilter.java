package dev.sekisho.change.reading;

import dev.sekisho.web.list.DayOrInstant;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of changes can be narrowed to. */
public record ChangeFilter(
        @QueryParam("collection")
        @Parameter(description = "Only changes of this collection, as in addresses.", example = "connection-points")
        @Size(max = 40)
        @Nullable
        String collection,

        @QueryParam("key")
        @Parameter(
                description = "Only changes of the object with this key, also of one that is gone; needs `collection`.",
                example = "msp-unix")
        @Size(max = 200)
        @Nullable
        String key,

        @QueryParam("actor")
        @Parameter(
                description = "Only what this API key wrote (its id), or `upgrade`, `demo` or `sekisho`.",
                example = "demo")
        @Size(max = 100)
        @Nullable
        String actor,

        @QueryParam("from")
        @Parameter(
                description = "Only changes from then on: a date in UTC or an instant.",
                example = "2020-09-01",
                schema = @Schema(type = SchemaType.STRING, pattern = DayOrInstant.PATTERN))
        @Nullable
        DayOrInstant from,

        @QueryParam("to")
        @Parameter(
                description = "Only changes until then: a date in UTC, which counts as a whole, or an instant.",
                example = "2099-09-30",
                schema = @Schema(type = SchemaType.STRING, pattern = DayOrInstant.PATTERN))
        @Nullable
        DayOrInstant to,

        @QueryParam("revision")
        @Parameter(description = "Only changes that this revision tells of.")
        @Min(1)
        @Max(999_999_999)
        @Nullable
        Integer revision) {

    @Nullable
    Instant first() {
        return from == null ? null : from.begin();
    }

    /** The first instant that is too late. */
    @Nullable
    Instant end() {
        return to == null ? null : to.end();
    }
}
