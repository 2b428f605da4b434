package dev.sekisho.matching.version;

import java.util.OptionalInt;

/** The order of Dart's pub: semantic versioning in which a build comes after its release, and builds are ordered like pre-releases. */
final class PubVersion {
    private PubVersion() {}

    static OptionalInt compare(String a, String b) {
        SemanticVersion left = SemanticVersion.parse(a);
        SemanticVersion right = SemanticVersion.parse(b);
        if (left == null || right == null) {
            return OptionalInt.empty();
        }
        int difference = left.compareTo(right);
        return OptionalInt.of(difference != 0 ? difference : SemanticVersion.identifiers(build(a), build(b)));
    }

    private static String build(String version) {
        int at = version.indexOf('+');
        return at < 0 ? "" : version.strip().substring(at + 1);
    }
}
