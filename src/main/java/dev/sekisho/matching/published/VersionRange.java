package dev.sekisho.matching.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A range as its source states it, not yet interpreted. Without an upper bound it names the single version {@code from};
 * an upper bound of {@code *} means every later version.
 *
 * @param from first version, or null where every earlier version is meant
 * @param fromExclusive the range starts after {@code from}
 * @param lessThan first version outside, usually the fix
 * @param lessThanOrEqual last version inside
 * @param versionType the ordering the source declares
 * @param changes points inside the range at which the status changes
 * @param raw the statement as written, for explanations
 */
// Stored: what is asked of it would else stand in an order of the machine's choice.
@JsonPropertyOrder({
    "from",
    "fromExclusive",
    "lessThan",
    "lessThanOrEqual",
    "status",
    "versionType",
    "changes",
    "raw",
    "single",
    "remedy"
})
public record VersionRange(
        @Nullable String from,
        boolean fromExclusive,
        @Nullable String lessThan,
        @Nullable String lessThanOrEqual,
        Status status,
        @Nullable String versionType,
        List<Change> changes,
        String raw) {

    /** From this version on the status is another. */
    public record Change(String at, Status status) {}

    public static final String UNBOUNDED = "*";

    /** What stands for the version of a fix that is said to exist and whose version nobody names. */
    public static final String UNNAMED_FIX = "a fix without a version";

    private static final String REMEDY = "remedy";
    private static final String EXACT_FIX = "exact fix";
    private static final String UNREAD = "unread";
    private static final String OF_SEVERAL = "of several";

    public VersionRange {
        changes = List.copyOf(changes);
    }

    public static VersionRange single(String version, Status status, @Nullable String versionType) {
        return new VersionRange(version, false, null, null, status, versionType, List.of(), version);
    }

    /**
     * A fix that its source names in words only: it tells what to install and settles no verdict.
     *
     * @param version null where the words name none
     */
    public static VersionRange remedy(@Nullable String version, String words) {
        return new VersionRange(version, false, null, null, Status.FIXED, REMEDY, List.of(), words);
    }

    /** A fix a person names: it calls that very version clean, and no later one. */
    public static VersionRange exactFix(String version) {
        return new VersionRange(version, false, null, null, Status.FIXED, EXACT_FIX, List.of(), "");
    }

    /** A statement in words that are not understood: it may mean any version, and settles none. */
    public static VersionRange unread(String words, Status status) {
        return new VersionRange(null, false, null, null, status, UNREAD, List.of(), words);
    }

    @JsonIgnore
    public boolean isUnread() {
        return UNREAD.equals(versionType);
    }

    /** The same, said of several vulnerabilities at once: where it ends, one of them is repaired, and nobody says which. */
    public VersionRange ofSeveral() {
        return isUnread()
                ? this
                : new VersionRange(from, fromExclusive, lessThan, lessThanOrEqual, status, OF_SEVERAL, changes, raw);
    }

    public boolean isRemedy() {
        return REMEDY.equals(versionType) || isExactFix();
    }

    @JsonIgnore
    public boolean isExactFix() {
        return EXACT_FIX.equals(versionType);
    }

    public boolean isSingle() {
        return lessThan == null && lessThanOrEqual == null;
    }

    /** Versions the source names as repaired: an exclusive upper bound and every change back to unaffected. */
    public List<String> fixedVersions() {
        if (OF_SEVERAL.equals(versionType)) {
            return List.of();
        }
        if (status != Status.AFFECTED) {
            return status == Status.FIXED && isSingle() && from != null ? List.of(from) : List.of();
        }
        Stream<String> bound = lessThan == null || lessThan.equals(UNBOUNDED) ? Stream.of() : Stream.of(lessThan);
        Stream<String> repaired = changes.stream()
                .filter(change -> change.status() == Status.UNAFFECTED || change.status() == Status.FIXED)
                .map(Change::at);
        return Stream.concat(bound, repaired).distinct().toList();
    }

    @Override
    public String toString() {
        return raw;
    }
}
