package dev.sekisho.risk.estate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A vendor, managed service provider, partner or subcontractor.
 *
 * @param parent key of the third party whose subcontractor it is
 * @param owner who of us answers for the relation
 * @param subprocessorsDeclared declared share of its own suppliers, 0..1; unknown counts as 0
 * @param externalRating outside rating, 0 best .. 1 worst; unknown counts as .5
 */
public record ThirdParty(
        String key,
        String name,
        ThirdPartyKind kind,
        @Nullable Integer criticality,
        @Nullable String parent,
        @Nullable String owner,
        @Nullable Agreement agreement,
        @Nullable LocalDate assessedOn,
        @Nullable Double subprocessorsDeclared,
        @Nullable Double externalRating,
        ThirdPartyState state,
        Notice notice) {

    public ThirdParty {
        Criticality.check(criticality);
        share("subprocessorsDeclared", subprocessorsDeclared);
        share("externalRating", externalRating);
    }

    private static void share(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be between 0 and 1: " + value);
        }
    }
}
