package dev.sekisho.finding;

import dev.sekisho.web.list.ListedElsewhere;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether what a finding tells is known, or merely possible. */
@Schema(
        name = "FindingVerdict",
        description = "PROVEN: what the finding tells is known. POSSIBLE: no source can decide it (SW-10).")
@ListedElsewhere(
        value = "CLEARED",
        where =
                "A finding is never CLEARED: what a person of ours cleared makes none, and is listed by GET /api/v1/unpatched-software?verdict=CLEARED.")
enum FindingVerdict {
    PROVEN,
    POSSIBLE;

    /** The only rule that tells what is merely possible. */
    private static final String UNDECIDED = "SW-10";

    /** The codes of the rules that tell such things; null where all are wanted. */
    static @Nullable Set<String> codes(@Nullable FindingVerdict wanted) {
        return wanted == null
                ? null
                : FindingReferences.codes().stream()
                        .filter(code -> of(code) == wanted)
                        .collect(Collectors.toSet());
    }

    static FindingVerdict of(String code) {
        return code.equals(UNDECIDED) ? POSSIBLE : PROVEN;
    }
}
