package dev.sekisho.inspection;

import dev.sekisho.access.Role;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Sorting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Inspections are recorded and read; there is no way to change or remove one. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Inspections")
class InspectionResource {
    private final InspectionRegistry registry;
    private final CollectionService collections;

    InspectionResource(InspectionRegistry registry, CollectionService collections) {
        this.registry = registry;
        this.collections = collections;
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "createInspection",
            summary = "Record an inspection",
            description =
                    "The newest dated evidence decides what counts of a link's firewall: FILTERED with evidence makes it VERIFIED as of its date, PARTLY with evidence UNVERIFIED, NOT_FILTERED makes it NONE, NOT_ASSESSABLE changes nothing. What was stated of the firewall counts instead where its inspectedOn is later, or where it says without a date that there is no firewall. An inspection is never changed and goes only with its link. 409 when the key is taken, 422 when the inspector approves, the link or campaign is not there, the campaign does not cover the link, or a day is impossible.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = InspectionView.class),
                            example =
                                    "{\"key\": \"msp-unix-2026-06\", \"connectionPoint\": \"msp-unix\", \"inspector\": \"情報セキュリティ室 佐藤\", \"date\": \"2026-06-01\", \"outcome\": \"NOT_FILTERED\", \"evidence\": {\"document\": \"DMS-2026-0117\"}, \"nextDueOn\": \"2026-12-01\", \"approvedBy\": \"ネットワーク課 鈴木\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; `Location` is its address.",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response create(
            @Valid @NotNull InspectionView body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return collections.create(registry, body, idempotencyKey);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listInspections",
            summary = "List inspections",
            description =
                    "A page of them, by key where no order is asked for. Filters narrow the list to exact matches. 400 when a parameter is not known or its value not allowed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = InspectionView.class)))
    public Response list(
            @BeanParam InspectionFilter filter,
            @BeanParam Sorting sorting,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return collections.list(registry, sorting.of(filter), headers, uri);
    }

    @GET
    @Path("{key}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readInspection",
            summary = "Read an inspection",
            description = "What was recorded is what is read. 404 when there is none with this key.")
    @APIResponse(
            responseCode = "200",
            description = "The inspection.",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response read(
            @PathParam("key") @Key @Parameter(example = "msp-unix-2026-06") String key,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return collections.read(registry, key, headers, uri);
    }
}
