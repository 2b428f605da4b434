package dev.sekisho.audit;

import dev.sekisho.access.Role;
import dev.sekisho.change.proof.Proof;
import dev.sekisho.change.proof.ProofView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Changes")
class AuditResource {
    private final Proof proof;

    AuditResource(Proof proof) {
        this.proof = proof;
    }

    /** What is to be verified. */
    @Schema(
            name = "Verification",
            description = "What is to be verified: everything, and a head that was kept elsewhere.")
    record VerificationView(
            @Schema(description = "The head of an earlier verification, or of the log of the service.") @Valid @Nullable
            KeptHead head) {

        /** A head that was kept elsewhere. */
        @Schema(name = "KeptHead", description = "A revision and its hash, as they were told before.")
        record KeptHead(
                @Schema(description = "The number of the revision.") @NotNull @Min(1)
                Long revision,

                @Schema(description = "Its hash, SHA-256 in hexadecimal digits.")
                @NotNull
                @Pattern(regexp = "^[0-9a-f]{64}$")
                String hash) {}
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "verifyChanges",
            summary = "Whether the change log is as it was written",
            description =
                    "Recomputes the hash of every change and of every revision, and names the first that does not fit: changed, missing, exchanged or added. It writes nothing. Whoever may write to all tables of the database can also rewrite the whole chain, and then everything fits: send a `head` that was kept elsewhere, and it is compared. One verification runs at a time (429), about 100,000 changes a second.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationView.class),
                            example = "{}"))
    @APIResponse(
            responseCode = "200",
            description = "What came of it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProofView.class)))
    public ProofView verify(@Valid @NotNull VerificationView body) {
        VerificationView.KeptHead head = body.head();
        return proof.verify(head == null ? null : new ProofView.Head(head.revision(), head.hash()));
    }
}
