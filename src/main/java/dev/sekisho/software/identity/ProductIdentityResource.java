package dev.sekisho.software.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.access.Role;
import dev.sekisho.advisory.Matching;
import dev.sekisho.advisory.naming.Candidate;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.registry.Condition;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/software-products/{key}/identity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class ProductIdentityResource {
    private final Identities identities;
    private final Matching matching;
    private final CollectionRegistry registries;
    private final CollectionService collections;
    private final Assessor assessor;
    private final SnapshotResponses answers;
    private final Transactions transactions;
    private final ObjectMapper json;

    ProductIdentityResource(
            Identities identities,
            Matching matching,
            CollectionRegistry registries,
            CollectionService collections,
            Assessor assessor,
            SnapshotResponses answers,
            Transactions transactions,
            ObjectMapper json) {
        this.identities = identities;
        this.matching = matching;
        this.registries = registries;
        this.collections = collections;
        this.assessor = assessor;
        this.answers = answers;
        this.transactions = transactions;
        this.json = json;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "readProductIdentity",
            summary = "How a software product is known, and what it may be called",
            description =
                    "How well the product is known to what was loaded, every name it is looked up under with how many vulnerabilities it finds, and what else records speak of that it may be, each with how alike the names are (0 to 100) and why. Nothing is accepted by itself. 404 when there is no such product.")
    @APIResponse(
            responseCode = "200",
            description = "How it is known.",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    public Response read(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(headers, uri, now -> identities.of(now, key).orElseThrow(() -> missing(key)));
    }

    private ProblemException missing(String key) {
        return transactions.read(() -> registries.missing(CollectionName.SOFTWARE_PRODUCTS, key));
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "acceptProductIdentity",
            summary = "Accept what a software product is",
            description =
                    "Takes one of the candidates and stores it with the product, as a PATCH would: its CPE name or package URL where the product has none, else its name among the aliases, and who makes it where nobody stated that. Answers with the product. 404 when there is no such product, 412 when `If-Match` does not hold, 422 when no loaded source speaks of the candidate.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = IdentityView.AcceptedView.class),
                            example = "{\"candidate\": \"name:fortinet/fortios\"}"))
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now.",
            content = @Content(schema = @Schema(ref = "SoftwareProduct")))
    public Response accept(
            @PathParam("key") @Key String key,
            @Valid @NotNull IdentityView.AcceptedView body,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        // A source that was loaded before this call counts.
        assessor.current();
        Candidate accepted = matching.identities()
                .written(body.candidate())
                .orElseThrow(() -> ProblemException.at(
                        ProblemType.IMPOSSIBLE,
                        "/candidate",
                        "No loaded source speaks of it. Read the candidates of the product again."));
        return store(
                registries.find(CollectionName.SOFTWARE_PRODUCTS).orElseThrow(),
                key,
                accepted,
                Condition.of(headers),
                uri);
    }

    private <E extends RegisteredEntity, V extends Registered> Response store(
            Registry<E, V> products, String key, Candidate accepted, Condition condition, UriInfo uri) {
        return collections.patch(products, key, (V said) -> patch(json.valueToTree(said), accepted), condition, uri);
    }

    /** The strongest name it can have: a CPE name or package URL leaves no doubt, a mere name may be used by others, too. */
    private JsonNode patch(JsonNode stored, Candidate accepted) {
        ObjectNode patch = json.createObjectNode();
        boolean named = set(stored, patch, "purl", accepted.purl()) | set(stored, patch, "cpe", accepted.cpe());
        set(stored, patch, "vendor", accepted.vendor());
        if (!named && accepted.product() != null && !isCalled(stored, accepted.product())) {
            ArrayNode aliases = patch.putArray("aliases");
            stored.path("aliases").forEach(aliases::add);
            aliases.add(accepted.product());
        }
        return patch;
    }

    private static boolean set(JsonNode stored, ObjectNode patch, String field, @Nullable String value) {
        if (value == null || !stored.path(field).asText("").isEmpty()) {
            return false;
        }
        patch.put(field, value);
        return true;
    }

    private static boolean isCalled(JsonNode stored, String name) {
        for (JsonNode alias : stored.path("aliases")) {
            if (alias.asText().equals(name)) {
                return true;
            }
        }
        return stored.path("name").asText().equals(name);
    }
}
