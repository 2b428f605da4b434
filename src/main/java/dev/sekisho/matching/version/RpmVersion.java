package dev.sekisho.matching.version;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RPM's order (rpmvercmp): epoch, version, release; segments of digits or letters, a tilde before and a caret after the end. */
final class RpmVersion {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9}):)?([^\\s:-]{1,150})(?:-([^\\s:-]{1,150}))?");
    private static final Pattern SEGMENT = Pattern.compile("[^A-Za-z0-9~^]*(?:(\\d+)|([A-Za-z]+)|([~^]))");

    private RpmVersion() {}

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
        int version = segments(left.group(2), right.group(2));
        if (version != 0 || left.group(3) == null || right.group(3) == null) {
            // A version without its release is before every release of it: it must not pass for the repaired one.
            int release = Boolean.compare(left.group(3) != null, right.group(3) != null);
            return OptionalInt.of(version != 0 ? version : release);
        }
        return OptionalInt.of(segments(left.group(3), right.group(3)));
    }

    /**
     * A source that states no epoch may have dropped it. Where the installed version is later by its epoch alone, there is
     * no order.
     */
    static OptionalInt compareInstalled(String installed, String stated) {
        String mine = stated.contains("-") ? installed : withoutRelease(installed);
        OptionalInt difference = compare(mine, stated);
        boolean onlyHere = mine.contains(":") && !stated.contains(":");
        OptionalInt without = onlyHere ? compare(mine.substring(mine.indexOf(':') + 1), stated) : difference;
        boolean agree = difference.isPresent()
                && without.isPresent()
                && Integer.signum(difference.getAsInt()) == Integer.signum(without.getAsInt());
        return agree ? difference : OptionalInt.empty();
    }

    /** Where the source states no release, every release of the version is meant. */
    private static String withoutRelease(String installed) {
        int dash = installed.indexOf('-');
        return dash < 0 ? installed : installed.substring(0, dash);
    }

    private static long epoch(Matcher form) {
        return form.group(1) == null ? 0 : Long.parseLong(form.group(1));
    }

    private static int segments(String a, String b) {
        Matcher left = SEGMENT.matcher(a);
        Matcher right = SEGMENT.matcher(b);
        while (true) {
            boolean moreLeft = left.find();
            boolean moreRight = right.find();
            if (!moreLeft || !moreRight) {
                return moreLeft ? ending(left) : moreRight ? -ending(right) : 0;
            }
            int difference = segment(left, right);
            if (difference != 0) {
                return difference;
            }
        }
    }

    /** What remains decides: a tilde makes its side earlier, anything else later. */
    private static int ending(Matcher rest) {
        return "~".equals(rest.group(3)) ? -1 : 1;
    }

    private static int segment(Matcher left, Matcher right) {
        if (left.group(3) != null || right.group(3) != null) {
            return Integer.compare(mark(left), mark(right));
        }
        if (left.group(1) != null && right.group(1) != null) {
            return Digits.compare(left.group(1), right.group(1));
        }
        if (left.group(2) != null && right.group(2) != null) {
            return left.group(2).compareTo(right.group(2));
        }
        return left.group(1) != null ? 1 : -1;
    }

    /** Tilde, caret, any other segment. */
    private static int mark(Matcher segment) {
        return "~".equals(segment.group(3)) ? 0 : "^".equals(segment.group(3)) ? 1 : 2;
    }
}
