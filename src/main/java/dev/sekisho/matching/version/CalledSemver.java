package dev.sekisho.matching.version;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * The order of versions a CVE record declares as semver. Authors choose that word for four-part builds, hotfixes and
 * numbering by years as well. Where semver and the maker's own way of counting disagree, there is no order.
 */
final class CalledSemver {
    private CalledSemver() {}

    static OptionalInt compare(String a, String b) {
        SemanticVersion left = SemanticVersion.parse(a);
        SemanticVersion right = SemanticVersion.parse(b);
        if (left == null || right == null || !left.isStrict() || !right.isStrict()) {
            return VersionScheme.VENDOR.compare(a, b);
        }
        if (countDifferently(a, b)) {
            return OptionalInt.empty();
        }
        if (!left.core().equals(right.core())) {
            return OptionalInt.of(left.compareTo(right));
        }
        int semantic = left.compareTo(right);
        return semantic == 0 ? BuildMetadata.compare(a, b) : agreed(a, b, semantic);
    }

    private static boolean countDifferently(String a, String b) {
        VendorVersion left = VendorVersion.parse(a);
        VendorVersion right = VendorVersion.parse(b);
        return left != null && right != null && !left.countsLike(right);
    }

    /** Semver takes 10.2.5-h6 and 7.0.1-5035 for pre-releases; their makers do not. */
    private static OptionalInt agreed(String a, String b, int semantic) {
        VendorVersion left = VendorVersion.parse(a);
        VendorVersion right = VendorVersion.parse(b);
        if (left == null || right == null) {
            return isPreRelease(a) && isPreRelease(b) ? OptionalInt.of(semantic) : OptionalInt.empty();
        }
        OptionalInt makers = left.compare(right);
        boolean agree = makers.isPresent()
                && (makers.getAsInt() == 0 || Integer.signum(makers.getAsInt()) == Integer.signum(semantic));
        return agree || left.hasPatchSuffix() || right.hasPatchSuffix() ? makers : OptionalInt.empty();
    }

    /** The release itself, or what everybody takes for something before it. */
    private static boolean isPreRelease(String version) {
        SemanticVersion parsed = SemanticVersion.parse(version);
        if (parsed == null || parsed.preRelease().isEmpty()) {
            return parsed != null;
        }
        String first = parsed.preRelease().get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        return Word.of(first).isBefore() || first.equals("next") || first.equals("canary");
    }
}
