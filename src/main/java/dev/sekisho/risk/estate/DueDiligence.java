package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What we agreed on with a third party and know of its conduct.
 *
 * @param owner who of us answers for the relation
 * @param subprocessorsDeclared declared share of its own suppliers, 0..1; unknown counts as 0
 * @param externalRating outside rating, 0 best .. 1 worst; unknown counts as 1
 */
public record DueDiligence(
        @Nullable String owner,
        @Nullable Agreement agreement,
        @Nullable LocalDate assessedOn,
        @Nullable Double subprocessorsDeclared,
        @Nullable Double externalRating) {

    public static final DueDiligence NONE = new DueDiligence(null, null, null, null, null);

    public DueDiligence {
        share("subprocessorsDeclared", subprocessorsDeclared);
        share("externalRating", externalRating);
    }

    private static void share(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be between 0 and 1: " + value);
        }
    }

    public DueDiligence with(@Nullable Agreement other) {
        return new DueDiligence(owner, other, assessedOn, subprocessorsDeclared, externalRating);
    }

    public DueDiligence assessed(@Nullable LocalDate day) {
        return new DueDiligence(owner, agreement, day, subprocessorsDeclared, externalRating);
    }

    public DueDiligence declaring(@Nullable Double subprocessors) {
        return new DueDiligence(owner, agreement, assessedOn, subprocessors, externalRating);
    }

    public DueDiligence rated(@Nullable Double outside) {
        return new DueDiligence(owner, agreement, assessedOn, subprocessorsDeclared, outside);
    }
}
