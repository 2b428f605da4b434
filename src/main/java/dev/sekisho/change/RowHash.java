package dev.sekisho.change;

import dev.sekisho.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values of a row, one after the other, each with its length before it, so that no two rows read alike. Times
 * are counted in microseconds, which is what databases keep.
 */
public final class RowHash {
    private static final int ABSENT = -1;

    private final MessageDigest digest = Sha256.begin();

    /** The hash of nothing: what the first row stands on. */
    public static byte[] start() {
        return new byte[32];
    }

    public RowHash bytes(byte @Nullable [] value) {
        digest.update(ByteBuffer.allocate(4)
                .putInt(value == null ? ABSENT : value.length)
                .flip());
        if (value != null) {
            digest.update(value);
        }
        return this;
    }

    public RowHash text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    public RowHash number(long value) {
        digest.update(ByteBuffer.allocate(8).putLong(value).flip());
        return this;
    }

    public RowHash id(UUID value) {
        return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    public RowHash time(Instant value) {
        return number(value.getEpochSecond()).number(value.getLong(ChronoField.MICRO_OF_SECOND));
    }

    public byte[] made() {
        return digest.digest();
    }
}
