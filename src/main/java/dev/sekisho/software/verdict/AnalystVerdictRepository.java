package dev.sekisho.software.verdict;

import dev.sekisho.registry.RegistryRepository;
import dev.sekisho.risk.estate.software.Product;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class AnalystVerdictRepository extends RegistryRepository<AnalystVerdictEntity> {
    AnalystVerdictRepository() {
        super(AnalystVerdictEntity.class);
    }

    /** What the product is known by that it is of, or that is installed; absent where there is none. */
    @Nullable
    String software(@Nullable String installation, @Nullable String product) {
        String where = installation == null
                ? "p.id = :key"
                : "p.id = (select i.product from InstallationEntity i where i.id = :key)";
        return getEntityManager()
                .createQuery(
                        "select p.id, p.name, p.vendor, p.purl, p.cpe from SoftwareProductEntity p where " + where,
                        Object[].class)
                .setParameter("key", installation == null ? product : installation)
                .getResultStream()
                .map(row -> new Product(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                null,
                                (String) row[3],
                                (String) row[4],
                                List.of())
                        .identity())
                .findFirst()
                .orElse(null);
    }

    /** How often a product is installed. */
    long installations(String product) {
        return getEntityManager()
                .createQuery("select count(i) from InstallationEntity i where i.product = :key", Long.class)
                .setParameter("key", product)
                .getSingleResult();
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
