package dev.sekisho.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row of the log that its hash covers.
 *
 * @param source sealed
 * @param bodySha256 SHA-256 of the body, wherever it stands; absent where the object is gone
 */
public record LoggedRow(
        UUID id, Written written, Address address, String operation, long version, byte @Nullable [] bodySha256) {

    /** What all rows of one transaction have in common. */
    public record Written(
            UUID tx,
            Instant at,
            String actor,
            @Nullable String traceId,
            @Nullable String source,
            @Nullable String reason) {}

    /** @param before the hash of the row before it in the same transaction */
    public byte[] hashAfter(byte[] before) {
        return new RowHash()
                .bytes(before)
                .id(id)
                .id(written.tx)
                .time(written.at)
                .text(written.actor)
                .text(written.traceId)
                .text(written.source)
                .text(written.reason)
                .text(address.collection())
                .text(address.key())
                .text(address.part())
                .text(operation)
                .number(version)
                .bytes(bodySha256)
                .made();
    }
}
