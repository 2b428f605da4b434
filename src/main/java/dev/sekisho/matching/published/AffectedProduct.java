package dev.sekisho.matching.published;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one product. Entries of several sources stand side by side; nothing is merged here.
 *
 * @param sourceName who says so, such as {@code fortinet} or {@code CISA-ADP}
 * @param vendor as written; null where the source says n/a
 * @param collectionUrl where {@code packageName} is looked up
 * @param platforms where it applies, as written (words or CPE names); empty for everywhere
 * @param modules the parts or module streams of the product it is limited to, as written; empty for all of it
 * @param requires CPE names one of which must be present too (the other side of an AND in an NVD configuration)
 * @param defaultStatus status of versions no range names
 * @param unspecified the source names no product or no versions (n/a): it settles nothing
 * @param note a justification or impact statement, for explanations
 */
public record AffectedProduct(
        Source source,
        String sourceName,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String packageName,
        @Nullable String collectionUrl,
        Set<String> purls,
        Set<String> cpes,
        Set<String> platforms,
        Set<String> modules,
        Set<String> requires,
        Status defaultStatus,
        List<VersionRange> ranges,
        boolean unspecified,
        @Nullable String note) {

    public AffectedProduct {
        purls = Ordered.copy(purls);
        cpes = Ordered.copy(cpes);
        platforms = Ordered.copy(platforms);
        // Absent in what was stored before it was read.
        modules = modules == null ? Set.of() : Ordered.copy(modules);
        requires = Ordered.copy(requires);
        ranges = List.copyOf(ranges);
    }

    /** Vendor and product text with their ranges: the least any source gives. */
    public static AffectedProduct named(
            Source source,
            String sourceName,
            @Nullable String vendor,
            @Nullable String product,
            Status defaultStatus,
            List<VersionRange> ranges) {
        return new AffectedProduct(
                source,
                sourceName,
                vendor,
                product,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                defaultStatus,
                ranges,
                false,
                null);
    }

    /** The same, as something of which no versions are said. */
    public AffectedProduct silent(@Nullable String why) {
        return new AffectedProduct(
                source,
                sourceName,
                vendor,
                product,
                packageName,
                collectionUrl,
                purls,
                cpes,
                platforms,
                modules,
                requires,
                defaultStatus,
                ranges,
                true,
                why);
    }

    public List<String> fixedVersions() {
        return ranges.stream()
                .flatMap(range -> range.fixedVersions().stream())
                .distinct()
                .toList();
    }
}
