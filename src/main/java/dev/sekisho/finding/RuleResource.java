package dev.sekisho.finding;

import dev.sekisho.access.Role;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Findings")
class RuleResource {

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listRules",
            summary = "The finding catalogue",
            description =
                    "Every rule with its severity, reason, remediation and the control ids it serves; it changes only with a release, so it has no pages.")
    public List<RuleReference> list() {
        return References.all();
    }

    @GET
    @Path("{code}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readRule",
            summary = "One rule of the catalogue",
            description = "404 when there is no rule with this code.")
    public RuleReference read(@PathParam("code") @Parameter(example = "NET-01") String code) {
        return References.find(code).orElseThrow(() -> ProblemException.notFound("rule", code));
    }
}
