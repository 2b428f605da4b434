package dev.sekisho.software;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/unpatched-software")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class UnpatchedSoftwareResource {
    private final UnpatchedSoftware software;
    private final SnapshotResponses answers;

    UnpatchedSoftwareResource(UnpatchedSoftware software, SnapshotResponses answers) {
        this.software = software;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listUnpatchedSoftware",
            summary = "Which vendor software is unpatched",
            description =
                    "One row for every installation and live advisory, the most severe first: fix or none, deadline and days overdue, exploited, which third parties can reach it. What cannot be decided says UNKNOWN and is never left out; where no source can decide it, it says POSSIBLE and stands after everything that is proven when sorted by severity or score. What a person of ours says is not affected or fixed (see /analyst-verdicts) says CLEARED and `analyst`, and stands last until that word expires. `proven`, `possible` and `cleared` count the three apart. thirdParty takes the ones it can reach or supplies; exploited, overdue, noFix, reachable and unknown take true or false. `judged` is false where some of what was asked for is named by no loaded source: then its absence says nothing, and `notJudged` tells how much it is and why; thirdParty, product, installation, organization and zone narrow that, too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them; with groupBy a page of UnpatchedGroup rows.",
            content = @Content(schema = @Schema(implementation = UnpatchedPageView.class)))
    public Response list(
            @BeanParam UnpatchedFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), filter.sort(), paging);
        return answers.answer(headers, uri, now -> software.answer(now, filter, query));
    }

    @GET
    @Path("vex")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "exportUnpatchedSoftware",
            summary = "Unpatched software as CycloneDX VEX",
            description =
                    "Every live flaw as a CycloneDX 1.5 document: a component for each version of a product, a statement for each advisory; exploitable where it is affected, in_triage where that is not settled, not_affected or resolved where a person of ours says so, with justification, author (`sekisho:author`), time and the last day it counts (`sekisho:until`), the proven first; the property `sekisho:certainty` of each tells which is which. The properties of its metadata name the loaded sources with their dates (`sekisho:source`), and say whether everything in use is named by one (`sekisho:judged`) and what is not and why (`sekisho:notJudged:installations`, `:unmatched`, `:noFeed`, `:staleFeed`, `:why`, `:product`).")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response vex(
            @QueryParam("verdict") @Parameter(description = "Only what is PROVEN, POSSIBLE or CLEARED; without it all.")
                    UnpatchedView.@Nullable Certainty verdict,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answers.answer(headers, uri, now -> software.vex(now, verdict));
    }
}
