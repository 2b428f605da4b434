package dev.sekisho.inspection;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.INSPECTION_CAMPAIGNS;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.link.InspectionOutcome;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of inspections can be narrowed to. */
record InspectionFilter(
        @QueryParam("connectionPoint") @RefersTo(CONNECTION_POINTS) @Nullable
        String connectionPoint,

        @QueryParam("zoneLink")
        @RefersTo(ZONE_LINKS)
        @Parameter(description = "Key of a zone link; only what concerns it.")
        @Nullable
        String zoneLink,

        @QueryParam("outcome") @Parameter(description = "Only those with this outcome.") @Nullable
        InspectionOutcome outcome,

        @QueryParam("campaign")
        @RefersTo(INSPECTION_CAMPAIGNS)
        @Parameter(description = "Key of a campaign; only those made for it.")
        @Nullable
        String campaign) {}
