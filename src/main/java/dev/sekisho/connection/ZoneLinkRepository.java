package dev.sekisho.connection;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class ZoneLinkRepository extends RegistryRepository<ZoneLinkEntity> {
    ZoneLinkRepository() {
        super(ZoneLinkEntity.class);
    }
}
