package dev.sekisho.score;

import dev.sekisho.access.Role;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/assets/{key}/risk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class AssetRiskResource {
    private final RiskAnswers answers;

    AssetRiskResource(RiskAnswers answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readAssetRisk",
            summary = "The score of an asset with every line it is made of",
            description =
                    "What comes to its zone, for what the asset alone is worth; one of unknown criticality counts as 100. The lines sum to the score exactly. It is worked out when it is asked for: it has no history, and is not in the list of scores. 404 when there is none with this key.")
    @APIResponse(
            responseCode = "200",
            description = "The score.",
            content = @Content(schema = @Schema(implementation = RiskView.class)))
    public Response read(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.risk(new Subject(Subject.Kind.ASSET, key), headers, uri);
    }
}
