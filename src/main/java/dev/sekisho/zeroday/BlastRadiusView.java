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

        @Schema(description = "Name of the third party or software product.")
        String name,

        @Schema(description = "What is now noted of the third party.") @Nullable
        Notice notice,

        @Schema(description = "Key of the advisory that was made.") @Nullable
        String advisory,

        @Schema(description = "How many of each there are, also beyond what is listed.")
        CountsView counts,

        @Schema(
                description =
                        "The software products it concerns: all that go by the same name, whoever supplies them, as far as they may be the same.")
        List<PartView> products,

        @Schema(
                description =
                        "Software products of the same or almost the same name that it does not touch, each with the reason. Look at them: if one is the same, say so.")
        List<NotTouchedView> notTouched,

        @Schema(description = "The software it concerns.") List<SoftwareView> installations,
        @Schema(description = "The links it can come over.") List<LinkView> links,

        @Schema(description = "The zones it gets to with nothing left to break.")
        List<PartView> zones,

        @Schema(description = "Our organizations those zones, and what third parties hold, belong to.")
        List<PartView> organizations,

        @Schema(description = "What to do, the most urgent first.")
        List<ActionView> actions) {

    /** How many of each there are, also beyond what is listed. */
    @Schema(name = "TouchedCounts", description = "How many of each an emergency touches.")
    record CountsView(
            @Schema(description = "How many software products.")
            int products,

            @Schema(description = "How many installations.") int installations,
            @Schema(description = "How many links.") int links,
            @Schema(description = "How many zones.") int zones,
            @Schema(description = "How many organizations.") int organizations) {}

    /** A product that was left alone. */
    @Schema(
            name = "NotTouchedProduct",
            description = "A software product of the same or almost the same name that was left alone.")
    record NotTouchedView(
            @Schema(description = "Key of the software product.")
            String key,

            @Schema(description = "Name of the software product.")
            String name,

            @Schema(description = "Why it was left alone, in words.")
            String why) {}

    /** Software it concerns. */
    @Schema(name = "TouchedInstallation", description = "Software an emergency concerns.")
    record SoftwareView(
            @Schema(description = "Key of the installation.")
            String key,

            @Schema(description = "Name of the installation.")
            String name,

            @Schema(description = "Key of the software product.")
            String product,

            @Schema(description = "Its version; absent where nobody stated one.") @Nullable
            String version,

            @Schema(description = "Key of the zone it is in; absent where a third party holds it.") @Nullable
            String zone,

            @Schema(description = "Whether it is used.") UseState useState,

            @Schema(description = "V of its worst flaw, 0 to 100.")
            BigDecimal score) {}

    /** A link it can come over. */
    @Schema(name = "TouchedLink", description = "A link an emergency can come over.")
    record LinkView(
            @Schema(description = "Kind of the link.") Subject.Kind kind,
            @Schema(description = "Key of the link.") String key,
            @Schema(description = "Name of the link.") String name,

            @Schema(description = "Key of the third party it is of; absent for a zone link.") @Nullable
            String thirdParty,

            @Schema(description = "Key of the zone it lands in.")
            String zone,

            @Schema(description = "Whether it carries traffic.")
            LinkState state,

            @Schema(description = "R of the link, 0 to 100.")
            BigDecimal score) {}

    /** A software product, a zone, or an organization. */
    @Schema(name = "TouchedPart", description = "A software product, zone or organization an emergency gets to.")
    record PartView(
            @Schema(description = "Key of it.") String key,

            @Schema(description = "Name of it.") String name) {}

    /** What can be done at once. */
    @Schema(description = "What can be done at once: CUT takes a link down, STOP ends the use of software.")
    enum Deed {
        /** Take a link down. */
        CUT,
        /** Stop using software. */
        STOP
    }

    /** One thing to do. */
    @Schema(name = "EmergencyAction", description = "One thing to do in an emergency, with its rank.")
    record ActionView(
            @Schema(description = "1 is the first to do.") int rank,
            @Schema(description = "What to do.") Deed action,

            @Schema(description = "CONNECTION_POINT, ZONE_LINK or INSTALLATION.")
            Subject.Kind kind,

            @Schema(description = "Key of what to do it to.")
            String key,

            @Schema(description = "Name of what to do it to.")
            String name,

            @Schema(description = "Score of the link, or of the worst flaw of the software, 0 to 100.")
            BigDecimal score,

            @Schema(description = "Why, in words.") String reason) {}
}
