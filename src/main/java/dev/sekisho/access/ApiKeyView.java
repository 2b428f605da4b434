package dev.sekisho.access;

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
        String id,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyView of(ApiKeyEntity key) {
        return new ApiKeyView(key.id, key.name, key.role, key.createdAt, key.expiresAt, key.revokedAt, key.lastUsedAt);
    }
}
