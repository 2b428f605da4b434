package dev.sekisho.matching.product;

import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * Where an installed version lies relative to one range.
 *
 * @param status what the range says of it, when inside
 * @param words the comparison in words
 * @param repairedAt the change inside the range from which on it is repaired, when that is why
 * @param leftOpen where it is undecided: whether the source leaves it so, and not the way the installed version is stated
 */
record Placement(
        VersionRange range,
        Where where,
        Status status,
        String words,
        @Nullable String repairedAt,
        boolean leftOpen) {

    Placement(VersionRange range, Where where, Status status, String words, @Nullable String repairedAt) {
        this(range, where, status, words, repairedAt, false);
    }

    /** Undecided because of how the source says it. */
    static Placement leftOpen(VersionRange range, String words) {
        return new Placement(range, Where.UNDECIDED, Status.UNKNOWN, words, null, true);
    }

    enum Where {
        INSIDE,
        BEFORE,
        AFTER,
        OTHER,
        UNDECIDED
    }

    boolean is(Where place) {
        return where == place;
    }

    boolean isInside(Status expected) {
        return where == Where.INSIDE && status == expected;
    }
}
