package dev.sekisho.ruleset.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A device, and what is known of its configuration without reading it. */
@Entity
@Table(name = "device")
class DeviceEntity {
    @Id
    @Column(name = "object_key")
    String id = "";

    @Column(name = "key_folded")
    String keyFolded = "";

    /** Counts the configurations it has had, from 1. */
    int revision;

    String format = "";

    String sha256 = "";

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(name = "stored_at")
    Instant storedAt = Instant.EPOCH;

    @Column(name = "stored_by")
    String storedBy = "";
}
