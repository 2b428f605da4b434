package dev.sekisho.change.reading;

import dev.sekisho.change.ChangeOperation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change, without the object. */
@Schema(name = "Change", description = "Who did what to which object, and when.")
public record ChangeView(
        @Schema(description = "Identifier of the change, a UUID; later ones are greater.")
        String id,

        @Schema(description = "When it was written.") Instant at,

        @Schema(
                description =
                        "Id of the API key that wrote it, or what writes by itself: `upgrade`, `demo`, `sekisho`.")
        String actor,

        @Schema(description = "The request, as its answer and the log of the service name it.") @Nullable
        String traceId,

        @Schema(
                description =
                        "The address the request came from, shown to administrators; `(erased)` where the person was erased.")
        @Nullable
        String source,

        @Schema(description = "Why, as the caller put it in `Sekisho-Reason`.") @Nullable
        String reason,

        @Schema(description = "The collection, as in addresses.")
        String collection,

        @Schema(description = "Key of the object.") String key,

        @Schema(
                description =
                        "Where the change is of a part of the object, the address of the part below it, such as `rulesets/1`.")
        @Nullable
        String part,

        @Schema(description = "What was done.") ChangeOperation operation,

        @Schema(description = "Counts the changes of the object, or of the part, also beyond deletion.")
        long version,

        @Schema(
                description =
                        "The revision that tells of it: from then on findings and scores take account of it. Absent until it is published.")
        @Nullable
        Long revision) {

    static ChangeView of(ChangeEntity row, @Nullable String source, @Nullable Long revision) {
        return new ChangeView(
                row.id.toString(),
                row.at,
                row.actor,
                row.traceId,
                source,
                row.reason,
                row.collection,
                row.key,
                row.part.isEmpty() ? null : row.part,
                row.operation,
                row.version,
                revision);
    }
}
