package dev.sekisho.ruleset.coverage;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/rulesets/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Firewall rules")
class CoverageResource {
    private final SnapshotResponses answers;

    CoverageResource(SnapshotResponses answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readRuleSetCoverage",
            summary = "How many links are proven by their rules",
            description =
                    "Every link that is up is counted once, by how well it is known what it lets through: proven by rules that were read whole and measured behind a firewall somebody verified, measured with doubt, only declared, or unknown. In total, by kind of link, and by third party. A link counts for the organization and the zone it lands in. 422 when a parameter names nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The counts.",
            content = @Content(schema = @Schema(implementation = CoverageView.class)))
    public Response read(@BeanParam CoverageFilter filter, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(headers, uri, now -> Coverage.of(now.assessment(), filter));
    }
}
