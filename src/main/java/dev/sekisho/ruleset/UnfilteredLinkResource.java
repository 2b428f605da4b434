package dev.sekisho.ruleset;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/unfiltered-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class UnfilteredLinkResource {
    private final UnfilteredLinks links;
    private final SnapshotResponses answers;

    UnfilteredLinkResource(UnfilteredLinks links, SnapshotResponses answers) {
        this.links = links;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listUnfilteredLinks",
            summary = "Which links are not really filtered",
            description =
                    "Every connection point and zone link without a firewall (NET-01), with an unknown one (NET-02), or with one in name only (NET-03), the most severe first: which third party, where it lands, why, since when, a packet that gets through where the rules are known, and what it opens at once. unmeasured counts, beside the list, the links that are stated as filtered and of which nothing was measured, or not everything: their not being on the list is what somebody said, and no measure.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(implementation = UnfilteredLinkPage.class)))
    public Response list(
            @BeanParam UnfilteredLinkFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), filter.sort(), paging);
        return answers.answer(headers, uri, now -> links.page(now, filter, query));
    }
}
