package dev.sekisho.feed.jvn;

import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The affected products of one JVN record, in the order in which it names them. */
final class JvnProducts {
    static final String SOURCE = "JVN";

    private final Map<ProductIdentity, List<JvnVersions>> stated = new LinkedHashMap<>();

    /**
     * Takes in what is said of a product.
     *
     * @param cpe as written; null where there is none
     * @param versions statements; none where the record names no versions
     */
    void add(@Nullable String vendor, @Nullable String product, @Nullable String cpe, List<JvnVersions> versions) {
        var identity =
                ProductIdentity.of(named(vendor), named(product), Set.of(), cpe == null ? Set.of() : Set.of(cpe));
        stated.computeIfAbsent(identity, none -> new ArrayList<>()).addAll(versions);
    }

    /** {@code (複数の製品)}, several products, is nobody's name. */
    private static @Nullable String named(@Nullable String name) {
        boolean isRemark = name != null && JvnVersions.plain(name).matches("\\([^()]*\\)");
        return isRemark ? null : name;
    }

    /**
     * What it says of one of its vulnerabilities. A product whose versions are all of others is left out.
     *
     * @param several whether what is said without naming a vulnerability is said of several at once
     */
    List<AffectedProduct> of(String cve, boolean several) {
        var found = new ArrayList<AffectedProduct>();
        stated.forEach((identity, statements) -> {
            Map<Set<String>, List<VersionRange>> bySystem = new LinkedHashMap<>();
            statements.stream()
                    .filter(one -> one.cves().isEmpty() || one.cves().contains(cve))
                    .forEach(one -> bySystem.computeIfAbsent(new TreeSet<>(one.systems()), none -> new ArrayList<>())
                            .addAll(several && one.cves().isEmpty() ? ofSeveral(one.ranges()) : one.ranges()));
            if (statements.isEmpty()) {
                bySystem.put(Set.of(), List.of());
            }
            bySystem.forEach((systems, ranges) -> found.add(affected(identity, systems, ranges)));
        });
        return found;
    }

    private static List<VersionRange> ofSeveral(List<VersionRange> ranges) {
        return ranges.stream().map(VersionRange::ofSeveral).toList();
    }

    /** JVN calls affected what it names; of all else it says nothing. */
    private static AffectedProduct affected(ProductIdentity identity, Set<String> systems, List<VersionRange> ranges) {
        var scope = new ProductScope(systems, Set.of(), Set.of());
        return new AffectedProduct(Source.ADVISORY, SOURCE, identity, scope, Status.UNKNOWN, ranges);
    }
}
