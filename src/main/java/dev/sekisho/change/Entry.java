package dev.sekisho.change;

import dev.sekisho.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log before it has its version.
 *
 * @param body the object as JSON text, sealed; absent where it is gone
 */
record Entry(UUID id, Address address, ChangeOperation operation, byte @Nullable [] body, byte @Nullable [] sha256) {

    static Entry of(UUID id, Address address, ChangeOperation operation, byte @Nullable [] body) {
        return new Entry(id, address, operation, body, body == null ? null : Sha256.of(body));
    }

    /** Whether the body stands on its own, because it is large. */
    boolean isLarge() {
        return body != null && body.length > 8192;
    }

    @Nullable
    String text() {
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }
}
