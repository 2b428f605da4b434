package dev.sekisho.matching.version;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RubyGems' order (its Gem::Version): numbers by size, words by the alphabet and before numbers, and zeros at the end of the
 * numbers or of the words count as absent. A hyphen begins a pre-release.
 */
final class GemVersion {
    private static final int LONGEST = 150;
    private static final Pattern FORM =
            Pattern.compile("\\d+(?:\\.[0-9A-Za-z]+)*(?:[0-9]*[A-Za-z][0-9A-Za-z]*(?:\\.[0-9A-Za-z]+)*)?"
                    + "(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern SEGMENT = Pattern.compile("\\d+|[A-Za-z]+");
    /** What a gem was built for stands behind its version in lock files; it is no pre-release. */
    private static final Pattern PLATFORM = Pattern.compile(
            "-(?:x86_64|x86|x64|i[3-6]86|arm64|aarch64|arm|armv\\d\\w*|ppc64le|s390x|riscv64|universal|java|jruby"
                    + "|mswin\\d*|mingw\\d*)(?:-[\\w.-]*)?$");

    private static final String NOTHING = "0";

    private GemVersion() {}

    static OptionalInt compare(String a, String b) {
        List<String> left = segments(a);
        List<String> right = segments(b);
        return left == null || right == null ? OptionalInt.empty() : OptionalInt.of(compare(left, right));
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String left = i < a.size() ? a.get(i) : NOTHING;
            String right = i < b.size() ? b.get(i) : NOTHING;
            int difference = Digits.are(left) && Digits.are(right)
                    ? Digits.compare(left, right)
                    : Digits.are(left) == Digits.are(right) ? left.compareTo(right) : Digits.are(left) ? 1 : -1;
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static @Nullable List<String> segments(String text) {
        String version = PLATFORM.matcher(text.strip()).replaceFirst("");
        if (version.length() > LONGEST || !FORM.matcher(version).matches()) {
            return null;
        }
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(version.replace("-", ".pre."));
        while (segment.find()) {
            (words.isEmpty() && Digits.are(segment.group()) ? numbers : words).add(segment.group());
        }
        cut(numbers);
        cut(words);
        numbers.addAll(words);
        return numbers;
    }

    private static void cut(List<String> segments) {
        while (!segments.isEmpty() && Digits.areZero(segments.get(segments.size() - 1))) {
            segments.remove(segments.size() - 1);
        }
    }
}
