package dev.sekisho.thirdparty;

import dev.sekisho.registry.RegistryRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ThirdPartyRepository extends RegistryRepository<ThirdPartyEntity> {
    ThirdPartyRepository() {
        super(ThirdPartyEntity.class);
    }
}
