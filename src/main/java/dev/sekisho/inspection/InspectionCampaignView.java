package dev.sekisho.inspection;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A chosen set of links that are to be inspected by a day. */
@Schema(name = "InspectionCampaign", description = "A chosen set of links that are to be inspected by a day.")
record InspectionCampaignView(
        @Schema(
                description =
                        "Key of the campaign, unique among campaigns; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(
                description = "Day by which every link is to be inspected; one that has passed cannot be chosen.",
                examples = "2099-09-30")
        @NotNull
        LocalDate dueOn,

        @Schema(
                description =
                        "The links to be inspected; one that is deleted is no longer among them, but in `progress.gone`.")
        @NotNull
        @Size(max = 10_000)
        List<@NotNull @Valid LinkReference> links,

        @Schema(description = "Computed; what a request says of it is not kept.") @Nullable
        Progress progress)
        implements Registered {

    /** How far a campaign is; a link is done with an inspection made for the campaign that found something out. */
    @Schema(
            name = "InspectionProgress",
            description =
                    "How far a campaign is. A link is done once an inspection for this campaign had an outcome other than NOT_ASSESSABLE; those left are overdue after the due day. A link that is deleted is neither done nor left, but gone: `total` is `done` and the numbers of those left and gone.")
    record Progress(
            @Schema(description = "How many links the campaign was made for, those that are gone included.")
            int total,

            @Schema(description = "How many of them were inspected in it.")
            int done,

            @Schema(description = "How many of them were not inspected by the day they were due.")
            int overdue,

            @Schema(description = "The links that are left.", maxItems = 10000)
            List<LinkReference> left,

            @Schema(
                    description =
                            "The links that were deleted since the campaign was made for them, the last 10,000. One that is registered again under its key, and named in `links` again, is gone no more.",
                    maxItems = 10000)
            List<Gone> gone) {

        static Progress of(InspectionCampaignEntity campaign, Set<LinkReference> done, LocalDate today) {
            List<LinkReference> present = campaign.present();
            List<LinkReference> left =
                    present.stream().filter(link -> !done.contains(link)).toList();
            int overdue = today.isAfter(campaign.dueOn) ? left.size() : 0;
            return new Progress(
                    campaign.links.size(),
                    present.size() - left.size(),
                    overdue,
                    left,
                    campaign.links.stream()
                            .filter(CampaignLink::isGone)
                            .map(Gone::of)
                            .toList());
        }
    }

    /** A link of a campaign that was deleted. */
    @Schema(name = "GoneLink", description = "A link of a campaign that was deleted.")
    record Gone(
            @Schema(description = "The key it had, where it was a connection point.") @Key @Nullable
            String connectionPoint,

            @Schema(description = "The key it had, where it was a zone link.") @Key @Nullable
            String zoneLink,

            @Schema(description = "The day it was deleted, in UTC.", examples = "2026-09-30")
            LocalDate goneOn,

            @Schema(
                    description =
                            "Whether it had been inspected in the campaign by then; its inspections were deleted with it.")
            boolean inspected) {

        static Gone of(CampaignLink link) {
            return new Gone(
                    link.connectionPoint(),
                    link.zoneLink(),
                    Objects.requireNonNull(link.goneOn()),
                    Boolean.TRUE.equals(link.inspected()));
        }
    }
}
