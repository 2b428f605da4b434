package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class AssetRepository extends RegistryRepository<AssetEntity> {
    AssetRepository() {
        super(AssetEntity.class);
    }
}
