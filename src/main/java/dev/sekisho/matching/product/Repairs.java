package dev.sekisho.matching.product;

import dev.sekisho.matching.product.Placement.Where;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.version.Ordering;
import dev.sekisho.matching.version.VendorVersion;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The repaired versions one source names, and which of them is one for the installed version. */
final class Repairs {
    private final String installed;
    private final List<AffectedProduct> entries;
    private final List<Placement> placements;
    private final Function<VersionRange, Ordering> orderings;

    Repairs(
            String installed,
            List<AffectedProduct> entries,
            List<Placement> placements,
            Function<VersionRange, Ordering> orderings) {
        this.installed = installed;
        this.entries = entries;
        this.placements = placements;
        this.orderings = orderings;
    }

    /** The latest repair the version has reached, where it is one of its own line. */
    @Nullable
    String reachedIn(Placement placement) {
        VendorVersion version = VendorVersion.parse(installed);
        VersionRange range = placement.range();
        Ordering ordering = orderings.apply(range);
        String latest = null;
        for (String fix : range.fixedVersions()) {
            boolean reached = ordering.compareInstalled(installed, fix).orElse(-1) >= 0;
            boolean later = latest == null || ordering.compare(fix, latest).orElse(-1) > 0;
            if (reached && later && isRepaired(placement, version, fix, ordering)) {
                latest = fix;
            }
        }
        return latest;
    }

    /** {@code <12.0.4} and {@code <11.2.5} are the repairs of two branches, although the first holds 11.2.5 as written. */
    @Nullable
    Placement onItsBranch(Placement affected) {
        Source source = entries.get(0).source();
        boolean advisory = source == Source.ADVISORY || source == Source.VEX;
        VendorVersion version = VendorVersion.parse(installed);
        VendorVersion end = openEnd(affected.range());
        if (!advisory || version == null || end == null) {
            return null;
        }
        return placements.stream()
                .filter(other -> other.is(Where.AFTER) && other.range().status() == Status.AFFECTED)
                .filter(other -> {
                    VendorVersion repair = openEnd(other.range());
                    return repair != null && version.isOfBranch(repair) && !end.isOfBranch(repair);
                })
                .findFirst()
                .orElse(null);
    }

    /** The first version outside of a range without a beginning. */
    private static @Nullable VendorVersion openEnd(VersionRange range) {
        VersionInterval interval = VersionInterval.of(range);
        String upper = interval.lower() == null && !interval.upperInclusive() ? interval.upper() : null;
        return upper == null ? null : VendorVersion.parse(upper);
    }

    /** The fix every entry names, where the installed version is that very one. */
    @Nullable
    String installed() {
        List<List<String>> named = entries.stream()
                .map(entry -> entry.ranges().stream()
                        .filter(range -> range.isExactFix() && isInstalled(range))
                        .map(VersionRange::from)
                        .toList())
                .toList();
        return named.stream().anyMatch(List::isEmpty) ? null : named.get(0).get(0);
    }

    private boolean isInstalled(VersionRange range) {
        String fix = String.valueOf(range.from());
        OptionalInt difference = orderings.apply(range).compareInstalled(installed, fix);
        return installed.strip().equalsIgnoreCase(fix.strip()) || difference.isPresent() && difference.getAsInt() == 0;
    }

    private boolean isRepaired(Placement placement, @Nullable VendorVersion version, String fix, Ordering ordering) {
        VendorVersion parsed = VendorVersion.parse(fix);
        if (ordering.isOfDistribution()) {
            return isLast() && allRepairsReached();
        }
        return version == null || parsed == null
                ? isLast()
                : ReleaseLine.of(placement.range()).isRepaired(version, parsed, isLast() && isHighest(placement));
    }

    /** A package repaired in several module streams or releases has one repair for each: which is meant, nobody says. */
    private boolean allRepairsReached() {
        return placements.stream()
                .filter(placement -> placement.range().status() == Status.FIXED)
                .allMatch(placement -> placement.is(Where.AFTER) || placement.is(Where.INSIDE));
    }

    /** The version lies after everything this source calls affected. */
    private boolean isLast() {
        return placements.stream()
                .filter(placement -> placement.range().status() == Status.AFFECTED)
                .allMatch(placement -> placement.is(Where.AFTER));
    }

    private boolean isHighest(Placement candidate) {
        String end = end(candidate.range());
        return end != null
                && placements.stream()
                        .map(placement -> end(placement.range()))
                        .filter(Objects::nonNull)
                        .allMatch(other -> orderings
                                        .apply(candidate.range())
                                        .compare(end, other)
                                        .orElse(-1)
                                >= 0);
    }

    static @Nullable String end(VersionRange range) {
        return range.lessThan() != null ? range.lessThan() : range.lessThanOrEqual();
    }

    /** What to install where the version lies in a range. */
    @Nullable
    String nextAfter(Placement placement) {
        List<String> own = placement.range().fixedVersions();
        String next = first(List.of(placement.range()));
        return next != null ? next : own.isEmpty() ? first() : own.get(own.size() - 1);
    }

    /** The lowest repaired version after the installed one, from anything this source says of the product. */
    @Nullable
    String first() {
        String stated = first(placements.stream().map(Placement::range).toList());
        return stated != null ? stated : fixInWords();
    }

    /**
     * What mends it where nobody can tell which range holds the installed version: the lowest repair that is known to come
     * after it; else, where none can be compared with it, the highest one, as long as that ends every range. Then whatever is
     * installed would be given a repair if it were proven. Absent where one of the ranges may have none.
     */
    @Nullable
    String forUndecided(boolean versionKnown) {
        String next = versionKnown ? first() : null;
        return next != null ? next : versionKnown && isComparable() ? null : ofWhicheverIsInstalled();
    }

    /** Whether one of the repairs can be compared with the installed version, so that there is none after it. */
    private boolean isComparable() {
        return ranges().anyMatch(range -> fixes(range).stream()
                .anyMatch(fix -> orderings.apply(range).compare(fix, installed).isPresent()));
    }

    private @Nullable String ofWhicheverIsInstalled() {
        String highest = null;
        for (VersionRange range : ranges().toList()) {
            for (String fix : fixes(range)) {
                OptionalInt order = highest == null
                        ? OptionalInt.of(1)
                        : orderings.apply(range).compare(fix, highest);
                if (order.isEmpty()) {
                    return endsEveryRange(null) ? VersionRange.UNNAMED_FIX : null;
                }
                highest = order.getAsInt() > 0 ? fix : highest;
            }
        }
        boolean unnamed = highest == null && ranges().anyMatch(VersionRange::isRemedy);
        return unnamed ? VersionRange.UNNAMED_FIX : endsEveryRange(highest) ? highest : null;
    }

    /** Whether a version in any range calls affected has a repair: one the range names itself, or one behind its end. */
    private boolean endsEveryRange(@Nullable String fix) {
        return ranges().filter(range -> range.status() == Status.AFFECTED)
                .allMatch(range -> !range.fixedVersions().isEmpty() || fix != null && isBehind(fix, range));
    }

    private boolean isBehind(String fix, VersionRange range) {
        String end = range.isSingle() ? range.from() : end(range);
        return end != null && orderings.apply(range).compare(fix, end).orElse(-1) > 0;
    }

    private Stream<VersionRange> ranges() {
        return entries.stream().flatMap(entry -> entry.ranges().stream());
    }

    private @Nullable String fixInWords() {
        List<VersionRange> remedies = ranges().filter(VersionRange::isRemedy).toList();
        boolean unnamed = remedies.stream().anyMatch(remedy -> remedy.from() == null);
        String named = first(remedies);
        return named == null && unnamed ? VersionRange.UNNAMED_FIX : named;
    }

    private @Nullable String first(List<VersionRange> ranges) {
        String lowest = null;
        for (VersionRange range : ranges) {
            Ordering ordering = orderings.apply(range);
            for (String fix : fixes(range)) {
                boolean later = ordering.compare(fix, installed).orElse(-1) > 0;
                if (later && (lowest == null || ordering.compare(fix, lowest).orElse(1) < 0)) {
                    lowest = fix;
                }
            }
        }
        return lowest;
    }

    private static List<String> fixes(VersionRange range) {
        return range.status() == Status.UNAFFECTED && range.from() != null
                ? List.of(range.from())
                : range.fixedVersions();
    }
}
