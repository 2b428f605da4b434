package dev.sekisho.finding;

import dev.sekisho.access.Role;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.web.Representations;
import dev.sekisho.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Findings")
class RuleResource {
    private final Representations representations;

    RuleResource(Representations representations) {
        this.representations = representations;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listRules",
            summary = "The finding catalogue",
            description =
                    "Every rule with its severity, reason, remediation and the control ids it serves; it changes only with a release, so it has no pages.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleReference.class)))
    public Response list(@Context HttpHeaders headers) {
        return representations.answer(headers, FindingReferences.all());
    }

    @GET
    @Path("{code}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readRule",
            summary = "One rule of the catalogue",
            description = "404 when there is no rule with this code.")
    @APIResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(schema = @Schema(implementation = RuleReference.class)))
    public Response read(@PathParam("code") @Parameter(example = "NET-01") String code, @Context HttpHeaders headers) {
        return representations.answer(
                headers,
                FindingReferences.find(code)
                        .orElseThrow(() -> ProblemException.notFound("rule", code, FindingReferences.codes())));
    }
}
