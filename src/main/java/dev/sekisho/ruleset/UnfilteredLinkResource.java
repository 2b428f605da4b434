package dev.sekisho.ruleset;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Answers;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.web.list.ListQuery;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/api/v1/unfiltered-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class UnfilteredLinkResource {
    private final UnfilteredLinks links;
    private final Answers answers;

    UnfilteredLinkResource(UnfilteredLinks links, Answers answers) {
        this.links = links;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listUnfilteredLinks",
            summary = "Which links are not really filtered",
            description =
                    "Every connection point and zone link without a firewall (NET-01), with an unknown one (NET-02), or with one in name only (NET-03), the most severe first: which third party, where it lands, why, since when, a packet that gets through where the rules are known, and what it opens at once.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = UnfilteredLinkView.class)))
    public Response list(
            @QueryParam("thirdParty") @Parameter(example = "msp-1") @Nullable String thirdParty,
            @QueryParam("connectionPoint") @Nullable String connectionPoint,
            @QueryParam("organization") @Nullable String organization,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("severity") @Parameter(schema = @Schema(implementation = Severity.class)) @Nullable
                    String severity,
            @QueryParam("sort")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "severity",
                                                "-severity",
                                                "score",
                                                "-score",
                                                "key",
                                                "-key",
                                                "name",
                                                "-name"
                                            },
                                            defaultValue = "-severity"))
                    @Nullable
                    String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("pageToken") @Nullable String pageToken,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri, UnfilteredLinks.SORTABLE, true);
        return answers.answer(headers, uri, now -> links.page(now, query));
    }
}
