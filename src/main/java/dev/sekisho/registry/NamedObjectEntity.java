package dev.sekisho.registry;

import dev.sekisho.risk.estate.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What subjects are called now, whatever their collection; a view, which lists of findings and scores are narrowed by. */
@Entity
@Immutable
@Table(name = "named_object")
class NamedObjectEntity {
    /** Which subject it is. */
    @Embeddable
    record Id(
            @Enumerated(EnumType.STRING) Subject.Kind kind,
            @Column(name = "object_key") String key) {}

    @EmbeddedId
    Id id = new Id(Subject.Kind.PORTFOLIO, "");

    @Column(name = "key_folded")
    String keyFolded = "";

    @Column(name = "name_folded")
    String nameFolded = "";
}
