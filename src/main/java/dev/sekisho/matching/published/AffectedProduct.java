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
}
