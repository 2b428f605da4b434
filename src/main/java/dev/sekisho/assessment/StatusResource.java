package dev.sekisho.assessment;

import dev.sekisho.access.Role;
import dev.sekisho.web.Representations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/assessment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class StatusResource {
    private final SnapshotResponses answers;
    private final ModelFile model;
    private final Representations representations;

    StatusResource(SnapshotResponses answers, ModelFile model, Representations representations) {
        this.answers = answers;
        this.model = model;
        this.representations = representations;
    }

    /**
     * How the assessment stands.
     *
     * @param generation counts the assessments that changed something
     */
    @Schema(name = "Assessment", description = "How the latest assessment stands.")
    record StatusView(
            @Schema(description = "How many assessments have changed something since the service started.")
            long generation,

            @Schema(description = "When the facts were last assessed.")
            Instant asOf,

            @Schema(description = "For which day, in UTC: deadlines and ages are counted from it.")
            LocalDate day,

            @Schema(description = "Version of the weights in force.")
            String modelVersion,

            @Schema(description = "How many findings hold now, accepted ones included.")
            int findings) {}

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readAssessment",
            summary = "How the assessment stands",
            description =
                    "When the facts were last assessed, for which day, under which version of the weights, and how many findings there are. Assessment follows every write and every midnight UTC by itself.")
    @APIResponse(
            responseCode = "200",
            description = "The latest assessment.",
            content = @Content(schema = @Schema(implementation = StatusView.class)))
    public Response read(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(
                headers,
                uri,
                now -> new StatusView(
                        now.generation(),
                        now.at(),
                        now.day(),
                        now.assessment().model().version(),
                        now.assessment().findings().size()));
    }

    @GET
    @Path("model")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readModel",
            summary = "The weights in force",
            description =
                    "Every weight, threshold and deadline a score is computed with, under one version: with it and the facts anybody can recompute a score.")
    @APIResponse(
            responseCode = "200",
            description = "The weights.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response model(@Context HttpHeaders headers) {
        return representations.answer(headers, model.shown());
    }
}
