package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ZoneRepository extends RegistryRepository<ZoneEntity> {
    ZoneRepository() {
        super(ZoneEntity.class);
    }
}
