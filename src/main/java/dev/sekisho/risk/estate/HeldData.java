package dev.sekisho.risk.estate;

import org.jspecify.annotations.Nullable;

/**
 * What a third party holds for us.
 *
 * @param what in words; absent when nobody said
 * @param records how many records of people, customers or the like; absent when nobody counted
 * @param criticality 0..100; unknown counts as 100
 */
public record HeldData(
        @Nullable String what,
        @Nullable Long records,
        @Nullable Integer criticality) {

    public static final HeldData UNKNOWN = new HeldData(null, null, null);

    public HeldData {
        Criticality.check(criticality);
        if (records != null && records < 0) {
            throw new IllegalArgumentException("records must not be negative: " + records);
        }
    }

    public HeldData worth(@Nullable Integer other) {
        return new HeldData(what, records, other);
    }
}
