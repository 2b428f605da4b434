package dev.sekisho.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMINISTER)
@Tag(name = "Access")
class ApiKeyResource {
    private final KeyRing ring;

    ApiKeyResource(KeyRing ring) {
        this.ring = ring;
    }

    @GET
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            operationId = "listApiKeys",
            summary = "All API keys, without their secrets",
            description = "Newest first, revoked and expired ones included; keys are few, so this list has no pages.",
            extensions = @Extension(name = "x-unconditional", value = "true"))
    public List<ApiKeyView> list() {
        return ring.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            operationId = "issueApiKey",
            summary = "Issue an API key",
            description = "The secret is in this answer and never shown again; only a hash of it is kept.")
    @APIResponseSchema(
            value = IssuedKey.class,
            responseCode = "201",
            responseDescription = "The new key with its secret.")
    @ResponseStatus(201)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewKey.class),
                            example =
                                    "{\"name\": \"soar-playbook\", \"role\": \"VIEWER\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}"))
    public IssuedKey issue(@Valid @NotNull NewKey body) {
        return ring.issue(body.name(), body.role(), body.expiresAt());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description =
                    "It stops working at once. The record stays, as a revoked key. The last key of an administrator cannot be revoked (409).")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public void revoke(
            @PathParam("id") @Parameter(description = "The part of the key after `sek_`.", example = "abcdefghijkl")
                    String id) {
        ring.revoke(id);
    }
}
