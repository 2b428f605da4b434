package dev.sekisho.risk.estate.software;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A software product, with the names advisories may know it by.
 *
 * @param vendor who makes it; where absent, the supplier's name stands in
 * @param supplier key of the third party that supplies it
 */
public record Product(
        String key,
        String name,
        @Nullable String vendor,
        @Nullable String supplier,
        @Nullable String purl,
        @Nullable String cpe,
        List<String> aliases) {

    public Product {
        aliases = List.copyOf(aliases);
    }

    public Product(String key, String name, @Nullable String supplier) {
        this(key, name, null, supplier, null, null, List.of());
    }
}
