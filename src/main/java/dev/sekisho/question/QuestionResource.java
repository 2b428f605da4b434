package dev.sekisho.question;

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

@Path("/api/v1/questions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class QuestionResource {
    private final SnapshotResponses answers;

    QuestionResource(SnapshotResponses answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listQuestions",
            summary = "What nobody told and would matter most",
            description =
                    "Facts that are not stated or UNKNOWN, of connection points and zone links that are up, of zones, hosts, third parties, data holdings and installations. For each the worst is taken for given; those come first whose answer may lower a score most. couldLower is a bound: the score less its lower end, or the share of the fact in it where that is less. What could lower none of the scores it touches is not asked. POST /questions/campaign makes an inspection campaign of the first ones.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = QuestionView.class)))
    public Response list(
            @BeanParam QuestionFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), QuestionList.ORDER, paging);
        return answers.answer(headers, uri, now -> QuestionList.page(now, filter, query));
    }
}
