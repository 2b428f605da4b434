package dev.sekisho.change.proof;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first that does not fit. */
@Schema(name = "ChainFault", description = "The first that does not fit.")
public record Fault(
        @Schema(description = "The change it is, or was.") @Nullable
        String change,

        @Schema(description = "The revision it is, or that tells of the change.") @Nullable
        Long revision,

        @Schema(description = "What does not fit.") String detail) {

    static Fault of(UUID change, @Nullable Long revision, String detail) {
        return new Fault(change.toString(), revision, detail);
    }
}
