package dev.sekisho.thirdparty;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;

@Singleton
class ThirdPartyRepository extends RegistryRepository<ThirdPartyEntity> {
    ThirdPartyRepository() {
        super(ThirdPartyEntity.class);
    }
}
