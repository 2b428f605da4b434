package dev.sekisho.matching.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one product. Entries of several sources stand side by side; nothing is merged here. Stored as
 * one flat object.
 *
 * @param sourceName who says so, such as {@code fortinet} or {@code CISA-ADP}
 * @param defaultStatus status of versions no range names
 * @param unspecified the source names no product or no versions (n/a): it settles nothing
 * @param note a justification or impact statement, for explanations
 */
public record AffectedProduct(
        Source source,
        String sourceName,
        @JsonUnwrapped ProductIdentity identity,
        @JsonUnwrapped ProductScope scope,
        Status defaultStatus,
        List<VersionRange> ranges,
        boolean unspecified,
        @Nullable String note) {

    public AffectedProduct {
        ranges = List.copyOf(ranges);
    }

    /** Said without exception, reservation or comment. */
    public AffectedProduct(
            Source source,
            String sourceName,
            ProductIdentity identity,
            ProductScope scope,
            Status defaultStatus,
            List<VersionRange> ranges) {
        this(source, sourceName, identity, scope, defaultStatus, ranges, false, null);
    }

    /** Vendor and product text with their ranges: the least any source gives. */
    public static AffectedProduct named(
            Source source,
            String sourceName,
            @Nullable String vendor,
            @Nullable String product,
            Status defaultStatus,
            List<VersionRange> ranges) {
        var identity = ProductIdentity.named(vendor, product);
        return new AffectedProduct(source, sourceName, identity, ProductScope.EVERYWHERE, defaultStatus, ranges);
    }

    /** The same, as something of which no versions are said. */
    public AffectedProduct silent(@Nullable String why) {
        return new AffectedProduct(source, sourceName, identity, scope, defaultStatus, ranges, true, why);
    }

    /** As a catalogue of exploited vulnerabilities does: a vendor, a product, and nothing more. */
    public boolean namesNoVersions() {
        return unspecified || defaultStatus == Status.UNKNOWN && ranges.isEmpty();
    }

    public @Nullable String vendor() {
        return identity.vendor();
    }

    public @Nullable String product() {
        return identity.product();
    }

    public @Nullable String packageName() {
        return identity.packageName();
    }

    public @Nullable String collectionUrl() {
        return identity.collectionUrl();
    }

    public Set<String> purls() {
        return identity.purls();
    }

    public Set<String> cpes() {
        return identity.cpes();
    }

    public Set<String> platforms() {
        return scope.platforms();
    }

    public Set<String> modules() {
        return scope.modules();
    }

    public Set<String> requires() {
        return scope.requires();
    }

    public List<String> fixedVersions() {
        return ranges.stream()
                .flatMap(range -> range.fixedVersions().stream())
                .distinct()
                .toList();
    }

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
}
