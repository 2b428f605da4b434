package dev.sekisho.matching.product;

import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.matching.published.VersionRange.Change;
import dev.sekisho.matching.version.Ordering;
import dev.sekisho.matching.version.VendorVersion;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The points at which the status of a range changes, read for one installed version. Several repairs in a row (10.2.7-h8,
 * 10.2.8-h3, 10.2.9-h1) are those of several bases: each but the last counts for its own only, else 10.2.8 would pass for
 * repaired by the hotfix of 10.2.7. Some makers end the range at the first of them and name the others behind its end.
 */
final class StatusChanges {
    private static final int MOST = 30;

    private final String installed;
    private final @Nullable VendorVersion parsed;
    private final VersionRange range;
    private final Ordering ordering;
    private final List<Change> sorted;

    /** @param parsed the installed version, where the ordering knows bases and hotfixes */
    StatusChanges(String installed, @Nullable VendorVersion parsed, VersionRange range, Ordering ordering) {
        this.installed = installed;
        this.parsed = parsed;
        this.range = range;
        this.ordering = ordering;
        this.sorted = range.changes().stream()
                .sorted(Comparator.comparing(
                        Change::at, (a, b) -> ordering.compare(a, b).orElse(0)))
                .toList();
    }

    /**
     * What holds at the installed version.
     *
     * @param repairedAt the change that repaired it, where one did
     */
    record Reading(Status status, @Nullable String repairedAt) {}

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    /** Said where there are too many to be read; else null. */
    @Nullable
    String tooMany() {
        return sorted.size() > MOST ? "the source states more than " + MOST + " changes inside one range" : null;
    }

    /** The first change the installed version cannot be compared with; null where there is none. */
    @Nullable
    String incomparable() {
        return sorted.stream()
                .map(Change::at)
                .filter(at -> ordering.compareInstalled(installed, at).isEmpty())
                .findFirst()
                .orElse(null);
    }

    Reading reading() {
        Reading reading = new Reading(range.status(), null);
        for (int i = 0; i < sorted.size(); i++) {
            Change change = sorted.get(i);
            if (isReached(change) && counts(i)) {
                reading = new Reading(change.status(), isClean(change) ? change.at() : null);
            }
        }
        return reading;
    }

    /** Whether the version has passed one of the changes; before all of them only the range itself speaks of it. */
    boolean anyReached() {
        return sorted.stream().anyMatch(this::isReached);
    }

    boolean allReached() {
        return sorted.stream().allMatch(this::isReached);
    }

    String last() {
        return sorted.get(sorted.size() - 1).at();
    }

    boolean endClean() {
        return isClean(sorted.get(sorted.size() - 1));
    }

    /** Whether one of the changes is a repair of the installed version's own base. */
    boolean repairTheBase() {
        return sorted.stream().anyMatch(change -> isClean(change) && isOfSameBase(change.at()));
    }

    /** The first repair the version has not reached. */
    @Nullable
    String next() {
        return sorted.stream()
                .filter(change -> isClean(change) && !isReached(change))
                .map(Change::at)
                .findFirst()
                .orElse(null);
    }

    private boolean isReached(Change change) {
        OptionalInt difference = ordering.compareInstalled(installed, change.at());
        return difference.isPresent() && difference.getAsInt() >= 0;
    }

    private boolean counts(int i) {
        Change change = sorted.get(i);
        boolean repeated = i + 1 < sorted.size() && sorted.get(i + 1).status() == change.status();
        return !repeated
                || !isClean(change)
                || isOfSameBase(change.at())
                || isOfItsLine(change, sorted.subList(i + 1, sorted.size()));
    }

    private boolean isOfSameBase(String at) {
        VendorVersion other = VendorVersion.parse(at);
        return parsed != null && other != null && parsed.sameBase(other);
    }

    /** A release repairs what follows in its line (1.26.2 all later 1.26), unless the line is repaired a second time. */
    private boolean isOfItsLine(Change change, List<Change> later) {
        VendorVersion release = VendorVersion.parse(change.at());
        return parsed != null
                && release != null
                && !release.hasPatchSuffix()
                && parsed.isOfBranch(release)
                && later.stream().noneMatch(other -> isOfBranch(other, release));
    }

    private static boolean isOfBranch(Change change, VendorVersion release) {
        VendorVersion version = VendorVersion.parse(change.at());
        return version == null || version.isOfBranch(release);
    }

    private static boolean isClean(Change change) {
        return change.status() == Status.UNAFFECTED || change.status() == Status.FIXED;
    }
}
