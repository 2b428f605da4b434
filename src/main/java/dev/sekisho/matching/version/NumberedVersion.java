package dev.sekisho.matching.version;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Versions that are numbers only, as CRAN's and Hackage's: by size, and of two that begin alike the longer is later. */
final class NumberedVersion {
    private static final int LONGEST = 150;
    private static final Pattern CRAN = Pattern.compile("\\d+(?:[.-]\\d+)*");
    private static final Pattern HACKAGE = Pattern.compile("\\d+(?:\\.\\d+)*");

    private NumberedVersion() {}

    static OptionalInt compareCran(String a, String b) {
        return compare(a.strip(), b.strip(), CRAN);
    }

    static OptionalInt compareHackage(String a, String b) {
        return compare(a.strip(), b.strip(), HACKAGE);
    }

    private static OptionalInt compare(String a, String b, Pattern form) {
        boolean readable = a.length() <= LONGEST
                && b.length() <= LONGEST
                && form.matcher(a).matches()
                && form.matcher(b).matches();
        return readable ? OptionalInt.of(compare(parts(a), parts(b))) : OptionalInt.empty();
    }

    private static List<String> parts(String version) {
        return List.of(version.split("[.-]"));
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int difference = Digits.compare(a.get(i), b.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
