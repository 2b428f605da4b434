package dev.sekisho.attackpath;

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

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class AttackPathResource {
    private final AttackPaths paths;
    private final SnapshotResponses answers;

    AttackPathResource(AttackPaths paths, SnapshotResponses answers) {
        this.paths = paths;
        this.answers = answers;
    }

    @GET
    @Path("attack-paths")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listAttackPaths",
            summary = "How far an attacker would get",
            description =
                    "For each third party (from) and each zone or host (to) it can get to: the fewest distinct breaks, exact up to two and an interval beyond (a connection point without a filter costs one: a product behind it, whatever listens at its end, or a login; where a flaw without a fix or an unsecured login opens it, none), and one way that shows it: of those with the fewest breaks one with the fewest hops, and of these the one whose links have the least keys. A row shows its first hops and how many there are; asked for from one third party to one zone or host, all of them. maxBreaks leaves out what is farther. Sorted by third party and target; total is exact only when everything fits one page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AttackPathView.class)))
    public Response list(
            @BeanParam AttackPathFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, AttackPaths.ORDER, paging);
        return answers.answer(headers, uri, now -> paths.page(now, filter, query));
    }

    @GET
    @Path("contagion")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listContagion",
            summary = "Which third party endangers which organization",
            description =
                    "The matrix of third parties and our organizations, as rows, the nearest first: how many distinct breaks it takes from a break-in there to a foothold here.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ContagionView.class)))
    public Response contagion(
            @BeanParam ContagionFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.sort(), paging);
        return answers.answer(headers, uri, now -> Contagion.page(now, filter, query));
    }
}
