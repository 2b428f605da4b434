package dev.sekisho.audit;

import dev.sekisho.access.Role;
import dev.sekisho.change.reading.ChangeFilter;
import dev.sekisho.change.reading.ChangeLog;
import dev.sekisho.change.reading.ChangeView;
import dev.sekisho.change.reading.Export;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/changes")
@RolesAllowed(Role.VIEW)
@Tag(name = "Changes")
class ChangeResource {
    static final String NDJSON = "application/x-ndjson";

    private final ChangeLog changes;
    private final Export export;

    ChangeResource(ChangeLog changes, Export export) {
        this.changes = changes;
        this.export = export;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listChanges",
            summary = "Who changed what",
            description =
                    "Every write there was, the latest first: who, when, by which request and why. What the objects were before and after stands at the object, `/{collection}/{key}/changes`. Filters: collection, key (with its collection), actor, from, to, revision. Source addresses, and changes of API keys, are shown to administrators only. 422 for a filter that names what no change is known of.",
            extensions = @Extension(name = "x-unconditional", value = "true"))
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    public Page<ChangeView> list(
            @BeanParam ChangeFilter filter, @BeanParam Paging paging, @Context SecurityContext caller) {
        return changes.list(filter, paging, caller.isUserInRole(Role.ADMINISTER));
    }

    /** Tells the contract what a page of changes holds. */
    @Schema(name = "Changes", description = "One page of changes.")
    record Listed(
            @Schema(description = "The changes, the latest first.")
            List<ChangeView> items,

            @Schema(description = "Asks for the next page; absent on the last.") @Nullable
            String nextPageToken,

            @Schema(description = "How many changes there are over all pages.")
            Page.Total total) {}

    @GET
    @Path("export")
    @Produces(NDJSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "exportChanges",
            summary = "All changes as they are stored",
            description =
                    "One JSON object a line, the oldest first, of any length: every column of the log, the object as it was, its SHA-256, and the hash of the row, so that the chain can be recomputed elsewhere. Personal values are sealed as they are stored. The objects of API keys are there for administrators only. Where it is cut off, go on with `after` and the id of the last whole line.",
            extensions = @Extension(name = "x-unconditional", value = "true"))
    @APIResponse(
            responseCode = "200",
            description = "The changes, a line each.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Response export(
            @QueryParam("after")
                    @Parameter(
                            description = "Only changes after the one with this id.",
                            example = "01996d2e-4c00-7abc-8def-000001000001",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @Nullable
                    String after,
            @Context SecurityContext caller) {
        boolean all = caller.isUserInRole(Role.ADMINISTER);
        UUID last = after == null ? null : id(after);
        StreamingOutput lines = out -> export.write(last, all, out);
        return Response.ok(lines).type(NDJSON + ";charset=UTF-8").build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw ProblemException.at(ProblemType.INVALID, "after", "after takes the id of a change.");
        }
    }
}
