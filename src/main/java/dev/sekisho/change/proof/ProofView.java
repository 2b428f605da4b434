package dev.sekisho.change.proof;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of the verification. */
@Schema(
        name = "ChainProof",
        description = "Whether the change log is as it was written, as far as it can tell by itself.")
public record ProofView(
        @Schema(description = "Whether everything fits.") boolean whole,

        @Schema(description = "How many changes were looked at.")
        long changes,

        @Schema(description = "The last revision that was looked at. Keep it elsewhere: a later verification takes it.")
        Head head,

        @Schema(description = "Absent where everything fits.") @Nullable
        Fault fault) {

    /** A revision and its hash. */
    @Schema(name = "ChainHead", description = "A revision and the hash of everything up to it.")
    public record Head(
            @Schema(description = "The number of the revision; 0 before the first.", minimum = "0")
            long revision,

            @Schema(
                    description = "SHA-256 in hexadecimal digits.",
                    examples = "0000000000000000000000000000000000000000000000000000000000000000",
                    pattern = "^[0-9a-f]{64}$")
            String hash) {}
}
