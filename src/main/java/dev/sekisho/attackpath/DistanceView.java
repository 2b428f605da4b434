package dev.sekisho.attackpath;

import dev.sekisho.risk.path.Distance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many distinct breaks are needed: exact, or between two bounds. */
@Schema(
        name = "Distance",
        description = "How many distinct breaks an attacker still needs: exact, or an honest interval.")
record DistanceView(
        @Schema(description = "The least number of breaks it can take.")
        int atLeast,

        @Schema(description = "Absent when only the lower bound is known.") @Nullable
        Integer atMost,

        @Schema(description = "Whether atLeast and atMost are proven to be the same.")
        boolean exact) {

    static DistanceView of(Distance distance) {
        return new DistanceView(
                distance.atLeast(),
                distance.atMost() == Integer.MAX_VALUE ? null : distance.atMost(),
                distance.exact());
    }
}
