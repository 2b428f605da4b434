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
 */
record Placement(
        VersionRange range,
        Where where,
        Status status,
        String words,
        @Nullable String repairedAt) {

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
