package dev.sekisho.software;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class InstallationRepository extends RegistryRepository<InstallationEntity> {
    InstallationRepository() {
        super(InstallationEntity.class);
    }
}
