package dev.sekisho.connection;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class ZoneLinkRepository extends RegistryRepository<ZoneLinkEntity> {
    ZoneLinkRepository() {
        super(ZoneLinkEntity.class);
    }

    /** The words callers use mean something else in a query. */
    @Override
    protected String attribute(String field) {
        return switch (field) {
            case "from" -> "fromZone";
            case "to" -> "toZone";
            default -> super.attribute(field);
        };
    }
}
