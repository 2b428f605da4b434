package dev.sekisho.matching.version;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's order (deb-version): epoch, upstream version, revision; a tilde sorts before everything, even the end. */
final class DebVersion {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9}):)?([0-9A-Za-z.+:~_-]{1,150})");

    private static final Pattern REBUILT = Pattern.compile("\\+b\\d+$");

    private DebVersion() {}

    static OptionalInt compare(String a, String b) {
        Matcher left = FORM.matcher(a.strip());
        Matcher right = FORM.matcher(b.strip());
        if (!left.matches() || !right.matches()) {
            return OptionalInt.empty();
        }
        int epoch = Long.compare(epoch(left), epoch(right));
        if (epoch != 0) {
            return OptionalInt.of(epoch);
        }
        int upstream = part(upstream(left.group(2)), upstream(right.group(2)));
        return OptionalInt.of(upstream != 0 ? upstream : part(revision(left.group(2)), revision(right.group(2))));
    }

    /**
     * How an installed version lies to one a source states. Where that has no revision, every revision is meant; and a
     * package that was merely built again ({@code +b1}) is the one it was built from.
     */
    static OptionalInt compareInstalled(String installed, String stated) {
        String mine = REBUILT.matcher(stated).find()
                ? installed
                : REBUILT.matcher(installed).replaceFirst("");
        int dash = mine.lastIndexOf('-');
        return compare(dash < 0 || stated.contains("-") ? mine : mine.substring(0, dash), stated);
    }

    private static long epoch(Matcher form) {
        return form.group(1) == null ? 0 : Long.parseLong(form.group(1));
    }

    private static String upstream(String text) {
        int dash = text.lastIndexOf('-');
        return dash < 0 ? text : text.substring(0, dash);
    }

    private static String revision(String text) {
        int dash = text.lastIndexOf('-');
        return dash < 0 ? "" : text.substring(dash + 1);
    }

    private static int part(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            int endA = letters(a, i);
            int endB = letters(b, j);
            int words = words(a.substring(i, endA), b.substring(j, endB));
            if (words != 0) {
                return words;
            }
            i = digits(a, endA);
            j = digits(b, endB);
            int numbers = Digits.compare(a.substring(endA, i), b.substring(endB, j));
            if (numbers != 0) {
                return numbers;
            }
        }
        return 0;
    }

    private static int letters(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int words(String a, String b) {
        for (int i = 0; i < Math.max(a.length(), b.length()); i++) {
            int difference = Integer.compare(rank(a, i), rank(b, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Tilde, end, letters, everything else. */
    private static int rank(String text, int i) {
        if (i >= text.length()) {
            return 0;
        }
        char c = text.charAt(i);
        return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
    }
}
