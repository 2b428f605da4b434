package dev.sekisho.software.identity;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Paging;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/software-identities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class SoftwareIdentityResource {
    private final Identities identities;
    private final SnapshotResponses answers;

    SoftwareIdentityResource(Identities identities, SnapshotResponses answers) {
        this.identities = identities;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listSoftwareIdentities",
            summary = "How well software products are known",
            description =
                    "One row a software product, those with the most installations in use first: how well it is known to what was loaded, how many vulnerabilities speak of it, and how many of its installations nobody can judge. `identity=UNMATCHED` lists what no loaded source speaks of: it has no known flaws, and that says nothing of it. What each may be called instead is at `GET /software-products/{key}/identity`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = IdentityRowView.class)))
    public Response list(
            @BeanParam IdentityFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), filter.sort(), paging);
        return answers.answer(headers, uri, now -> identities.page(now, filter, query));
    }
}
