package dev.sekisho.registry;

import dev.sekisho.web.list.FoldedText;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns every registered object has. */
@MappedSuperclass
public abstract class RegisteredEntity {
    /** The key, chosen by the caller; it never changes. */
    @Id
    @Column(name = "object_key")
    public String id = "";

    /** The key in one case, so that two keys never differ by case alone. */
    @Column(name = "key_folded")
    public String keyFolded = "";

    public String name = "";

    /** The name as it is searched, where it is not just the name in small letters. */
    @Column(name = "name_folded")
    @Nullable
    String nameFolded;

    @Version
    public int version;

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;

    @PrePersist
    @PreUpdate
    void foldName() {
        nameFolded = FoldedText.stored(name);
    }
}
