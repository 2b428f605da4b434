package dev.sekisho.ruleset;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.score.Band;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link that is not really filtered. */
@Schema(
        name = "UnfilteredLink",
        description = "A link that is not really filtered: no firewall, an unknown one, or one in name only.")
record UnfilteredLinkView(
        @Schema(description = "The kind of link: CONNECTION_POINT or ZONE_LINK.")
        Subject.Kind subject,

        @Schema(description = "Key of the link.") String key,
        @Schema(description = "Name of the link.") String name,

        @Schema(description = "Key of the third party; absent for a zone link.") @Nullable
        String thirdParty,

        @Schema(description = "Name of the third party; absent for a zone link.") @Nullable
        String thirdPartyName,

        @Schema(description = "Key of the zone a zone link starts in.") @Nullable
        String from,

        @Schema(description = "Key of the zone it lands in.")
        String zone,

        @Schema(description = "Name of the zone it lands in.")
        String zoneName,

        @Schema(description = "Key of the organization the zone belongs to.")
        String organization,

        @Schema(description = "The worst severity of the findings that say so.")
        Severity severity,

        @Schema(description = "Codes of the findings that say so.", examples = "NET-01")
        List<String> codes,

        @Schema(description = "Why, in words.") List<String> why,

        @Schema(description = "Since when it is known.") @Nullable
        Instant since,

        @Schema(description = "State of the firewall as it was stated.")
        FilterState declared,

        @Schema(description = "State that counts, after evidence has aged.")
        FilterState filter,

        @Schema(description = "0 closed to 1 open; 1 where nothing better is known.")
        double openness,

        @Schema(description = "A packet that gets through, where the rules are known.") @Nullable
        WitnessView witness,

        @Schema(
                description =
                        "The first rule that lets in sources nobody registered, and which; all of them stand at the traffic of the link.")
        List<UnregisteredView> unregistered,

        @Schema(description = "How many rules let in sources nobody registered.")
        int unregisteredCount,

        @Schema(description = "The worst of what it opens at once; the whole stands at the link, under opens.")
        OpensView opens,

        @Schema(description = "R of the link, 0 best to 100 worst.")
        BigDecimal score,

        @Schema(description = "The label of the score.") Band band) {

    /** What whoever comes over the link can get to with nothing left to break. */
    @Schema(name = "Opens", description = "What whoever comes over the link gets to with nothing left to break.")
    record OpensView(
            @Schema(description = "The most critical five.") List<String> zones,

            @Schema(description = "How many zones it opens in all.")
            int zoneCount,

            @Schema(description = "The first five in the order of their keys.")
            List<String> organizations,

            @Schema(description = "How many organizations it opens in all.")
            int organizationCount) {}
}
