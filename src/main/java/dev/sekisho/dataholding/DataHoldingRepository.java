package dev.sekisho.dataholding;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class DataHoldingRepository extends RegistryRepository<DataHoldingEntity> {
    DataHoldingRepository() {
        super(DataHoldingEntity.class);
    }
}
