package dev.sekisho.software;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.sekisho.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import us.springett.parsers.cpe.CpeParser;
import us.springett.parsers.cpe.exceptions.CpeParsingException;

/** Checks package URLs and CPE names with the libraries that know them. */
final class Identifiers {
    private Identifiers() {}

    static List<Problem.FieldError> faults(@Nullable String purl, @Nullable String cpe) {
        var faults = new ArrayList<Problem.FieldError>();
        if (purl != null && !isPurl(purl)) {
            faults.add(new Problem.FieldError("/purl", "is not a package URL"));
        }
        if (cpe != null && !isCpe(cpe)) {
            faults.add(new Problem.FieldError("/cpe", "is not a CPE name"));
        }
        return faults;
    }

    private static boolean isPurl(String text) {
        try {
            return new PackageURL(text).getName() != null;
        } catch (MalformedPackageURLException refused) {
            return false;
        }
    }

    private static boolean isCpe(String text) {
        try {
            return CpeParser.parse(text) != null;
        } catch (CpeParsingException refused) {
            return false;
        }
    }
}
