package dev.sekisho.attackpath;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.AttackPath.Hop;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Decision;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a way in. */
@Schema(name = "Hop", description = "One step of a way in.")
public record HopView(
        @Schema(description = "Key of the third party or zone the hop starts from.")
        String from,

        @Schema(description = "Key of the zone, third party or data holding it leads to.")
        String to,

        @Schema(
                description =
                        "What it leads over: CONNECTION_POINT, ZONE_LINK, ASSET for a host that is managed, THIRD_PARTY for the software or the operations of that third party, DATA_HOLDING.")
        Subject.Kind via,

        @Schema(description = "Key of what it leads over.") String viaKey,

        @Schema(description = "What has to be broken for it; empty when nothing stands in the way.")
        List<String> breaks,

        @Schema(description = "A packet the rules let through, where they are known.") @Nullable
        String packet,

        @Schema(description = "The rule that lets it through.") @Nullable
        String rule) {

    /** A link may lead into several zones, and one packet goes into one of them. */
    private static boolean leadsTo(Assessment assessment, String zone, Decision witness) {
        var there = assessment.estate().zones().get(zone);
        return there != null && there.cidrs().contains(witness.packet().destination());
    }

    public static HopView of(Assessment assessment, Hop hop) {
        Decision through = assessment
                .posture(hop.via())
                .map(Posture::traffic)
                .map(TrafficSummary::witness)
                .filter(witness -> leadsTo(assessment, hop.to(), witness))
                .orElse(null);
        return new HopView(
                hop.from(),
                hop.to(),
                hop.via().kind(),
                hop.via().key(),
                List.copyOf(hop.breaks()),
                through == null ? null : through.packet().toString(),
                through == null || through.rule() == null
                        ? null
                        : through.rule().toString());
    }
}
