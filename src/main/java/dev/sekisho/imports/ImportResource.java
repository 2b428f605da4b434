package dev.sekisho.imports;

import dev.sekisho.access.Role;
import dev.sekisho.change.Ledger;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Revisions;
import dev.sekisho.web.Representations;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Page;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Registry")
class ImportResource {
    static final String NDJSON = "application/x-ndjson";

    /** Imports of up to so many objects are answered when they are done; larger ones become jobs. */
    static final int AT_ONCE = 5_000;

    private static final String PATH = "/api/v1/imports/";
    private final Imports imports;
    private final ImportQueue queue;
    private final ImportJobs jobs;
    private final ImportLock turn;
    private final Representations representations;
    private final Revisions revisions;
    private final Ledger ledger;

    ImportResource(
            Imports imports,
            ImportQueue queue,
            ImportJobs jobs,
            ImportLock turn,
            Representations representations,
            Revisions revisions,
            Ledger ledger) {
        this.ledger = ledger;
        this.imports = imports;
        this.queue = queue;
        this.jobs = jobs;
        this.turn = turn;
        this.representations = representations;
        this.revisions = revisions;
    }

    @POST
    @Consumes(NDJSON)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "importObjects",
            summary = "Create and replace many objects, all or none",
            description =
                    "One JSON object a line, UTF-8: its `collection`, its `key` (needed here) and the fields of that"
                            + " collection, as in its own PUT. Objects may refer to one another in any order. Everything"
                            + " is written in one transaction or nothing is; what is stored just so is left alone, so the"
                            + " same file can be sent every night. Empty lines are skipped.\n\n"
                            + "Up to 5,000 objects are answered when they are done (200); more become a job (202, its"
                            + " address in `Location`). One import runs at a time and up to 8 wait.\n\n"
                            + "Limits: 50 MB, 200,000 lines, 1,000,000 bytes a line. Errors name line and JSON pointer,"
                            + " the first 100 by line: 400 for lines that cannot be read or hold a value that is not"
                            + " allowed; 422 for references to nothing, circles of parents, lines of parents that are"
                            + " too long, a key given twice or differing only by case, and whatever else cannot be true.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "Import", ref = "Import")))
    @APIResponse(
            responseCode = "200",
            description = "Done, or with `dryRun` what would be.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportSummary.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is large and became a job.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to ask for its progress.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJobView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A line cannot be read or holds a value that is not allowed; nothing was imported.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The body, a line or the number of lines is over its limit; nothing was imported.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The lines cannot be true together or with what is stored; nothing was imported.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many imports run and wait; `Retry-After` says when to try again.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response importObjects(
            InputStream body,
            @Parameter(
                            description = "Check and count, write nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    Boolean dryRun) {
        ImportFile spool = ImportFile.of(body);
        if (spool.objects() > AT_ONCE) {
            ImportJobView job = queue.add(spool, dryRun, ledger.actor());
            return Response.accepted(job).header("Location", PATH + job.id()).build();
        }
        try (spool) {
            return Response.ok(now(spool, dryRun)).build();
        }
    }

    private ImportSummary now(ImportFile spool, boolean dry) {
        if (spool.objects() == 0) {
            throw ProblemException.of(ProblemType.INVALID, "The body holds no object; send one a line.");
        }
        return turn.soon(() -> imports.run(spool, dry, done -> {}, summary -> {}));
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listImports",
            summary = "The jobs of large imports",
            description =
                    "Latest first. Imports of up to 5,000 objects are answered at once and leave no job. Parameters"
                            + " that are unknown or out of range are refused (400).")
    @APIResponse(
            responseCode = "200",
            description = "A page of jobs.",
            content = @Content(schema = @Schema(implementation = Jobs.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag sent in `If-None-Match`.")
    public Response list(
            @BeanParam JobOrder order, @BeanParam Paging paging, @Context HttpHeaders headers, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(order, order.sort(), paging);
        return representations.answer(headers, uri, () -> revisions.of(CollectionName.IMPORTS), () -> jobs.list(query));
    }

    /** Tells the contract what a page of jobs holds. */
    @Schema(name = "ImportJobs", description = "One page of the jobs of large imports.")
    record Jobs(
            @Schema(description = "The jobs, the latest first.")
            List<ImportJobView> items,

            @Schema(description = "Asks for the next page; absent on the last.") @Nullable
            String nextPageToken,

            @Schema(description = "How many jobs there are over all pages.")
            Page.Total total) {}

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readImport",
            summary = "The job of a large import",
            description =
                    "Ask again until `state` is SUCCEEDED (everything is stored) or FAILED (nothing is, and `detail`"
                            + " and `errors` say why). 404 where there is no such job.")
    @APIResponse(
            responseCode = "200",
            description = "The job.",
            content = @Content(schema = @Schema(implementation = ImportJobView.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag sent in `If-None-Match`.")
    public Response read(
            @PathParam("id") @Parameter(example = "0199c7a0-5c1e-7d3a-8f00-1b2c3d4e5f60") String id,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return representations.answer(headers, uri, () -> revisions.of(CollectionName.IMPORTS), () -> jobs.read(id));
    }
}
