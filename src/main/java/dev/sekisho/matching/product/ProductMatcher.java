package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.version.VersionInName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products an advisory may be about. Both sides are turned into sets of keys; they match when the sets meet, so that
 * an index over keys finds candidates without reading every record. A match says only that the versions are worth
 * comparing, and it needs no CPE: vendor and product text are enough.
 */
public final class ProductMatcher {
    private static final String MERE_NAME = "vendorless:";

    private static final Systems SYSTEMS = Systems.usual();

    private final ProductNames names;

    public ProductMatcher(ProductNames names) {
        this.names = names;
    }

    /** Whether a key tells nothing of who makes a product. */
    public static boolean isMereName(String key) {
        return key.startsWith(MERE_NAME);
    }

    public boolean matches(Installed installed, AffectedProduct affected) {
        return matches(lookupKeys(installed), affected);
    }

    /** With the keys of the installed product, for comparing it with many. */
    boolean matches(Set<String> keys, AffectedProduct affected) {
        return !Collections.disjoint(keys, lookupKeys(affected));
    }

    /** Keys under which an installed product looks for advisories. */
    public Set<String> lookupKeys(Installed installed) {
        Set<String> keys = new LinkedHashSet<>();
        packageKeys(keys, installed.purl());
        CpeName cpe = CpeName.parse(installed.cpe());
        if (cpe != null) {
            installedKeys(keys, cpe.vendor(), cpe.product());
        }
        if (installed.product() != null) {
            installedKeys(keys, installed.vendor(), installed.product());
        }
        VersionInName numbered = VersionInName.of(installed.product());
        if (numbered != null) {
            installedKeys(keys, installed.vendor(), numbered.name());
        }
        return keys;
    }

    /**
     * The keys by which an entry means just what the installed product is called. What has a year or number behind its name is
     * looked for without it as well.
     */
    Set<String> keysOfWholeName(Installed installed) {
        Set<String> keys = new LinkedHashSet<>();
        packageKeys(keys, installed.purl());
        CpeName cpe = CpeName.parse(installed.cpe());
        if (cpe != null) {
            installedKeys(keys, cpe.vendor(), cpe.product());
        }
        if (installed.product() != null) {
            installedKeys(keys, installed.vendor(), installed.product());
            installedKeys(keys, null, installed.product());
        }
        return keys;
    }

    private void packageKeys(Set<String> keys, @Nullable String text) {
        PackageURL purl = Packages.parse(text);
        if (purl != null) {
            keys.add(Packages.key(purl));
            Packages.Source source = Packages.source(purl);
            if (source != null) {
                keys.add(source.key());
            }
        }
    }

    private void installedKeys(Set<String> keys, @Nullable String vendor, String product) {
        String maker = vendor == null ? names.makerIn(product) : null;
        if (maker != null) {
            installedKeys(keys, maker, product);
        }
        String vendorKey = vendor == null ? "" : names.vendor(vendor);
        named(keys, vendorKey, product);
        SYSTEMS.of(names.pair(vendorKey, names.product(vendorKey, product)))
                .forEach(system -> named(keys, vendorKey, system));
    }

    private void named(Set<String> keys, String vendorKey, String product) {
        for (String productKey : names.spellings(vendorKey, product)) {
            keys.add(MERE_NAME + productKey);
            if (vendorKey.isEmpty()) {
                keys.add("product:" + productKey);
            } else {
                keys.add(MERE_NAME + vendorKey + productKey);
                keys.add("name:" + names.pair(vendorKey, productKey));
            }
        }
    }

    /** Keys under which an advisory's product is found. */
    public Set<String> lookupKeys(AffectedProduct affected) {
        Set<String> keys = new LinkedHashSet<>();
        for (String text : affected.purls()) {
            PackageURL purl = Packages.parse(text);
            if (purl != null) {
                keys.add(Packages.key(purl));
            }
        }
        if (affected.collectionUrl() != null && affected.packageName() != null) {
            String key = Packages.key(affected.collectionUrl(), affected.packageName());
            if (key != null) {
                keys.add(key);
            }
        }
        for (String text : affected.cpes()) {
            CpeName cpe = CpeName.parse(text);
            if (cpe != null) {
                affectedKeys(keys, cpe.vendor(), cpe.product());
            }
        }
        if (affected.product() != null) {
            affectedKeys(keys, affected.vendor(), affected.product());
        }
        return keys;
    }

    private void affectedKeys(Set<String> keys, @Nullable String vendor, String product) {
        String vendorKey = vendor == null ? "" : names.vendor(vendor);
        for (String productKey : names.products(vendorKey, product)) {
            keys.add("product:" + productKey);
            if (vendorKey.isEmpty()) {
                keys.add(MERE_NAME + productKey);
            } else {
                // Where nobody states the vendor, the product may be called by both names.
                keys.add("product:" + vendorKey + productKey);
                keys.add("name:" + names.pair(vendorKey, productKey));
            }
        }
    }
}
