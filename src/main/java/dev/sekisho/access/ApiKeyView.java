package dev.sekisho.access;

import dev.sekisho.change.seal.Personal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param id the part of the key after {@code sek_}, safe to show
 */
@Schema(name = "ApiKey", description = "An API key without its secret.")
record ApiKeyView(
        @Schema(description = "The part of the key that is no secret: 12 of a-z and 0-9.")
        String id,

        @Schema(description = "What the key is for, as whoever made it put it.") @Personal
        String name,

        @Schema(description = "What the key allows.") Role role,
        @Schema(description = "When the key was made.") Instant createdAt,

        @Schema(description = "From when on the key is refused; absent when it does not expire.") @Nullable
        Instant expiresAt,

        @Schema(description = "When the key was revoked; absent while it is not.") @Nullable
        Instant revokedAt,

        @Schema(description = "About when the key was last used; absent when it never was.") @Nullable
        Instant lastUsedAt) {

    static ApiKeyView of(ApiKeyEntity key) {
        return new ApiKeyView(key.id, key.name, key.role, key.createdAt, key.expiresAt, key.revokedAt, key.lastUsedAt);
    }
}
