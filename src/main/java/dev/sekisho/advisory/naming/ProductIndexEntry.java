package dev.sekisho.advisory.naming;

import dev.sekisho.matching.product.Installed;
import dev.sekisho.matching.product.ProductMatcher;
import dev.sekisho.matching.version.VersionInName;
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
public record ProductIndexEntry(
        Product product, @Nullable String vendor, List<Identity> identities, Set<String> names) {

    /**
     * One of its names.
     *
     * @param keys under which the name is looked up
     */
    public record Identity(String name, Set<String> keys) {}

    public static ProductIndexEntry of(Product product, @Nullable String supplier, ProductMatcher matcher) {
        String vendor = product.vendor() == null ? supplier : product.vendor();
        var names = new LinkedHashSet<>(List.of(product.name()));
        names.addAll(product.aliases());
        List<Identity> identities = names.stream()
                .map(name -> new Identity(name, keys(product, supplier, name, matcher)))
                .toList();
        var all = new TreeSet<>(Set.of(ofKey(product.key())));
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

    public Installed installed(Identity identity, @Nullable String version) {
        return installed(product, vendor, identity.name(), version);
    }

    /** The name of a product of ours, for advisories that mean that very product. */
    public static String ofKey(String product) {
        return "key:" + product;
    }

    /** What an advisory that means this very product is found under. */
    public Set<String> byKey() {
        return Set.of(ofKey(product.key()));
    }

    /**
     * Whether software that somebody asks of may be this product: one that shares more than the mere name, or that where
     * one of the two does not say who makes it.
     */
    public boolean mayBe(Installed asked, Set<String> keys) {
        boolean ofAnyMaker = product.vendor() == null || asked.vendor() == null && asked.cpe() == null;
        if (VersionInName.areApart(product.name(), asked.product())) {
            return false;
        }
        return keys.stream().filter(names::contains).anyMatch(key -> ofAnyMaker || !ProductMatcher.isMereName(key));
    }

    /** Whether both are looked up under one name, be it the mere one. */
    public boolean sharesName(ProductIndexEntry other) {
        return !VersionInName.areApart(product.name(), other.product.name())
                && other.names.stream().anyMatch(names::contains);
    }

    /** Whether two products may be one: they share more than the mere name, or one does not say who makes it. */
    public boolean mayBe(ProductIndexEntry other) {
        boolean ofAnyMaker = product.vendor() == null || other.product.vendor() == null;
        return sharesName(other)
                && other.names.stream()
                        .filter(names::contains)
                        .anyMatch(key -> ofAnyMaker || !ProductMatcher.isMereName(key));
    }
}
