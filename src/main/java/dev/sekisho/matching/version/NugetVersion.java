package dev.sekisho.matching.version;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NuGet's order: semantic versioning with an optional fourth part, and without regard to case. */
final class NugetVersion {
    private static final Pattern FORM =
            Pattern.compile("(v?\\d{1,30}(?:\\.\\d{1,30}){0,2})(?:\\.(\\d{1,30}))?([-+].{0,100})?");

    private NugetVersion() {}

    static OptionalInt compare(String a, String b) {
        Matcher left = FORM.matcher(a.strip().toLowerCase(Locale.ROOT));
        Matcher right = FORM.matcher(b.strip().toLowerCase(Locale.ROOT));
        if (!left.matches() || !right.matches()) {
            return OptionalInt.empty();
        }
        OptionalInt core = VersionScheme.SEMVER.compare(left.group(1), right.group(1));
        int fourth = Digits.compare(orNone(left.group(2)), orNone(right.group(2)));
        if (core.isEmpty() || core.getAsInt() != 0) {
            return core;
        }
        return fourth != 0
                ? OptionalInt.of(fourth)
                : VersionScheme.SEMVER.compare(
                        left.group(1) + orNone(left.group(3)), right.group(1) + orNone(right.group(3)));
    }

    private static String orNone(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
