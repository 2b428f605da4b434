package dev.sekisho.matching.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order of Composer's packages, which is PHP's version_compare: numbers by size, and dev, alpha, beta, RC before the
 * release and p after it. A branch ({@code dev-main}, {@code 1.x-dev}) is a place and no version: it has no order.
 */
final class ComposerVersion {
    private static final int LONGEST = 150;
    private static final String WORDS = "stable|dev|alpha|beta|rc|patch|pl|a|b|p";
    private static final Pattern FORM = Pattern.compile("v?\\d+(?:[._-]?(?:" + WORDS + ")|[._-]\\d+|(?<=[a-z])\\d+)*");
    private static final Pattern TOKEN = Pattern.compile("\\d+|[a-z]+");
    private static final String NUMBER = "0";
    /** A version without more behind it is like one with a number there, only not as late. */
    private static final int RELEASE = 4;

    private ComposerVersion() {}

    static OptionalInt compare(String a, String b) {
        List<String> left = tokens(a);
        List<String> right = tokens(b);
        return left == null || right == null ? OptionalInt.empty() : OptionalInt.of(compare(left, right));
    }

    /** Composer itself fills up to four numbers before it compares: 1.0 and 1.0.0 are one release of a package. */
    static OptionalInt compareInstalled(String installed, String stated) {
        List<String> left = tokens(installed);
        List<String> right = tokens(stated);
        if (left == null || right == null) {
            return OptionalInt.empty();
        }
        int most = Math.max(numbers(left), numbers(right));
        return OptionalInt.of(compare(filled(left, most), filled(right, most)));
    }

    private static int numbers(List<String> tokens) {
        int i = 0;
        while (i < tokens.size() && Digits.are(tokens.get(i))) {
            i++;
        }
        return i;
    }

    private static List<String> filled(List<String> tokens, int most) {
        List<String> filled = new ArrayList<>(tokens);
        for (int i = numbers(tokens); i < most; i++) {
            filled.add(i, NUMBER);
        }
        return filled;
    }

    private static @Nullable List<String> tokens(String text) {
        // What stands behind a plus says how it was built, and Composer leaves it out.
        String version = BuildMetadata.cutFrom(text.strip().toLowerCase(Locale.ROOT));
        if (version.length() > LONGEST || !FORM.matcher(version).matches()) {
            return null;
        }
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(version.startsWith("v") ? version.substring(1) : version);
        while (token.find()) {
            if (!token.group().equals("stable")) {
                tokens.add(token.group());
            }
        }
        return tokens;
    }

    private static int compare(List<String> a, List<String> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            boolean numbers = Digits.are(a.get(i)) && Digits.are(b.get(i));
            int difference =
                    numbers ? Digits.compare(a.get(i), b.get(i)) : Integer.compare(rank(a.get(i)), rank(b.get(i)));
            if (difference != 0) {
                return difference;
            }
        }
        return a.size() == b.size() ? 0 : a.size() > b.size() ? more(a.get(common)) : -more(b.get(common));
    }

    private static int more(String next) {
        return Digits.are(next) ? 1 : Integer.compare(rank(next), RELEASE);
    }

    private static int rank(String token) {
        return switch (token) {
            case "dev" -> 0;
            case "alpha", "a" -> 1;
            case "beta", "b" -> 2;
            case "rc" -> 3;
            case "patch", "pl", "p" -> RELEASE + 1;
            default -> RELEASE;
        };
    }
}
