package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class ZoneRepository extends RegistryRepository<ZoneEntity> {
    ZoneRepository() {
        super(ZoneEntity.class);
    }
}
