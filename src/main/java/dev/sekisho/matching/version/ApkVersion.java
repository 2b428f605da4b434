package dev.sekisho.matching.version;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order of apk-tools (Alpine, Wolfi, Chainguard): numbers, one letter, suffixes such as {@code _rc1} and {@code _p2}, and
 * the release of the package ({@code -r3}). What does not keep to that form has no order.
 *
 * @param release of the package, 0 where it is not stated
 */
record ApkVersion(List<String> numbers, String letter, List<Suffix> suffixes, String release) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,40}(?:\\.\\d{1,40})*)([a-z]?)"
            + "((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\\d{0,40})*)(?:~[0-9a-f]+)?(?:-r(\\d{1,40}))?");
    private static final Pattern SUFFIX = Pattern.compile("_([a-z]+)(\\d*)");
    private static final Pattern RELEASE = Pattern.compile("-r\\d+$");
    private static final List<String> RANKS = List.of("alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p");
    private static final Suffix NONE = new Suffix("", "");
    private static final int LONGEST = 150;

    private record Suffix(String word, String number) {
        int compareTo(Suffix other) {
            int difference = Integer.compare(RANKS.indexOf(word), RANKS.indexOf(other.word));
            return difference != 0 ? difference : Digits.compare(number, other.number);
        }
    }

    static OptionalInt compare(String a, String b) {
        ApkVersion left = parse(a);
        ApkVersion right = parse(b);
        return left == null || right == null ? OptionalInt.empty() : OptionalInt.of(left.compareTo(right));
    }

    /** Where the source states no release of the package, every release of the version is meant. */
    static OptionalInt compareInstalled(String installed, String stated) {
        boolean any = !RELEASE.matcher(stated.strip()).find();
        return compare(any ? RELEASE.matcher(installed.strip()).replaceFirst("") : installed, stated);
    }

    private static @Nullable ApkVersion parse(String text) {
        String version = text.strip();
        Matcher form = FORM.matcher(version);
        if (version.length() > LONGEST || !form.matches()) {
            return null;
        }
        List<Suffix> suffixes = new ArrayList<>();
        Matcher suffix = SUFFIX.matcher(form.group(3));
        while (suffix.find()) {
            suffixes.add(new Suffix(suffix.group(1), suffix.group(2)));
        }
        return new ApkVersion(
                List.of(form.group(1).split("\\.")),
                form.group(2),
                suffixes,
                form.group(4) == null ? "" : form.group(4));
    }

    private int compareTo(ApkVersion other) {
        int[] differences = {
            numbers(other), letter.compareTo(other.letter), suffixes(other), Digits.compare(release, other.release)
        };
        for (int difference : differences) {
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Behind the first of them, numbers that begin with a zero are compared like decimals: 1.05 is before 1.1. */
    private int numbers(ApkVersion other) {
        for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
            String a = numbers.get(i);
            String b = other.numbers.get(i);
            boolean decimals = i > 0 && (a.startsWith("0") || b.startsWith("0"));
            int difference = decimals ? a.compareTo(b) : Digits.compare(a, b);
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }

    private int suffixes(ApkVersion other) {
        for (int i = 0; i < Math.max(suffixes.size(), other.suffixes.size()); i++) {
            Suffix a = i < suffixes.size() ? suffixes.get(i) : NONE;
            Suffix b = i < other.suffixes.size() ? other.suffixes.get(i) : NONE;
            int difference = a.compareTo(b);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
