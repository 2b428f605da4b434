package dev.sekisho.attackpath;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.assessment.Assessment.LinkOpening;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Zone;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that one link opens. */
@Schema(name = "LinkOpens", description = "All a link opens to whoever comes over it; nothing where the link is down.")
record LinkOpensView(
        @Schema(description = "Zones it gets to at once, with nothing left to break, the most critical first.")
        List<OpenZone> zones,

        @Schema(description = "Every organization within reach, with the breaks it takes, in the order of their keys.")
        List<ReachedOrganization> organizations) {

    /** A zone with nothing left to break. */
    @Schema(
            name = "OpenZone",
            description = "A zone that whoever comes over a link gets to with nothing left to break.")
    record OpenZone(
            @Schema(description = "Key of the zone.") String key,
            @Schema(description = "Name of the zone.") String name,

            @Schema(description = "Key of the organization the zone belongs to.")
            String organization,

            @Schema(description = "Criticality of the zone, 0 to 100.")
            int criticality) {}

    /** How far an organization is. */
    @Schema(name = "ReachedOrganization", description = "One of our organizations within reach of a link.")
    record ReachedOrganization(
            @Schema(description = "Key of the organization.")
            String key,

            @Schema(description = "Name of the organization.")
            String name,

            @Schema(description = "How many distinct breaks it takes to get there.")
            DistanceView distance) {}

    static LinkOpensView of(Estate estate, LinkOpening opening) {
        return new LinkOpensView(
                opening.zones().stream()
                        .map(key -> requireNonNull(estate.zones().get(key)))
                        .sorted(Comparator.comparingInt(Zone::weight).reversed().thenComparing(Zone::key))
                        .map(zone -> new OpenZone(zone.key(), zone.name(), zone.organization(), zone.weight()))
                        .toList(),
                opening.distances().entrySet().stream()
                        .map(entry -> new ReachedOrganization(
                                entry.getKey(),
                                requireNonNull(estate.organizations().get(entry.getKey()))
                                        .name(),
                                DistanceView.of(entry.getValue())))
                        .toList());
    }
}
