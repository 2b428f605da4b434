package dev.sekisho.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Apart from the feed itself: a fetch and an upload of the same feed must not write over each other's row. */
@Entity
@Table(name = "feed_fetch")
class FetchEntity {
    @Id
    String name = "";

    String url = "";

    @Nullable
    String etag;

    @Column(name = "last_modified")
    @Nullable
    String lastModified;

    /** Of the file the validators belong to. */
    @Nullable
    String sha256;

    @Column(name = "attempted_at")
    Instant attemptedAt = Instant.EPOCH;

    /** Tries in a row that failed. */
    int failures;

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;
}
