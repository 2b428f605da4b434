package dev.sekisho.organization;

import dev.sekisho.registry.RegisteredEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "organization")
class OrganizationEntity extends RegisteredEntity {
    @Nullable
    String parent;
}
