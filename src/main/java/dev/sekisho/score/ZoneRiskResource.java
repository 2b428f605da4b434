package dev.sekisho.score;

import dev.sekisho.access.Role;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/zones/{key}/risk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class ZoneRiskResource {
    private final RiskAnswers answers;

    ZoneRiskResource(RiskAnswers answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readZoneRisk",
            summary = "The score of a zone with every line it is made of",
            description = "The lines sum to the score exactly. 404 when there is none with this key.")
    @APIResponse(
            responseCode = "200",
            description = "The score.",
            content = @Content(schema = @Schema(implementation = RiskView.class)))
    public Response read(
            @PathParam("key") @Key @Parameter(example = "power-office") String key,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answers.risk(new Subject(Subject.Kind.ZONE, key), headers, uri);
    }

    @GET
    @Path("history")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readZoneRiskHistory",
            summary = "How the score of a zone went",
            description = "One point a day; 90 days up to today unless from and to say otherwise, at most 3660.")
    @APIResponse(
            responseCode = "200",
            description = "The points.",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response history(
            @PathParam("key") @Key @Parameter(example = "power-office") String key,
            @QueryParam("from") @Parameter(example = "2026-01-01") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("granularity")
                    @Parameter(example = "day", schema = @Schema(type = SchemaType.STRING, enumeration = "day"))
                    @Nullable
                    String granularity,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answers.history(new Subject(Subject.Kind.ZONE, key), from, to, granularity, headers, uri);
    }
}
