package dev.sekisho.matching.published;

import java.util.Set;

/**
 * What a statement on a product is limited to.
 *
 * @param platforms where it applies, as written (words or CPE names); empty for everywhere
 * @param modules the parts or module streams of the product, as written; empty for all of it
 * @param requires CPE names one of which must be present too (the other side of an AND in an NVD configuration)
 */
public record ProductScope(Set<String> platforms, Set<String> modules, Set<String> requires) {
    public static final ProductScope EVERYWHERE = new ProductScope(Set.of(), Set.of(), Set.of());

    public ProductScope {
        platforms = Ordered.copy(platforms);
        // Absent in what was stored before it was read.
        modules = modules == null ? Set.of() : Ordered.copy(modules);
        requires = Ordered.copy(requires);
    }
}
