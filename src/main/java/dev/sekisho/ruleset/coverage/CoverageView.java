package dev.sekisho.ruleset.coverage;

import dev.sekisho.risk.score.Knowledge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well it is known what links let through. */
@Schema(
        name = "RuleSetCoverage",
        description = "How many links are proven by their rules, and how many are only talked about.")
record CoverageView(
        @Schema(description = "Connection points and zone links together.")
        CountedView total,

        @Schema(description = "The connection points among them.")
        CountedView connectionPoints,

        @Schema(description = "The zone links among them; none where one third party is asked for.")
        CountedView zoneLinks,

        @Schema(
                description =
                        "Why links count as measuredWithDoubt, the most frequent doubt first. A link may have several.")
        List<DoubtView> doubts,

        @Schema(
                description =
                        "The first hundred third parties with connection points that are up, those with the most that are not proven first.")
        List<ThirdPartyView> thirdParties,

        @Schema(description = "How many third parties there are with connection points that are up.")
        int thirdPartyCount) {

    /** A doubt, and how many links have it. */
    @Schema(name = "CoverageDoubt", description = "A doubt about the rules of links, and how many links have it.")
    record DoubtView(
            @Schema(description = "Why their rules prove nothing.")
            Knowledge.Doubt doubt,

            @Schema(description = "How many links have it.") int links) {}

    /** The connection points of one third party. */
    @Schema(name = "ThirdPartyCoverage", description = "The connection points of one third party.")
    record ThirdPartyView(
            @Schema(description = "Key of the third party.") String key,

            @Schema(description = "Name of the third party.")
            String name,

            @Schema(description = "Its connection points that are up.")
            CountedView connectionPoints) {}
}
