package dev.sekisho.matching.version;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The orders of range specifiers ({@code vers:}) that belong to no ecosystem. */
final class GenericVersion {
    private static final int LONGEST = 300;
    private static final Pattern INTEGERS = Pattern.compile("(\\d{1,100}(?:\\.\\d{1,100})*)(.*)");

    private GenericVersion() {}

    /**
     * {@code intdot}: whole numbers between dots, a missing one is 0. What stands behind them has no order, so that two that
     * differ in that alone are not called equal.
     */
    static OptionalInt compareIntegers(String a, String b) {
        Matcher left = INTEGERS.matcher(a.strip());
        Matcher right = INTEGERS.matcher(b.strip());
        if (a.length() > LONGEST || b.length() > LONGEST || !left.matches() || !right.matches()) {
            return OptionalInt.empty();
        }
        int difference = compare(left.group(1).split("\\."), right.group(1).split("\\."));
        return difference != 0 || left.group(2).equals(right.group(2))
                ? OptionalInt.of(difference)
                : OptionalInt.empty();
    }

    private static int compare(String[] a, String[] b) {
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Digits.compare(i < a.length ? a[i] : "0", i < b.length ? b[i] : "0");
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** {@code datetime}: instants as RFC 3339 writes them. */
    static OptionalInt compareTimes(String a, String b) {
        OffsetDateTime left = time(a);
        OffsetDateTime right = time(b);
        return left == null || right == null
                ? OptionalInt.empty()
                : OptionalInt.of(left.toInstant().compareTo(right.toInstant()));
    }

    private static @Nullable OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text.strip(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code lexicographic}: byte by byte, as UTF-8 writes them. */
    static OptionalInt compareBytes(String a, String b) {
        return OptionalInt.of(
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
    }
}
