package dev.sekisho.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log before it has its version.
 *
 * @param body the object as JSON text, sealed; absent where it is gone
 */
record Entry(UUID id, Address address, ChangeOperation operation, byte @Nullable [] body, byte @Nullable [] sha256) {

    static Entry of(UUID id, Address address, ChangeOperation operation, byte @Nullable [] body) {
        return new Entry(id, address, operation, body, body == null ? null : sha256(body));
    }

    private static byte[] sha256(byte[] bytes) {
        MessageDigest digest = RowHash.digest();
        return digest.digest(bytes);
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
