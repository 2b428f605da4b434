package dev.sekisho.feed;

import dev.sekisho.registry.field.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "feed")
class FeedEntity {
    @Id
    String name = "";

    @Nullable
    String sha256;

    @Column(name = "last_success_at")
    @Nullable
    Instant lastSuccessAt;

    @Column(name = "record_count")
    int recordCount;

    @Column(name = "change_count")
    int changeCount;

    @Column(name = "skipped_count")
    int skippedCount;

    @Column(name = "skipped_reasons")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> skippedReasons;

    /** Records in the last file that were older than what is held of the same source. */
    @Column(name = "older_count")
    int olderCount;

    @Convert(converter = TextList.class)
    @Nullable
    List<String> notes;

    /** What of the last file is not known. */
    @Column(name = "unknown_fields")
    @Convert(converter = UnknownField.Column.class)
    @Nullable
    List<UnknownField> unknownFields;

    /** When what is held was released, by its publisher's word. */
    @Column(name = "released_at")
    @Nullable
    Instant releasedAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "last_error_at")
    @Nullable
    Instant lastErrorAt;
}
