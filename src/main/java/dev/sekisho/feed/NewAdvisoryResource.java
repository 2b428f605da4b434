package dev.sekisho.feed;

import dev.sekisho.access.Role;
import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.advisory.AdvisoryView;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.web.StrictBody;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where advisories come in, in our own form or as they are published. */
@Path("/api/v1/advisories")
@RolesAllowed(Role.VIEW)
@Tag(name = "Registry")
class NewAdvisoryResource {
    private static final Set<String> CVE_RECORD = Set.of("/dataType", "/dataVersion", "/cveMetadata", "/containers");

    private final AdvisoryRegistry registry;
    private final CollectionService collections;
    private final FeedService desk;
    private final StrictBody strict;

    NewAdvisoryResource(AdvisoryRegistry registry, CollectionService collections, FeedService desk, StrictBody strict) {
        this.registry = registry;
        this.collections = collections;
        this.desk = desk;
        this.strict = strict;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "createAdvisory",
            summary = "Register an advisory",
            description =
                    "Without a `key` it gets one made up by the service (a UUID). A key that is taken, in any case of letters, is 409. An advisory says at least one of `name`, `cve`, `aliases`, `description` and `affected` (422). With `format=CVE5` the body is one record of the CVE list: 201 where nothing was known of it, else 200. A record that is older than the one held changes nothing; then the answer is 200 without `Location`, and the advisory as it stands has a further property `notes` that says so in sentences.")
    @APIResponse(
            responseCode = "200",
            description =
                    "With `format=CVE5`: something was known of it already. It was brought up to date and `Location` is its address, or the record is older than the one held and `notes` says so.",
            headers = @Header(name = "Location", ref = "Location"),
            content = @Content(schema = @Schema(implementation = AdvisoryView.class)))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AdvisoryView.class)))
    public Response create(
            @QueryParam("format") @DefaultValue("SEKISHO") Format format,
            @NotNull byte[] body,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Context UriInfo uri) {
        return switch (format) {
            case SEKISHO -> collections.create(registry, own(body), idempotencyKey);
            case CVE5 ->
                collections.upsert(
                        registry, body, idempotencyKey, uri, () -> desk.cve5(new ByteArrayInputStream(body)));
        };
    }

    /** A record of the CVE list is told by what no advisory of ours has. */
    private AdvisoryView own(byte[] body) {
        try {
            return strict.read(body, AdvisoryView.class);
        } catch (ProblemException refused) {
            boolean published =
                    refused.errors().stream().anyMatch(error -> CVE_RECORD.contains(String.valueOf(error.pointer())));
            throw published
                    ? ProblemException.at(
                            ProblemType.INVALID,
                            "format",
                            "This is a record of the CVE list: send it with format=CVE5. Without it format is SEKISHO; it takes one of "
                                    + List.of(Format.values()) + ".")
                    : refused;
        }
    }

    /** What the body of a new advisory may be. */
    @Schema(
            name = "AdvisoryFormat",
            description =
                    "What the body of a new advisory may be: this service's own form, or a record of the CVE list (JSON 5).")
    enum Format {
        /** The advisory as this service shows it. */
        SEKISHO,
        /** A CVE record as the CVE list publishes it (JSON 5). */
        CVE5
    }
}
