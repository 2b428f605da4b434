package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AssetRepository extends RegistryRepository<AssetEntity> {
    AssetRepository() {
        super(AssetEntity.class);
    }
}
