package dev.sekisho.organization;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class AssetRepository extends RegistryRepository<AssetEntity> {
    private static final int GROUPS = 5_000;

    AssetRepository() {
        super(AssetEntity.class);
    }

    /** The groups that hosts name, the first of them in order. */
    List<String> credentialGroups() {
        return getEntityManager()
                .createQuery(
                        "select distinct e.credentialGroup from AssetEntity e where e.credentialGroup is not null"
                                + " order by e.credentialGroup",
                        String.class)
                .setMaxResults(GROUPS)
                .getResultList();
    }
}
