package dev.sekisho.inspection;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.question.QuestionFilter;
import dev.sekisho.question.QuestionList;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Somebody is sent to look at what is not known and would matter most. */
@Path("/api/v1/questions/campaign")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Inspections")
class QuestionCampaignResource {
    private final InspectionCampaignRegistry campaigns;
    private final CollectionService collections;
    private final Assessor assessor;

    QuestionCampaignResource(InspectionCampaignRegistry campaigns, CollectionService collections, Assessor assessor) {
        this.campaigns = campaigns;
        this.collections = collections;
        this.assessor = assessor;
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "createCampaignOfQuestions",
            summary = "Make an inspection campaign of the first questions",
            description =
                    "Covers the links that the first questions of GET /questions are about, under the same filters; questions about anything but a connection point or zone link are passed over. 409 when the key is taken, 422 when no question is about a link.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = QuestionCampaignView.class),
                            example =
                                    "{\"key\": \"next-questions\", \"name\": \"次の確認事項\", \"dueOn\": \"2099-09-30\", \"first\": 20}"))
    @APIResponse(
            responseCode = "201",
            description = "Made; `Location` is its address.",
            content = @Content(schema = @Schema(implementation = InspectionCampaignView.class)))
    public Response create(
            @Valid @NotNull QuestionCampaignView body,
            @BeanParam QuestionFilter filter,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        List<LinkReference> links = QuestionList.links(assessor.current(), filter, body.first()).stream()
                .map(QuestionCampaignResource::reference)
                .toList();
        if (links.isEmpty()) {
            throw ProblemException.at(
                    ProblemType.IMPOSSIBLE, "/first", "No question is about a link, so there is nothing to inspect.");
        }
        return collections.create(
                campaigns,
                new InspectionCampaignView(body.key(), body.name(), body.dueOn(), links, null),
                idempotencyKey);
    }

    private static LinkReference reference(Subject link) {
        return link.kind() == Subject.Kind.ZONE_LINK
                ? new LinkReference(null, link.key())
                : new LinkReference(link.key(), null);
    }
}
