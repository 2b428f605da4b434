package dev.sekisho.audit;

import dev.sekisho.access.Role;
import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeOperation;
import dev.sekisho.change.Ledger;
import dev.sekisho.change.proof.ChainVerification;
import dev.sekisho.change.proof.ProofView;
import dev.sekisho.change.reading.ChangeLog;
import dev.sekisho.change.seal.Seals;
import dev.sekisho.database.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
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
    private final ChainVerification proof;
    private final Seals seals;
    private final Ledger ledger;
    private final Transactions transactions;

    AuditResource(ChainVerification proof, Seals seals, Ledger ledger, Transactions transactions) {
        this.proof = proof;
        this.seals = seals;
        this.ledger = ledger;
        this.transactions = transactions;
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

    /** Who is to be erased. */
    @Schema(name = "Erasure", description = "Who is to be erased.")
    record ErasureView(
            @Schema(
                    description =
                            "What the person is known by: a name as it was written, a mail address, a network address. Letters of any case.",
                    examples = "sato@example.com")
            @NotBlank
            @Size(max = 500)
            String knownBy) {}

    /** What came of it. */
    @Schema(name = "Erased", description = "What came of an erasure.")
    record ErasedView(
            @Schema(
                    description =
                            "How many keys were thrown away; 0 where nothing in the log is sealed for such a person.",
                    minimum = "0")
            int keys) {}

    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTER)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase somebody from the change log",
            description =
                    "Throws away the keys under which values of this person are sealed: they read `(erased)` from then on, and the chain stays whole. That it happened is a change of its own, which does not say who it was. What is registered now is not touched: take the person out of the objects first, where they still stand. Exports, backups and what was delivered are out of reach.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class),
                            example = "{\"knownBy\": \"nobody@example.com\"}"))
    @APIResponse(
            responseCode = "200",
            description = "It is done.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasedView.class)))
    public ErasedView erase(@Valid @NotNull ErasureView body) {
        int keys = transactions.write(() -> {
            int thrown = seals.erase(body.knownBy());
            ledger.wrote(
                    new Address(ChangeLog.ERASURES, UUID.randomUUID().toString(), ""),
                    ChangeOperation.CREATED,
                    new ErasedView(thrown));
            return thrown;
        });
        seals.forget(body.knownBy());
        return new ErasedView(keys);
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "verifyChanges",
            summary = "Whether the change log is as it was written",
            description =
                    "Recomputes the hash of every change and of every revision, and names the first that does not fit: changed, missing, exchanged or added. It writes nothing. Whoever may write to all tables of the database can also rewrite the whole chain, and then everything fits: send a `head` that was kept elsewhere, and it is compared. One verification runs at a time (429).")
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
