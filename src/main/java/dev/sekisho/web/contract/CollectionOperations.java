package dev.sekisho.web.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Describes the six operations that every registry collection inherits. */
final class CollectionOperations {
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final List<String> SORTABLE = List.of("key", "-key", "name", "-name", "updatedAt", "-updatedAt");

    private final Collection collection;
    private final Schemas schemas;

    CollectionOperations(Collection collection, Schemas schemas) {
        this.collection = collection;
        this.schemas = schemas;
    }

    void describe() {
        list(collection.all().getGET());
        create(collection.all().getPOST());
        read(collection.one().getGET());
        replace(collection.one().getPUT());
        patch(collection.one().getPATCH());
        delete(collection.one().getDELETE());
    }

    private void list(@Nullable Operation list) {
        if (list == null) {
            return;
        }
        say(
                list,
                "list" + collection.identifier(),
                "List " + collection.plural(),
                "A page of them, by key where no order is asked for. Filters narrow the list to exact matches, `q` to those with a text in their key or name.");
        OperationConventions.parameters(list).forEach(this::filterOrSort);
        answer(list, "200", "A page of " + collection.plural() + ".", schemas.pageOf(collection));
    }

    private void filterOrSort(Parameter parameter) {
        if (parameter.getName().equals("sort")) {
            parameter
                    .description("The field to order by, with a leading - for descending order.")
                    .schema(OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.STRING))
                            .enumeration(List.copyOf(SORTABLE))
                            .defaultValue("key"));
        } else if (parameter.getDescription() == null) {
            Schema property = schemas.property(collection.item(), parameter.getName());
            if (!schemas.hasParameter(parameter.getName())) {
                parameter.description("Only those whose `" + parameter.getName() + "` is this.");
            }
            if (property != null) {
                parameter.schema(schemas.plain(property));
            }
        }
    }

    private void create(@Nullable Operation create) {
        if (create == null) {
            return;
        }
        say(
                create,
                "create" + collection.item(),
                "Register " + collection.aOne(),
                "Without a `key` it gets one made up by the service (a UUID). A key that is taken, in any case of letters, is 409.");
        body(create, JSON, collection.item());
        APIResponse updated = create.getResponses().getAPIResponse("200");
        if (updated != null && updated.getHeaders() == null) {
            create.getResponses().removeAPIResponse("200");
        }
        answer(create, "201", "Registered; `Location` is its address.", ref());
        example(create, "201");
        OperationConventions.header(create, "201", "Location", "Location");
    }

    private void read(Operation read) {
        say(read, "read" + collection.item(), "Read " + collection.aOne(), "What was written is what is read.");
        answer(read, "200", "The " + collection.singular() + ".", ref());
        key(read, exampleKey(false));
    }

    private void replace(Operation replace) {
        say(
                replace,
                "replace" + collection.item(),
                "Register or replace " + collection.aOne(),
                "Creates it under this key (201) or replaces it as a whole (200): what the body leaves out is unstated"
                        + " afterwards. Sending the same again changes nothing.");
        body(replace, JSON, collection.item());
        answer(replace, "200", "Replaced, or already as sent.", ref());
        answer(replace, "201", "Registered under this key.", ref());
        example(replace, "200");
        example(replace, "201");
        OperationConventions.header(replace, "201", "Location", "Location");
        key(replace, exampleKey(true));
    }

    private void patch(Operation patch) {
        say(
                patch,
                "patch" + collection.item(),
                "Change " + collection.aOne() + " in part",
                "JSON merge patch (RFC 7396): fields in the body replace those stored, null takes one away, arrays are"
                        + " replaced as a whole. The key never changes.");
        body(patch, MERGE_PATCH, collection.item() + "Patch");
        answer(patch, "200", "Changed, or already as sent.", ref());
        key(patch, exampleKey(false));
    }

    private void delete(Operation delete) {
        say(
                delete,
                "delete" + collection.item(),
                "Remove " + collection.aOne(),
                "Refused with 409 while something refers to it; the detail names what does.");
        delete.getResponses().removeAPIResponse("200");
        delete.getResponses()
                .addAPIResponse("204", OASFactory.createAPIResponse().description("Removed."));
        key(delete, exampleKey(true));
    }

    private static void say(Operation operation, String id, String summary, String description) {
        if (operation.getOperationId() == null) {
            operation.operationId(id).summary(summary).description(description);
        }
    }

    private void body(Operation operation, String mediaType, String example) {
        var content = OASFactory.createMediaType()
                .schema(mediaType.equals(JSON) ? ref() : schemas.mergePatch())
                .addExample(example, OASFactory.createExample().ref("#/components/examples/" + example));
        operation.getRequestBody().content(OASFactory.createContent().addMediaType(mediaType, content));
    }

    private static void answer(Operation operation, String status, String description, Schema body) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                JSON,
                                                OASFactory.createMediaType().schema(body))));
        OperationConventions.header(operation, status, "ETag", "ETag");
    }

    /** What was sent is what is answered. */
    private void example(Operation operation, String status) {
        operation
                .getResponses()
                .getAPIResponse(status)
                .getContent()
                .getMediaType(JSON)
                .addExample(
                        collection.item(),
                        OASFactory.createExample().ref("#/components/examples/" + collection.item()));
    }

    private void key(Operation operation, @Nullable String example) {
        OperationConventions.parameters(operation).stream()
                .filter(parameter -> parameter.getName().equals("key"))
                .forEach(parameter -> parameter
                        .description("Key of the " + collection.singular() + ".")
                        .example(example));
    }

    /** The key in the example body, or one that the demonstration estate holds. */
    private @Nullable String exampleKey(boolean written) {
        return written ? schemas.keyInExample(collection.item()) : demonstrated();
    }

    private @Nullable String demonstrated() {
        String held = Demonstration.key(collection.name());
        return held == null ? schemas.keyInExample(collection.item()) : held;
    }

    private Schema ref() {
        return OASFactory.createSchema().ref("#/components/schemas/" + collection.item());
    }
}
