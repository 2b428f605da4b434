package dev.sekisho.architecture.open;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Seen from everywhere; not part of any persistence unit that is tested. */
@Entity
public class OpenEntity {
    @Id
    String id;
}
