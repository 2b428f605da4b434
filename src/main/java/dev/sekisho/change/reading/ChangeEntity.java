package dev.sekisho.change.reading;

import dev.sekisho.change.ChangeOperation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the log; written by the ledger and only read here. The body is read apart, because lists show none. */
@Entity
@Immutable
@Table(name = "change_log")
class ChangeEntity {
    @Id
    UUID id = new UUID(0, 0);

    UUID tx = new UUID(0, 0);

    Instant at = Instant.EPOCH;

    String actor = "";

    @Column(name = "trace_id")
    @Nullable
    String traceId;

    @Nullable
    String source;

    @Nullable
    String reason;

    String collection = "";

    @Column(name = "object_key")
    String key = "";

    String part = "";

    @Enumerated(EnumType.STRING)
    ChangeOperation operation = ChangeOperation.UPDATED;

    @Column(name = "object_version")
    long version;
}
