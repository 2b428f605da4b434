package dev.sekisho.zeroday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.access.Role;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.RegisteredEntity;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.field.Name;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/software-products/{key}/zero-day")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Emergency")
class ZeroDayResource {
    private final CollectionRegistry registries;
    private final CollectionService collections;
    private final Assessor assessor;
    private final ObjectMapper json;
    private final Transactions transactions;
    private final Emergency emergency;

    ZeroDayResource(
            CollectionRegistry registries,
            CollectionService collections,
            Assessor assessor,
            ObjectMapper json,
            Transactions transactions,
            Emergency emergency) {
        this.emergency = emergency;
        this.registries = registries;
        this.collections = collections;
        this.assessor = assessor;
        this.json = json;
        this.transactions = transactions;
    }

    /** What is told of the flaw. */
    @Schema(name = "ZeroDay", description = "A flaw in a product that nobody has published.")
    record ZeroDayView(
            @Schema(description = "What the flaw is called; it becomes the name of the advisory.") @NotNull @Name
            String title,

            @Schema(description = "What is known of the flaw, in words.") @Size(max = 20000) @Nullable
            String description,

            @Schema(description = "When we first knew of it; today where not stated.") @Nullable
            LocalDate knownOn) {}

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "createZeroDay",
            summary = "Record a flaw nobody has published",
            description =
                    "Makes an unpublished advisory without CVE and without fix that affects every version of the product and of all products that go by its name and may be the same, whoever supplies them, and answers with everything it touches: where the product is in use, the zones and organizations, the links that lead there, and what to stop or cut, the most urgent first. `notTouched` names products of the same or almost the same name that were left alone, and says why. Add versions or a fix to the advisory as they become known. 404 when there is no such product.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ZeroDayView.class),
                            example =
                                    "{\"title\": \"The vendor phoned: login without password\", \"knownOn\": \"2026-11-20\"}"))
    @APIResponse(
            responseCode = "201",
            description = "The advisory is made; Location leads to it.",
            content = @Content(schema = @Schema(implementation = BlastRadiusView.class)))
    public Response record(
            @PathParam("key") @Key String key,
            @Valid @NotNull ZeroDayView body,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        String name = transactions.read(
                () -> nameOf(registries.find(CollectionName.SOFTWARE_PRODUCTS).orElseThrow(), key));
        Namesakes namesakes = emergency.of(assessor.current().assessment().estate(), key);
        String advisory = created(
                registries.find(CollectionName.ADVISORIES).orElseThrow(),
                advisory(namesakes.same(), body),
                idempotencyKey);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/" + CollectionName.ADVISORIES.path() + "/" + advisory)
                .entity(BlastRadius.byProduct(assessor.current().assessment(), key, name, advisory, namesakes))
                .build();
    }

    private <E extends RegisteredEntity> String nameOf(Registry<E, ?> products, String key) {
        return products.rows()
                .findByIdOptional(key)
                .map(row -> row.name)
                .orElseThrow(() -> registries.missing(CollectionName.SOFTWARE_PRODUCTS, key));
    }

    private ObjectNode advisory(SortedSet<String> products, ZeroDayView said) {
        ObjectNode advisory = json.createObjectNode().put("name", said.title()).put("published", false);
        if (said.description() != null) {
            advisory.put("description", said.description());
        }
        if (said.knownOn() != null) {
            advisory.put("knownOn", said.knownOn().toString());
        }
        ArrayNode affected = advisory.putArray("affected");
        products.forEach(product -> affected.addObject().put("product", product));
        return advisory;
    }

    private <E extends RegisteredEntity, V extends Registered> String created(
            Registry<E, V> advisories, ObjectNode said, @Nullable String idempotencyKey) {
        try {
            Response answer =
                    collections.create(advisories, json.treeToValue(said, advisories.viewType()), idempotencyKey);
            return json.readTree((byte[]) answer.getEntity()).get("key").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an advisory cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
