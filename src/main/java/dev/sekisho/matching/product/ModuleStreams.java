package dev.sekisho.matching.product;

import com.github.packageurl.PackageURL;
import dev.sekisho.matching.published.AffectedProduct;
import java.util.List;

/**
 * The module streams of a distribution: {@code nodejs:16} and {@code nodejs:18} are built for one release and repaired each
 * for itself.
 */
final class ModuleStreams {
    private ModuleStreams() {}

    /** Where the installed stream is known, what is said of others settles nothing. */
    static List<AffectedProduct> meant(Installed installed, List<AffectedProduct> entries) {
        PackageURL purl = Packages.parse(installed.purl());
        boolean known = purl != null
                && (Packages.moduleStream(purl) != null
                        || entries.stream().anyMatch(entry -> isLimited(entry) && isOf(installed, entry)));
        return known
                ? entries.stream()
                        .filter(entry -> !isLimited(entry) || isOf(installed, entry))
                        .toList()
                : entries;
    }

    private static boolean isLimited(AffectedProduct entry) {
        return !entry.purls().isEmpty() && !entry.modules().isEmpty();
    }

    private static boolean isOf(Installed installed, AffectedProduct entry) {
        return entry.modules().stream().anyMatch(stream -> isIn(installed, stream));
    }

    /** A package says which stream it is of, or its version begins as the stream is called. */
    static boolean isIn(Installed installed, String stream) {
        PackageURL purl = Packages.parse(installed.purl());
        if (purl == null) {
            return false;
        }
        String stated = Packages.moduleStream(purl);
        String called = stream.substring(stream.indexOf(':') + 1);
        return stated != null
                ? stated.equals(stream)
                : String.valueOf(purl.getVersion()).startsWith(called + ".");
    }
}
