package dev.sekisho.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.access.Role;
import dev.sekisho.change.reading.ObjectChangesView;
import dev.sekisho.web.json.MergePatch;
import dev.sekisho.web.list.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The operations on one object that every collection offers; the list is declared by each, with its own filters. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class RegistryResource<E extends RegisteredEntity, V extends Registered> {
    private final Registry<E, V> registry;
    private final CollectionService collections;

    protected RegistryResource(Registry<E, V> registry, CollectionService collections) {
        this.registry = registry;
        this.collections = collections;
    }

    /** A list that nothing narrows. */
    protected Response listed(Sorting sorting, HttpHeaders headers, UriInfo uri) {
        return listed(new Everything(), sorting, headers, uri);
    }

    private record Everything() {}

    /** @param filter declares the parameters that narrow the list, each named as the attribute it is compared with */
    protected Response listed(Record filter, Sorting sorting, HttpHeaders headers, UriInfo uri) {
        return collections.list(registry, sorting.of(filter), headers, uri);
    }

    @GET
    @Path("{key}")
    @RolesAllowed(Role.VIEW)
    public Response read(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return collections.read(registry, key, headers, uri);
    }

    @GET
    @Path("{key}/changes")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "What what has this key went through",
            description =
                    "Every change of the object and of its parts (rule sets, bills of materials), the latest first: who, when, why, and which values were before and after. Also for an object that was deleted since: `lives` tells when there was one. What a feed says of an advisory is a change of the feed. Personal values that were erased read `(erased)`. 404 where nothing with this key was ever known.",
            extensions = @Extension(name = "x-unconditional", value = "true"))
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            content = @Content(schema = @Schema(implementation = ObjectChangesView.class)))
    public ObjectChangesView changes(
            @PathParam("key") @Key String key, @BeanParam Paging paging, @Context SecurityContext caller) {
        return collections.changes(registry, key, paging, caller.isUserInRole(Role.ADMINISTER));
    }

    @PUT
    @Path("{key}")
    @RolesAllowed(Role.EDIT)
    public Response replace(
            @PathParam("key") @Key String key,
            @Valid @NotNull V body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match")
                    @Parameter(description = "`*`: only create; where the key is taken the answer is 412.")
                    @Nullable
                    String ifNoneMatch,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return collections.replace(registry, key, body, Condition.of(headers), uri);
    }

    @PATCH
    @Path("{key}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.EDIT)
    public Response patch(
            @PathParam("key") @Key String key,
            @NotNull JsonNode body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return collections.patch(registry, key, body, Condition.of(headers), uri);
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Role.EDIT)
    public Response delete(
            @PathParam("key") @Key String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        collections.delete(registry, key, Condition.of(headers));
        return Response.noContent().build();
    }
}
