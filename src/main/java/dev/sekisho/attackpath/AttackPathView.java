package dev.sekisho.attackpath;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way from a third party to a target, as a witness of the distance. */
@Schema(
        name = "AttackPath",
        description =
                "A way from a third party to a zone or a host, with what has to be broken at every hop. A label that was broken once is broken everywhere.")
record AttackPathView(
        @Schema(description = "Key of the third party.") String key,
        @Schema(description = "Name of the third party.") String name,
        Subject.Kind target,
        String targetKey,
        String targetName,
        int criticality,
        DistanceView distance,

        @Schema(
                description =
                        "All that has to be broken, each once; the first ten unless from and to name this one path.")
        List<String> breaks,

        @Schema(description = "How many labels have to be broken on the path shown.")
        int breakCount,

        @Schema(description = "Hop by hop; the first four unless from and to name this one path.")
        List<HopView> hops,

        @Schema(description = "How many hops the path has.") int hopCount,

        @Schema(description = "C if a crown jewel is at once within reach, H at one break.") @Nullable
        Severity severity,

        @Schema(description = "Codes of the findings that say so.")
        List<String> codes) {

    /** One step. */
    @Schema(name = "Hop")
    record HopView(
            String from,
            String to,
            Subject.Kind via,
            String viaKey,

            @Schema(description = "What has to be broken for it; empty when nothing stands in the way.")
            List<String> breaks,

            @Schema(description = "A packet the rules let through, where they are known.") @Nullable
            String packet,

            @Schema(description = "The rule that lets it through.") @Nullable
            String rule) {}
}
