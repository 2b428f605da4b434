package dev.sekisho.matching.product;

import dev.sekisho.matching.product.Placement.Where;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Ordering;
import dev.sekisho.matching.version.VendorVersion;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Places one installed version relative to one range, by one ordering. Whatever cannot be compared is UNDECIDED. */
final class Placing {
    private static final int PARTS_OF_A_RELEASE = 3;
    private static final String BEGINNING = "0";

    private final String installed;
    private final @Nullable VendorVersion parsed;
    private final VersionRange range;
    private final Ordering ordering;
    private final VersionInterval interval;
    private final StatusChanges changes;

    private Placing(String installed, VersionRange range, Ordering ordering) {
        this.installed = installed;
        this.parsed = ordering.hasBuilds() ? VendorVersion.parse(installed) : null;
        this.range = range;
        this.ordering = ordering;
        this.interval = VersionInterval.of(range);
        this.changes = new StatusChanges(installed, parsed, range, ordering);
    }

    static Placement place(String installed, VersionRange range, Ordering ordering) {
        return new Placing(installed.strip(), range, ordering).placed();
    }

    private Placement placed() {
        if (interval.unreadable() != null) {
            return leftOpen(interval.unreadable());
        }
        if (interval.exact() != null) {
            return single(interval.exact());
        }
        List<BigInteger> branch = interval.branch();
        return branch != null ? branch(branch) : between();
    }

    private Placement single(String stated) {
        if (stated.equalsIgnoreCase(installed)) {
            return inside(installed + " is named");
        }
        if (stated.equals(BEGINNING) && range.status() == Status.AFFECTED) {
            return leftOpen("the source names " + stated + " alone, which may mean every version");
        }
        if (!ordering.reads(stated) && !stated.matches("\\S{1,40}")) {
            return leftOpen("\"" + stated + "\" is text, not a version");
        }
        OptionalInt difference = ordering.compareInstalled(installed, stated);
        if (difference.isPresent() && difference.getAsInt() == 0) {
            return inside(installed + " equals " + stated);
        }
        if (ordering.isRebuildOf(installed, stated)) {
            return leftOpen(rebuilt(stated));
        }
        if (ordering.hasBuilds() && VersionInterval.mayBeTwoVersions(stated)) {
            return leftOpen(stated + " may be two versions");
        }
        if (!ordering.reads(installed)) {
            return undecided(installed + " cannot be ordered");
        }
        VendorVersion other = ordering.hasBuilds() ? VendorVersion.parse(stated) : null;
        if (other == null && ordering.hasBuilds() || range.versionType() == null && !ordering.reads(stated)) {
            return leftOpen(stated + " cannot be ordered");
        }
        return other == null || parsed == null ? beside(stated, difference) : aroundSingle(parsed, other, difference);
    }

    private Placement aroundSingle(VendorVersion version, VendorVersion other, OptionalInt difference) {
        if (version.isBuildOf(other)) {
            // 23.9.7 names its builds; 2020.1 may name a release or a branch, so 2020.1.3 is open.
            return other.core().size() >= PARTS_OF_A_RELEASE
                    ? inside(installed + " is a build of " + interval.exact())
                    : leftOpen(installed + " may or may not be meant by " + interval.exact());
        }
        if (version.isPatchOf(other)) {
            return leftOpen(installed + " is a patch of " + interval.exact() + ", and the source does not mention it");
        }
        String same = installed + " and " + interval.exact() + " may be one version";
        if (range.status() == Status.AFFECTED && mayBeMeant(version, other, difference)) {
            return undecided(same);
        }
        return range.status() == Status.AFFECTED && other.mayBeBranch() && version.startsWith(other.core())
                ? leftOpen(same)
                : beside(String.valueOf(interval.exact()), difference);
    }

    /** Stated less precisely than the source does, or written in another way. */
    private static boolean mayBeMeant(VendorVersion version, VendorVersion other, OptionalInt difference) {
        return other.isBuildOf(version) || difference.isEmpty() && version.mayBe(other);
    }

    private Placement beside(String stated, OptionalInt difference) {
        int sign = difference.orElse(0);
        Where where = sign < 0 ? Where.BEFORE : sign > 0 ? Where.AFTER : Where.OTHER;
        return at(where, installed + " is not " + stated);
    }

    private Placement branch(List<BigInteger> branch) {
        if (parsed == null) {
            return undecided(installed + " cannot be ordered");
        }
        return parsed.startsWith(branch)
                ? inside(installed + " belongs to " + range.from())
                : at(Where.OTHER, installed + " does not belong to " + range.from());
    }

    private Placement between() {
        boolean unbounded = interval.lower() == null && interval.upper() == null;
        if (!unbounded && !ordering.reads(installed)) {
            return undecided(installed + " cannot be ordered");
        }
        if (isEmpty()) {
            return leftOpen("between " + interval.lower() + " and " + interval.upper() + " there is no version");
        }
        Placement below = below();
        if (below != null && !below.is(Where.UNDECIDED)) {
            return below;
        }
        Placement above = above();
        // After the end is outside, wherever the range begins.
        if (above != null && (below == null || above.is(Where.AFTER))) {
            return above.is(Where.AFTER) ? beyond(above) : above;
        }
        return below != null ? below : changed();
    }

    /**
     * A range that ends before it begins, or as it begins, would hold nothing, and its author meant something else. Behind
     * both bounds it is over whatever was meant.
     */
    private boolean isEmpty() {
        String lower = interval.lower();
        String upper = interval.upper();
        int order = lower == null || upper == null
                ? -1
                : ordering.compare(lower, upper).orElse(-1);
        boolean same = order == 0 && (interval.lowerExclusive() || !interval.upperInclusive());
        return order > 0
                || same
                        && ordering.compareInstalled(installed, String.valueOf(upper))
                                        .orElse(-1)
                                <= 0;
    }

    /** Null when the lower bound does not exclude the version. */
    private @Nullable Placement below() {
        String lower = interval.lower();
        if (lower == null) {
            return null;
        }
        OptionalInt difference = ordering.compareInstalled(installed, lower);
        if (difference.isEmpty()) {
            return incomparable(lower);
        }
        int sign = difference.getAsInt();
        if (sign > 0 || sign == 0 && !interval.lowerExclusive()) {
            return null;
        }
        VendorVersion bound = VendorVersion.parse(lower);
        if (parsed != null && bound != null && bound.isBuildOf(parsed)) {
            return undecided(installed + " is stated less precisely than " + lower);
        }
        return at(Where.BEFORE, installed + (sign == 0 ? " is not after " : " < ") + lower);
    }

    /** Null when the upper bound does not exclude the version. */
    private @Nullable Placement above() {
        String upper = interval.upper();
        if (upper == null) {
            return null;
        }
        List<BigInteger> branch = VersionInterval.branch(upper);
        if (branch != null) {
            return aboveBranch(branch, upper);
        }
        OptionalInt difference = ordering.compareInstalled(installed, upper);
        if (difference.isEmpty()) {
            return incomparable(upper);
        }
        int sign = difference.getAsInt();
        if (sign < 0 || sign == 0 && interval.upperInclusive()) {
            return null;
        }
        return interval.upperInclusive() ? aboveInclusive(upper) : at(Where.AFTER, installed + " >= " + upper);
    }

    private @Nullable Placement aboveInclusive(String upper) {
        if (ordering.isRebuildOf(installed, upper)) {
            return leftOpen(rebuilt(upper));
        }
        VendorVersion bound = VendorVersion.parse(upper);
        if (parsed != null && bound != null) {
            if (parsed.isBuildOf(bound)) {
                return range.status() == Status.AFFECTED
                        ? null
                        : leftOpen(installed + " is a build of " + upper + ", and may be a later one than is meant");
            }
            if (parsed.isPatchOf(bound)) {
                return leftOpen(installed + " is a patch of " + upper + ", and the source does not mention it");
            }
        }
        return at(Where.AFTER, installed + " > " + upper);
    }

    /** An upper bound such as 7.2.* is the end of the branch: the branch is inside, what is ordered after it is not. */
    private @Nullable Placement aboveBranch(List<BigInteger> branch, String upper) {
        if (parsed == null) {
            return incomparable(upper);
        }
        if (parsed.startsWith(branch)) {
            return null;
        }
        OptionalInt difference = ordering.compareInstalled(installed, VersionInterval.first(branch));
        if (difference.isEmpty()) {
            return incomparable(upper);
        }
        return difference.getAsInt() < 0 ? null : at(Where.AFTER, installed + " > " + upper);
    }

    private Placement changed() {
        Placement unreadable = unreadable();
        if (unreadable != null) {
            return unreadable;
        }
        StatusChanges.Reading reading = changes.reading();
        String words = reading.repairedAt() == null
                ? insideWords()
                : installed + " >= " + reading.repairedAt() + ", repaired there";
        return new Placement(range, Where.INSIDE, reading.status(), words, reading.repairedAt());
    }

    /** Null where the changes inside the range can be read for this version. */
    private @Nullable Placement unreadable() {
        String stranger = changes.incomparable();
        if (stranger != null) {
            return incomparable(stranger);
        }
        String tooMany = changes.tooMany();
        return tooMany == null ? null : leftOpen(tooMany);
    }

    /** Behind the end of a range that names further changes there: up to the last of them it speaks of the version still. */
    private Placement beyond(Placement after) {
        Placement unreadable = unreadable();
        if (changes.isEmpty() || unreadable != null) {
            return unreadable == null ? after : unreadable;
        }
        if (changes.allReached()) {
            return changes.endClean() || !endsBefore(changes.last()) ? after : leftOpen(changedBehind(changes.last()));
        }
        StatusChanges.Reading reading = changes.reading();
        if (reading.repairedAt() != null || changes.anyReached()) {
            return new Placement(range, Where.INSIDE, reading.status(), beyondWords(reading), reading.repairedAt());
        }
        return leftOpen(
                after.words() + ", and is before " + changes.next() + ", where the source names the next change");
    }

    private boolean endsBefore(String change) {
        String upper = interval.upper();
        return upper != null && ordering.compare(upper, change).orElse(1) <= 0;
    }

    private String changedBehind(String change) {
        return installed + " >= " + change + ", where the source names a change behind the end of the range";
    }

    private String beyondWords(StatusChanges.Reading reading) {
        if (reading.repairedAt() != null) {
            return installed + " >= " + reading.repairedAt() + ", repaired there";
        }
        String next = changes.next();
        return next == null
                ? installed + " is behind a change of the status"
                : installed + " < " + next + ", and what is repaired before that is of another base";
    }

    private String insideWords() {
        StringBuilder words = new StringBuilder();
        if (interval.lower() != null) {
            words.append(interval.lower()).append(interval.lowerExclusive() ? " < " : " <= ");
        }
        words.append(installed);
        if (interval.upper() != null) {
            words.append(interval.upperInclusive() ? " <= " : " < ").append(interval.upper());
        }
        return interval.lower() == null && interval.upper() == null
                ? "every version is meant"
                : words + " by " + ordering;
    }

    private String rebuilt(String stated) {
        return installed + " is " + stated + " built by somebody else, and the source does not mention it";
    }

    /** Where both can be read, but not compared, the gap may be ours. */
    private Placement incomparable(String bound) {
        String words = installed + " and " + bound + " cannot be ordered";
        return ordering.reads(bound) ? undecided(words) : leftOpen(words);
    }

    private Placement inside(String words) {
        return new Placement(range, Where.INSIDE, range.status(), words, null);
    }

    /** Whether a range names one version of which the other is a build. */
    static boolean isBuildOf(String build, VersionRange range, Ordering ordering) {
        String stated = VersionInterval.of(range).exact();
        VendorVersion version = ordering.hasBuilds() ? VendorVersion.parse(build) : null;
        VendorVersion release = stated == null ? null : VendorVersion.parse(stated);
        return version != null && release != null && version.isBuildOf(release);
    }

    private Placement leftOpen(String words) {
        return Placement.leftOpen(range, words);
    }

    /** Because of how the installed version is stated. */
    private Placement undecided(String words) {
        return at(Where.UNDECIDED, words);
    }

    private Placement at(Where where, String words) {
        return new Placement(range, where, Status.UNKNOWN, words, null);
    }
}
