package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OrganizationRepository extends RegistryRepository<OrganizationEntity> {
    OrganizationRepository() {
        super(OrganizationEntity.class);
    }
}
