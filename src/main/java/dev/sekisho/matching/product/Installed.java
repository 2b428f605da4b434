package dev.sekisho.matching.product;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is installed, by whatever names are known.
 *
 * @param version null where nobody knows it
 * @param platforms what it runs on, in words or CPE names; empty where nobody knows it
 */
public record Installed(
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String version,
        @Nullable String purl,
        @Nullable String cpe,
        Set<String> platforms) {

    public Installed {
        platforms = Set.copyOf(platforms);
    }

    Installed of(String stated) {
        return new Installed(vendor, product, stated, purl, cpe, platforms);
    }

    public static Installed named(@Nullable String vendor, String product, @Nullable String version) {
        return new Installed(vendor, product, version, null, null, Set.of());
    }

    public static Installed ofPurl(String purl) {
        return new Installed(null, null, null, purl, null, Set.of());
    }

    public static Installed ofCpe(String cpe) {
        return new Installed(null, null, null, null, cpe, Set.of());
    }
}
