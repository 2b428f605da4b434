package dev.sekisho.finding;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Condition;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jspecify.annotations.Nullable;

@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Findings")
class FindingResource {
    private final FindingRepository findings;
    private final Triage triage;
    private final SnapshotResponses answers;
    private final Transactions transactions;

    FindingResource(FindingRepository findings, Triage triage, SnapshotResponses answers, Transactions transactions) {
        this.findings = findings;
        this.triage = triage;
        this.answers = answers;
        this.transactions = transactions;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listFindings",
            summary = "All findings",
            description =
                    "Open, accepted and resolved ones, the most severe first. Filters narrow it: code, severity (that or worse), verdict (PROVEN or POSSIBLE), status, subject (kind) and key, thirdParty, connectionPoint, organization, zone, updatedSince (an instant, for a sync that reads only what changed).")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = FindingView.class)))
    public Response list(
            @BeanParam FindingFilter filter,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(filter, filter.text(), filter.sort(), paging);
        return answers.answer(headers, uri, now -> page(filter, query));
    }

    private Page<FindingView> page(FindingFilter filter, ListQuery query) {
        return transactions.read(() -> {
            Page<FindingEntity> page = findings.page(filter, query);
            return new Page<>(page.items().stream().map(FindingView::of).toList(), page.nextPageToken(), page.total());
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readFinding",
            summary = "One finding",
            description = "404 when there is none with this id.")
    @APIResponse(
            responseCode = "200",
            description = "The finding.",
            content = @Content(schema = @Schema(implementation = FindingView.class)))
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(
                headers,
                uri,
                now -> transactions.read(() -> {
                    FindingEntity row = findings.known(id, LockModeType.NONE);
                    if (row == null) {
                        throw ProblemException.notFound(CollectionName.FINDINGS.singular(), id);
                    }
                    return FindingView.of(row);
                }));
    }

    @PUT
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "acceptFinding",
            summary = "Accept a finding until a day",
            description =
                    "It stays in all lists as ACCEPTED and opens again by itself after that day, or as soon as more is wrong than was accepted: reopenedBecause then says what is new. It changes no score. 409 when the finding is resolved, 422 when the day is too far off.")
    public FindingView accept(
            @PathParam("id") String id,
            @Valid @NotNull AcceptanceView body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        return triage.accept(id, body, Condition.of(headers));
    }

    @DELETE
    @Path("{id}/acceptance")
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "reopenFinding",
            summary = "Take back an acceptance",
            description = "The finding is open again at once.")
    @APIResponse(responseCode = "204", description = "It is open again.")
    public void reopen(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        triage.reopen(id, Condition.of(headers));
    }
}
