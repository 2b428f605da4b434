package dev.sekisho.matching.published;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names a source gives a product.
 *
 * @param vendor as written; null where the source says n/a
 * @param collectionUrl where {@code packageName} is looked up
 */
public record ProductIdentity(
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String packageName,
        @Nullable String collectionUrl,
        Set<String> purls,
        Set<String> cpes) {

    public ProductIdentity {
        purls = Ordered.copy(purls);
        cpes = Ordered.copy(cpes);
    }

    /** Names in words. */
    public static ProductIdentity named(@Nullable String vendor, @Nullable String product) {
        return of(vendor, product, Set.of(), Set.of());
    }

    public static ProductIdentity of(
            @Nullable String vendor, @Nullable String product, Set<String> purls, Set<String> cpes) {
        return new ProductIdentity(vendor, product, null, null, purls, cpes);
    }
}
