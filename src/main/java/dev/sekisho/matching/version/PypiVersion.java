package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's order (PEP 440): epoch, release, pre-, post- and development releases, local version. */
record PypiVersion(
        BigInteger epoch,
        List<BigInteger> release,
        @Nullable String pre,
        BigInteger preNumber,
        @Nullable BigInteger post,
        @Nullable BigInteger dev,
        List<String> local)
        implements Comparable<PypiVersion> {
    private static final int LONGEST = 150;
    private static final Pattern FORM = Pattern.compile("v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(alpha|beta|preview|pre|a|b|c|rc)[-_.]?(\\d*))?"
            + "(?:-(\\d+)|[-_.]?(post|rev|r)[-_.]?(\\d*))?"
            + "(?:[-_.]?(dev)[-_.]?(\\d*))?"
            + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

    static OptionalInt compare(String a, String b) {
        PypiVersion left = parse(a);
        PypiVersion right = parse(b);
        return left == null || right == null ? OptionalInt.empty() : OptionalInt.of(left.compareTo(right));
    }

    /** Where a source states no local version, every local version of the release is meant: 1.13.0+cu117 is 1.13.0. */
    static OptionalInt compareInstalled(String installed, String stated) {
        int local = stated.contains("+") ? -1 : installed.indexOf('+');
        return compare(local < 0 ? installed : installed.substring(0, local), stated);
    }

    private static @Nullable PypiVersion parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return null;
        }
        List<BigInteger> release = new ArrayList<>();
        for (String part : form.group(2).split("\\.")) {
            release.add(new BigInteger(part));
        }
        boolean post = form.group(5) != null || form.group(6) != null;
        return new PypiVersion(
                number(form.group(1)),
                release,
                spelling(form.group(3)),
                number(form.group(4)),
                post ? number(form.group(5) != null ? form.group(5) : form.group(7)) : null,
                form.group(8) == null ? null : number(form.group(9)),
                form.group(10) == null ? List.of() : List.of(form.group(10).split("[-_.]")));
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static @Nullable String spelling(@Nullable String pre) {
        return pre == null
                ? null
                : switch (pre) {
                    case "alpha" -> "a";
                    case "beta" -> "b";
                    case "c", "pre", "preview" -> "rc";
                    default -> pre;
                };
    }

    @Override
    public int compareTo(PypiVersion other) {
        int[] differences = {
            epoch.compareTo(other.epoch),
            release(other),
            phase().compareTo(other.phase()),
            preNumber.compareTo(other.preNumber),
            optional(post, other.post, -1),
            optional(dev, other.dev, 1),
            local(other)
        };
        for (int difference : differences) {
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int release(PypiVersion other) {
        for (int i = 0; i < Math.max(release.size(), other.release.size()); i++) {
            BigInteger a = i < release.size() ? release.get(i) : BigInteger.ZERO;
            BigInteger b = i < other.release.size() ? other.release.get(i) : BigInteger.ZERO;
            if (!a.equals(b)) {
                return a.compareTo(b);
            }
        }
        return 0;
    }

    /** A development release of the release itself comes before its pre-releases. */
    private String phase() {
        return pre != null ? pre : post == null && dev != null ? "" : "z";
    }

    private static int optional(@Nullable BigInteger a, @Nullable BigInteger b, int whenAbsent) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? whenAbsent : -whenAbsent;
        }
        return a.compareTo(b);
    }

    private int local(PypiVersion other) {
        for (int i = 0; i < Math.min(local.size(), other.local.size()); i++) {
            String a = local.get(i);
            String b = other.local.get(i);
            boolean numberA = Character.isDigit(a.charAt(0)) && a.chars().allMatch(Character::isDigit);
            boolean numberB = Character.isDigit(b.charAt(0)) && b.chars().allMatch(Character::isDigit);
            int difference =
                    numberA && numberB ? Digits.compare(a, b) : numberA == numberB ? a.compareTo(b) : numberA ? 1 : -1;
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(local.size(), other.local.size());
    }
}
