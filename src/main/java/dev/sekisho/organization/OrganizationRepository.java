package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class OrganizationRepository extends RegistryRepository<OrganizationEntity> {
    OrganizationRepository() {
        super(OrganizationEntity.class);
    }
}
