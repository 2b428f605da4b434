package dev.sekisho.change.reading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Which revision tells of a transaction. */
@Entity
@Immutable
@Table(name = "revision_tx")
class RevisionTxEntity {
    @Id
    UUID tx = new UUID(0, 0);

    long revision;
}
