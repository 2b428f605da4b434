package dev.sekisho.score;

import dev.sekisho.risk.estate.Subject;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of the risks a score is made of. */
@Schema(
        name = "Threat",
        description =
                "One of the risks a score is made of: a third party that comes over one way in to one target. A score adds the ten greatest of them; one alone may lie below 0 or above 100.")
record ThreatView(
        @Schema(description = "Key of the third party.") String thirdParty,

        @Schema(description = "Name of the third party.") String thirdPartyName,

        @Schema(
                description =
                        "What it comes in over: CONNECTION_POINT, ASSET for a host it manages, THIRD_PARTY for software of that third party, DATA_HOLDING for what one holds for us.")
        Subject.Kind overKind,

        @Schema(description = "Key of what it comes in over.")
        String over,

        @Schema(description = "Name of its way in.") String overName,

        @Schema(
                description =
                        "Keys of the third parties by whose operations a subcontractor comes in, the one whose way it is first; empty for who comes in himself.")
        List<String> through,

        @Schema(description = "What it gets to.") TargetView target,

        @Schema(description = "How many things still have to be broken on the way; 3 stands for three and more.")
        int breaks,

        @Schema(description = "What it makes by itself, in points, before others are added.")
        BigDecimal score) {

    /** What an attacker is after: a zone, or the host in it that makes it worth so much. */
    @Schema(
            name = "ThreatTarget",
            description =
                    "What an attacker is after: a zone, or the host in it that is more critical than the zone, or what a third party holds for us.")
    record TargetView(
            @Schema(description = "Kind of the target, ZONE, ASSET or DATA_HOLDING.")
            Subject.Kind kind,

            @Schema(description = "Key of the target.") String key,

            @Schema(description = "Name of the target.") String name,

            @Schema(description = "Criticality, 0 to 100; one that is not known counts as 100.")
            int criticality,

            @Schema(description = "Key of the zone it is in, or is; absent for what a third party holds.") @Nullable
            String zone) {}
}
