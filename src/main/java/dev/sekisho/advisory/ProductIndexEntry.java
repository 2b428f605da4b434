package dev.sekisho.advisory;

import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.risk.estate.software.Product;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product of ours as advisories may know it.
 *
 * @param vendor who makes it; where nobody says, its supplier
 * @param identities one for each name it goes by
 * @param names under which it looks for advisories
 */
record ProductIndexEntry(Product product, @Nullable String vendor, List<Identity> identities, Set<String> names) {

    /**
     * One of its names.
     *
     * @param keys under which the name is looked up
     */
    record Identity(String name, Set<String> keys) {}

    static ProductIndexEntry of(Product product, @Nullable String supplier, ProductMatcher matcher) {
        String vendor = product.vendor() == null ? supplier : product.vendor();
        var names = new LinkedHashSet<>(List.of(product.name()));
        names.addAll(product.aliases());
        List<Identity> identities = names.stream()
                .map(name -> new Identity(name, keys(product, supplier, name, matcher)))
                .toList();
        var all = new TreeSet<>(Set.of(AdvisoryIndexEntry.ofKey(product.key())));
        identities.forEach(identity -> all.addAll(identity.keys()));
        return new ProductIndexEntry(product, vendor, identities, Set.copyOf(all));
    }

    /**
     * A supplier is often not the maker, so its name narrows nothing: without a stated vendor any maker's product of that
     * name may be meant. Nor is the vendor held against an alias, which somebody entered because others call it so.
     */
    private static Set<String> keys(Product product, @Nullable String supplier, String name, ProductMatcher matcher) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(product.vendor(), supplier)
                .filter(Objects::nonNull)
                .forEach(maker -> keys.addAll(matcher.lookupKeys(installed(product, maker, name, null))));
        if (product.vendor() == null || product.aliases().contains(name)) {
            keys.addAll(matcher.lookupKeys(installed(product, null, name, null)));
        }
        return keys;
    }

    private static Installed installed(
            Product product, @Nullable String vendor, String name, @Nullable String version) {
        return new Installed(vendor, name, version, product.purl(), product.cpe(), Set.of());
    }

    Installed installed(Identity identity, @Nullable String version) {
        return installed(product, vendor, identity.name(), version);
    }

    /** What an advisory that means this very product is found under. */
    Set<String> byKey() {
        return Set.of(AdvisoryIndexEntry.ofKey(product.key()));
    }

    /**
     * Whether software that somebody asks of may be this product: one that shares more than the mere name, or that where
     * one of the two does not say who makes it.
     */
    boolean mayBe(Installed asked, Set<String> keys) {
        boolean ofAnyMaker = product.vendor() == null || asked.vendor() == null && asked.cpe() == null;
        return keys.stream().filter(names::contains).anyMatch(key -> ofAnyMaker || !ProductMatcher.isMereName(key));
    }
}
