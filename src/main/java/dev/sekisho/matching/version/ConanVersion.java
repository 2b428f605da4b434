package dev.sekisho.matching.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conan's order: parts between dots, then a pre-release behind a hyphen and a build behind a plus. Numbers come before words,
 * and zeros at the end count as absent. Where a number and a word with a number in front would come out one way by size and
 * another as text, and where a word says that it comes before the release ({@code 1.2.rc1}), there is no order; nor between
 * a number and a snapshot such as {@code cci.20210118}.
 */
record ConanVersion(
        List<String> parts,
        @Nullable String preRelease,
        @Nullable String build) {
    private static final int LONGEST = 150;
    private static final Pattern FORM =
            Pattern.compile("([0-9A-Za-z_*]+(?:\\.[0-9A-Za-z_*]+)*)(?:-([0-9A-Za-z_.*-]+))?(?:\\+([0-9A-Za-z_.*-]+))?");
    private static final Pattern LEADING = Pattern.compile("(\\d+)(.+)");

    static OptionalInt compare(String a, String b) {
        ConanVersion left = parse(a);
        ConanVersion right = parse(b);
        return left == null || right == null ? OptionalInt.empty() : left.compare(right);
    }

    private static @Nullable ConanVersion parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (text.length() > LONGEST || !form.matches()) {
            return null;
        }
        return new ConanVersion(parts(form.group(1)), form.group(2), form.group(3));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split("\\.")));
        while (parts.size() > 1 && Digits.areZero(parts.get(parts.size() - 1))) {
            parts.remove(parts.size() - 1);
        }
        return parts;
    }

    private OptionalInt compare(ConanVersion other) {
        if (Digits.are(parts.get(0)) != Digits.are(other.parts.get(0))) {
            return OptionalInt.empty();
        }
        OptionalInt difference = compare(parts, other.parts);
        if (difference.isEmpty() || difference.getAsInt() != 0) {
            return difference;
        }
        if (preRelease == null || other.preRelease == null) {
            int before = Boolean.compare(preRelease == null, other.preRelease == null);
            return before != 0 ? OptionalInt.of(before) : texts(build, other.build);
        }
        OptionalInt pre = texts(preRelease, other.preRelease);
        return pre.isEmpty() || pre.getAsInt() != 0 ? pre : texts(build, other.build);
    }

    private static OptionalInt texts(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return OptionalInt.of(Boolean.compare(a != null, b != null));
        }
        return compare(parts(a.replace('-', '.')), parts(b.replace('-', '.')));
    }

    private static OptionalInt compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            OptionalInt difference = i >= a.size()
                    ? absent(b.get(i), -1)
                    : i >= b.size() ? absent(a.get(i), 1) : part(a.get(i), b.get(i));
            if (difference.isEmpty() || difference.getAsInt() != 0) {
                return difference;
            }
        }
        return OptionalInt.of(0);
    }

    /** More behind the same parts is later, unless it says that it is not. */
    private static OptionalInt absent(String rest, int sign) {
        return saysBefore(rest) ? OptionalInt.empty() : OptionalInt.of(sign);
    }

    private static OptionalInt part(String a, String b) {
        if (Digits.are(a) && Digits.are(b)) {
            return OptionalInt.of(Digits.compare(a, b));
        }
        if (Digits.are(a) == Digits.are(b)) {
            return OptionalInt.of(a.compareTo(b));
        }
        OptionalInt order = Digits.are(a) ? beside(a, b) : beside(b, a);
        return Digits.are(a) || order.isEmpty() ? order : OptionalInt.of(-order.getAsInt());
    }

    /** A number beside a word. */
    private static OptionalInt beside(String number, String word) {
        if (saysBefore(word)) {
            return OptionalInt.empty();
        }
        Matcher leading = LEADING.matcher(word);
        int size = leading.matches() ? Digits.compare(number, leading.group(1)) : -1;
        int text = number.compareTo(word);
        boolean agree = size == 0 || Integer.signum(size) == Integer.signum(text);
        return agree ? OptionalInt.of(size == 0 ? -1 : size) : OptionalInt.empty();
    }

    private static boolean saysBefore(String word) {
        String letters =
                word.replaceAll("^\\d*", "").replaceAll("[^A-Za-z].*", "").toLowerCase(Locale.ROOT);
        return Word.of(letters).isBefore();
    }
}
