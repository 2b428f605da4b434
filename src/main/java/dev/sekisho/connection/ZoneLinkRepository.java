package dev.sekisho.connection;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ZoneLinkRepository extends RegistryRepository<ZoneLinkEntity> {
    ZoneLinkRepository() {
        super(ZoneLinkEntity.class);
    }
}
