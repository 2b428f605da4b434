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
        String id, String name, Role role, @Nullable Instant expiresAt, String secret) {}
