package dev.sekisho.software;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class InstallationRepository extends RegistryRepository<InstallationEntity> {
    InstallationRepository() {
        super(InstallationEntity.class);
    }
}
