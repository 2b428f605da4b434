package dev.sekisho.matching.version;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of two versions that are equal but for their build metadata, as in {@code 11.3.0+security-01}. Semver has none,
 * so it is read as its authors mean it: a build comes after the release it was made from, and later ones have higher numbers.
 */
final class BuildMetadata {
    private static final Pattern COUNTED = Pattern.compile("(.*?)(\\d{1,30})");
    /** Go's word for a module that does not keep to its rules; it says nothing of the build. */
    private static final String INCOMPATIBLE = "incompatible";

    private BuildMetadata() {}

    static OptionalInt compare(String a, String b) {
        String left = of(a);
        String right = of(b);
        if (left.equals(right)) {
            return OptionalInt.of(0);
        }
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalInt.of(left.isEmpty() ? -1 : 1);
        }
        Matcher mine = COUNTED.matcher(left);
        Matcher other = COUNTED.matcher(right);
        boolean counted = mine.matches() && other.matches() && mine.group(1).equals(other.group(1));
        return counted ? OptionalInt.of(Digits.compare(mine.group(2), other.group(2))) : OptionalInt.empty();
    }

    static boolean isStatedIn(String version) {
        return !of(version).isEmpty();
    }

    static String cutFrom(String version) {
        int at = version.indexOf('+');
        return at < 0 ? version : version.substring(0, at);
    }

    private static String of(String version) {
        int at = version.indexOf('+');
        String metadata = at < 0 ? "" : version.substring(at + 1).strip();
        return metadata.equals(INCOMPATIBLE) ? "" : metadata;
    }
}
