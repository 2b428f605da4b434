package dev.sekisho.software;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class SoftwareProductRepository extends RegistryRepository<SoftwareProductEntity> {
    SoftwareProductRepository() {
        super(SoftwareProductEntity.class);
    }
}
