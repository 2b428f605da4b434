package dev.sekisho.web.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** States in the schemas what the service holds of every request, and annotations do not say. */
final class Constraints {
    private static final String PREFIX = "#/components/schemas/";

    /** What {@code @NotBlank} becomes: a visible character somewhere, so it is not to be anchored. */
    private static final String NOT_BLANK = "\\S";

    /** Objects of which one property is given, and only one. */
    private static final Set<String> ONE_PROPERTY = Set.of("Place", "LinkReference");

    /** Properties of which one is given, and only one, beside others. */
    private static final Map<String, List<String>> ONE_OF =
            Map.of("Inspection", List.of("connectionPoint", "zoneLink"));

    private final OpenAPI document;
    private final Map<String, Schema> schemas;

    Constraints(OpenAPI document) {
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    void apply() {
        Stream.concat(schemas.values().stream(), parameters()).forEach(this::anchor);
        var sent = new HashSet<String>();
        operations().forEach(operation -> {
            if (operation.getRequestBody() != null) {
                contents(operation.getRequestBody().getContent()).forEach(schema -> collect(schema, sent));
            }
        });
        sent.forEach(name -> close(schemas.get(name)));
        schemas.get("Advisory").addProperty("notes", notes());
        ONE_PROPERTY.forEach(name -> schemas.get(name).minProperties(1).maxProperties(1));
        ONE_OF.forEach((name, properties) -> schemas.get(name)
                .oneOf(properties.stream()
                        .map(property -> OASFactory.createSchema().required(List.of(property)))
                        .toList()));
    }

    /** The answer to a published record that is older than what is held says so beside the advisory. */
    private static Schema notes() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.ARRAY))
                .readOnly(true)
                .description(
                        "Only in the answer to a `POST` with `format=CVE5` that changed nothing: why, as sentences. What is sent of it is overlooked.")
                .items(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }

    /** An object that says itself what else it may hold stays as it is. */
    private static void close(Schema schema) {
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.additionalPropertiesBoolean(false);
        }
    }

    /** The service holds the whole text against a pattern, a reader of the contract would look for it within. */
    private void anchor(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
            schema.setPattern("^" + (pattern.contains("|") ? "(?:" + pattern + ")" : pattern) + "$");
        }
        parts(schema).forEach(this::anchor);
    }

    private void collect(Schema schema, Set<String> found) {
        String name = name(schema);
        if (name == null) {
            parts(schema).forEach(part -> collect(part, found));
        } else if (found.add(name)) {
            parts(schemas.get(name)).forEach(part -> collect(part, found));
        }
    }

    private static @Nullable String name(Schema schema) {
        String reference = schema.getRef();
        return reference == null ? null : reference.substring(PREFIX.length());
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
                        schema.getAnyOf() == null ? List.<Schema>of() : schema.getAnyOf(),
                        schema.getAllOf() == null ? List.<Schema>of() : schema.getAllOf())
                .flatMap(Collection::stream);
    }

    private Stream<Schema> parameters() {
        return operations()
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema)
                .flatMap(Stream::ofNullable);
    }

    private Stream<Operation> operations() {
        Collection<PathItem> paths = document.getPaths().getPathItems().values();
        return paths.stream().flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> contents(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream().flatMap(type -> Stream.ofNullable(type.getSchema()));
    }
}
