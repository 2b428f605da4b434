package dev.sekisho.zeroday;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.UseState;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything an emergency touches. */
@Schema(
        name = "Touched",
        description =
                "Everything an emergency touches, at most 1000 of each kind, and what to stop or cut, the most urgent first.")
public record BlastRadiusView(
        @Schema(description = "Key of the third party or software product.")
        String key,

        String name,

        @Schema(description = "What is now noted of the third party.") @Nullable
        Notice notice,

        @Schema(description = "Key of the advisory that was made.") @Nullable
        String advisory,

        CountsView counts,
        List<SoftwareView> installations,
        List<LinkView> links,
        List<PartView> zones,
        List<PartView> organizations,

        @Schema(description = "What to do, the most urgent first.")
        List<ActionView> actions) {

    /** How many of each there are, also beyond what is listed. */
    @Schema(name = "TouchedCounts")
    record CountsView(int installations, int links, int zones, int organizations) {}

    /** Software it concerns. */
    @Schema(name = "TouchedInstallation")
    record SoftwareView(
            String key,
            String name,
            String product,
            @Nullable String version,
            String zone,
            UseState useState,

            @Schema(description = "V of its worst flaw, 0 to 100.")
            BigDecimal score) {}

    /** A link it can come over. */
    @Schema(name = "TouchedLink")
    record LinkView(
            Subject.Kind kind,
            String key,
            String name,
            @Nullable String thirdParty,
            String zone,
            LinkState state,

            @Schema(description = "R of the link, 0 to 100.")
            BigDecimal score) {}

    /** A zone, or an organization. */
    @Schema(name = "TouchedPart")
    record PartView(String key, String name) {}

    /** What can be done at once. */
    enum Deed {
        /** Take a link down. */
        CUT,
        /** Stop using software. */
        STOP
    }

    /** One thing to do. */
    @Schema(name = "EmergencyAction")
    record ActionView(
            @Schema(description = "1 is the first to do.") int rank,
            Deed action,

            @Schema(description = "CONNECTION_POINT, ZONE_LINK or INSTALLATION.")
            Subject.Kind kind,

            String key,
            String name,
            BigDecimal score,
            String reason) {}
}
