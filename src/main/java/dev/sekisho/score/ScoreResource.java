package dev.sekisho.score;

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

@Path("/api/v1/risk-scores")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class ScoreResource {
    private final ScoreBook book;
    private final SnapshotResponses answers;

    ScoreResource(ScoreBook book, SnapshotResponses answers) {
        this.book = book;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listRiskScores",
            summary = "The scores, one row a subject",
            description =
                    "Third parties unless another subject is asked for, the highest score first. band narrows it to that band or worse. A score is an index from 0 to 100, higher is worse, five points more mean twice the expected loss; it is not a probability.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ScoreView.class)))
    public Response list(
            @BeanParam ScoreFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), filter.sort(), paging);
        return answers.answer(headers, uri, now -> book.page(filter, query, now.day()));
    }
}
