package dev.sekisho.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new API key; the secret is shown here and never again.
 *
 * @param secret what to send as {@code Authorization: Bearer}
 */
@Schema(description = "A new API key; the secret is shown here and never again.")
record IssuedKey(
        @Schema(description = "The part of the key that is no secret: 12 of a-z and 0-9.")
        String id,

        @Schema(description = "What the key is for.") String name,
        @Schema(description = "What the key allows.") Role role,

        @Schema(description = "From when on the key is refused; absent when it does not expire.") @Nullable
        Instant expiresAt,

        @Schema(description = "The whole key, sek_ and what follows; it is shown this once and never again.")
        String secret) {}
