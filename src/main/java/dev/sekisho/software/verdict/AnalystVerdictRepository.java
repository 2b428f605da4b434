package dev.sekisho.software.verdict;

import dev.sekisho.registry.RegistryRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class AnalystVerdictRepository extends RegistryRepository<AnalystVerdictEntity> {
    AnalystVerdictRepository() {
        super(AnalystVerdictEntity.class);
    }

    /** The known versions of one installation, or of all of a product, each once and in their order. */
    List<String> installed(@Nullable String installation, @Nullable String product) {
        String where = installation == null ? "i.product = :key" : "i.id = :key";
        return getEntityManager()
                .createQuery("select i.versionText from InstallationEntity i where " + where, String.class)
                .setParameter("key", installation == null ? product : installation)
                .getResultStream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
