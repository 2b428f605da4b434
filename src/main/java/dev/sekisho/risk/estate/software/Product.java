package dev.sekisho.risk.estate.software;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What it is: a product that has another key, name, vendor or identifier is another one. */
    public String identity() {
        return Stream.of(key, name, vendor, purl, cpe).map(String::valueOf).collect(Collectors.joining("\n"));
    }

    public Product(String key, String name, @Nullable String supplier) {
        this(key, name, null, supplier, null, null, List.of());
    }
}
