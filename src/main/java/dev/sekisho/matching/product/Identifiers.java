package dev.sekisho.matching.product;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import us.springett.parsers.cpe.CpeParser;
import us.springett.parsers.cpe.exceptions.CpeParsingException;

/** Tells package URLs and CPE names from other text, with the libraries that know them. */
public final class Identifiers {
    private Identifiers() {}

    /** What is wrong with the identifiers of a product that somebody writes by hand, by the field it stands in. */
    public static Map<String, String> faults(@Nullable String purl, @Nullable String cpe) {
        var faults = new TreeMap<String, String>();
        if (purl != null && !isPurl(purl)) {
            faults.put("purl", "is not a package URL such as pkg:npm/left-pad");
        }
        if (cpe != null && !isCpe(cpe)) {
            faults.put("cpe", "is not a CPE name such as cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*");
        } else if (cpe != null && !namesProduct(cpe)) {
            faults.put("cpe", "names no product");
        }
        return faults;
    }

    /** The same where they are to name a product in all its versions. */
    public static Map<String, String> faultsOfProduct(@Nullable String purl, @Nullable String cpe) {
        Map<String, String> faults = faults(purl, cpe);
        PackageURL named = Packages.parse(purl);
        if (named != null && named.getVersion() != null) {
            faults.put(
                    "purl",
                    "names the version " + named.getVersion() + "; leave out the @ and what follows up to a ? or #");
        }
        return faults;
    }

    private static boolean isPurl(String text) {
        try {
            return new PackageURL(text).getName() != null;
        } catch (MalformedPackageURLException | RuntimeException refused) {
            return false;
        }
    }

    private static boolean isCpe(String text) {
        try {
            return CpeParser.parse(text) != null;
        } catch (CpeParsingException | RuntimeException refused) {
            return false;
        }
    }

    /** Where the product is left open the name means everything, and nothing is found by it. */
    private static boolean namesProduct(String cpe) {
        CpeName name = CpeName.parse(cpe);
        return name != null && !ProductNames.fold(name.product()).isEmpty();
    }

    /** Whether software can be found by it, though a published record may not keep to the letter. */
    public static boolean findsByPurl(@Nullable String text) {
        return Packages.parse(text) != null;
    }

    /** Whether software can be found by it, though a published record may not keep to the letter. */
    public static boolean findsByCpe(@Nullable String text) {
        return CpeName.parse(text) != null;
    }
}
