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
                "A way from a third party to a zone, a host or what one holds for us, with what has to be broken at every hop. A label that was broken once is broken everywhere. "
                        + AttackPathView.LABELS)
record AttackPathView(
        @Schema(description = "Key of the third party.") String key,
        @Schema(description = "Name of the third party.") String name,

        @Schema(description = "Kind of the target, ZONE, ASSET or DATA_HOLDING.")
        Subject.Kind target,

        @Schema(description = "Key of the target.") String targetKey,
        @Schema(description = "Name of the target.") String targetName,

        @Schema(description = "Criticality of the target, 0 to 100.")
        int criticality,

        @Schema(description = "How many distinct breaks it takes to get there.")
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
    /** What has to be broken is named by its kind and its key, so that no two things share a name. */
    static final String LABELS =
            "Labels: product:KEY is software, a named firewall product included; own:connection-point:KEY and own:zone-link:KEY are whatever listens at the end of that link; fw:connection-point:KEY and fw:zone-link:KEY are its firewall where no product is named; credential:KEY is a password of a user at that third party and mfa:KEY the second factor there; password:KEY is the password of that credential group of hosts and accounts; credential:idp:KEY is an identity provider that authenticates for the third party; supply:KEY is where that third party makes its software, egress:KEY what keeps that zone from talking to whom it may not, operations:KEY the operations of the third party for whom a subcontractor works, holder:KEY where that third party keeps what it holds; fw:host:KEY is whatever guards a host of whose connection nothing is known. Further kinds may be added.";
}
