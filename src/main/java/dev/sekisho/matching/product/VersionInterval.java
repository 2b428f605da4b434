package dev.sekisho.matching.product;

import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Memo;
import dev.sekisho.matching.version.VersionScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a range as its source wrote it: one version, all versions, a branch such as {@code 5.1.x}, or everything
 * between two bounds.
 *
 * @param exact the one version meant
 * @param branch leading parts every version meant has
 * @param lower null for no lower bound
 * @param upper null for no upper bound
 * @param unreadable why it has no meaning we can compare with; then nothing else counts
 */
record VersionInterval(
        @Nullable String exact,
        @Nullable List<BigInteger> branch,
        @Nullable String lower,
        boolean lowerExclusive,
        @Nullable String upper,
        boolean upperInclusive,
        @Nullable String unreadable) {
    private static final Set<String> ALL = Set.of("*", "all", "all versions", "any", "every version");
    private static final Set<String> OPEN = Set.of("", "-", "n/a", "na", "unspecified", "unknown", "none", "null");
    private static final Set<String> EARLIER = Set.of(
            "previous versions",
            "all previous versions",
            "prior versions",
            "earlier versions",
            "previous",
            "prior",
            "earlier");
    private static final Pattern WILDCARD =
            Pattern.compile("[vV]?(\\d{1,9}(?:\\.\\d{1,9})*)(?:(?:\\.(?:[xX]+|\\*))+|\\*)");
    private static final Pattern TWO_VERSIONS = Pattern.compile("\\d+\\.\\d+[\\d.]*-\\d+\\.\\d+.*");
    private static final Pattern TWO_MAJORS = Pattern.compile("[vV]?(\\d{1,9})\\s?-\\s?([vV])?(\\d{1,9})");
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?:all versions\\s*)?(<=|>=|<|>|=)\\s*([^\\s,<>=]+(?: [^\\s,<>=]+)?)", Pattern.CASE_INSENSITIVE);
    private static final Memo<VersionInterval> STATEMENTS = new Memo<>(VersionInterval::read);
    private static final VersionInterval EVERYTHING = between(null, false, null, false);

    static VersionInterval of(VersionRange range) {
        if (range.isUnread()) {
            return unreadable("the source's range cannot be read");
        }
        String from = clean(range.from());
        return range.isSingle() && !range.fromExclusive() ? statement(from) : bounded(range, from);
    }

    private static VersionInterval between(
            @Nullable String lower, boolean exclusive, @Nullable String upper, boolean inclusive) {
        return new VersionInterval(null, null, lower, exclusive, upper, inclusive, null);
    }

    private static VersionInterval unreadable(String why) {
        return new VersionInterval(null, null, null, false, null, false, why);
    }

    private static VersionInterval statement(String text) {
        VersionInterval known = STATEMENTS.get(text);
        return known == null ? unreadable("the source names no version") : known;
    }

    private static VersionInterval read(String text) {
        if (OPEN.contains(text.toLowerCase(Locale.ROOT))) {
            return unreadable("the source names no version");
        }
        if (ALL.contains(text.toLowerCase(Locale.ROOT))) {
            return EVERYTHING;
        }
        List<BigInteger> branch = branch(text);
        if (branch != null) {
            return new VersionInterval(null, branch, null, false, null, false, null);
        }
        VersionInterval constraints = constraints(text);
        return constraints != null ? constraints : new VersionInterval(text, null, null, false, null, false, null);
    }

    private static VersionInterval bounded(VersionRange range, String from) {
        String lessThan = range.lessThan();
        if (lessThan != null && range.lessThanOrEqual() != null) {
            return unreadable("the source states two upper bounds");
        }
        boolean inclusive = lessThan == null;
        String upper = clean(inclusive ? range.lessThanOrEqual() : lessThan);
        if (upper.startsWith("<")) {
            upper = clean(upper.replaceFirst("^<=?", ""));
        }
        boolean open = upper.equals(VersionRange.UNBOUNDED) || range.isSingle();
        if (!open && OPEN.contains(upper.toLowerCase(Locale.ROOT))) {
            return unreadable("the source leaves the upper bound open");
        }
        return between(lower(from, upper), range.fromExclusive(), open ? null : upper, inclusive);
    }

    /** Null for the ways to say "from the beginning"; some repeat the upper bound in words there. */
    private static @Nullable String lower(String from, String upper) {
        String text = from.toLowerCase(Locale.ROOT);
        boolean beginning = text.equals("0") || ALL.contains(text) || OPEN.contains(text) || EARLIER.contains(text);
        if (beginning) {
            return null;
        }
        List<BigInteger> branch = branch(from);
        if (branch != null) {
            return first(branch);
        }
        Matcher constraint = CONSTRAINT.matcher(from);
        boolean repeats = constraint.matches()
                && constraint.group(1).startsWith("<")
                && constraint.group(2).equals(upper);
        return repeats ? null : from;
    }

    /** Whether every version there may be is affected. */
    static boolean callsAllAffected(VersionRange range) {
        return range.status() == Status.AFFECTED
                && range.changes().isEmpty()
                && of(range).equals(EVERYTHING);
    }

    static @Nullable List<BigInteger> branch(String text) {
        Matcher wildcard = WILDCARD.matcher(text);
        if (!wildcard.matches()) {
            return null;
        }
        List<BigInteger> parts = new ArrayList<>();
        for (String part : wildcard.group(1).split("\\.")) {
            parts.add(new BigInteger(part));
        }
        return parts;
    }

    /** The first version of a branch. */
    static String first(List<BigInteger> branch) {
        return branch.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }

    /** One version with its build, or the first and the last of several: text alone does not tell. */
    static boolean mayBeTwoVersions(String text) {
        Matcher majors = TWO_MAJORS.matcher(text);
        boolean ascending = majors.matches()
                && (majors.group(2) != null
                        || new BigInteger(majors.group(1)).compareTo(new BigInteger(majors.group(3))) < 0);
        return ascending || TWO_VERSIONS.matcher(text).matches();
    }

    /** {@code >= 2.0, < 2.3.1} in the version field, as one large assigner writes all its ranges. */
    private static @Nullable VersionInterval constraints(String text) {
        VersionInterval found = EVERYTHING;
        for (String part : text.split(",")) {
            Matcher constraint = CONSTRAINT.matcher(part.strip());
            if (!constraint.matches()
                    || !VersionScheme.VENDOR.reads(constraint.group(2)) && !isSemantic(constraint.group(2))) {
                return null;
            }
            found = found.with(constraint.group(1), constraint.group(2));
        }
        return found;
    }

    private static boolean isSemantic(String text) {
        return VersionScheme.SEMVER.reads(text);
    }

    private VersionInterval with(String operator, String bound) {
        return switch (operator) {
            case "<" -> between(lower, lowerExclusive, bound, false);
            case "<=" -> between(lower, lowerExclusive, bound, true);
            case ">" -> between(bound, true, upper, upperInclusive);
            case ">=" -> between(bound, false, upper, upperInclusive);
            default -> new VersionInterval(bound, null, null, false, null, false, null);
        };
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
