package dev.sekisho.software;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SoftwareProductRepository extends RegistryRepository<SoftwareProductEntity> {
    SoftwareProductRepository() {
        super(SoftwareProductEntity.class);
    }
}
