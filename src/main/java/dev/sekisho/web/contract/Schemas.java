package dev.sekisho.web.contract;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.score.Knowledge;
import dev.sekisho.risk.traffic.rule.TrafficAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The schemas of the document. */
final class Schemas {
    private static final String PREFIX = "#/components/schemas/";

    /** Enumerations of the pure core, which carries no annotations and needs no longer names at home. */
    private static final Map<Class<? extends Enum<?>>, String> NAMES = Map.of(
            Knowledge.Doubt.class, "LinkDoubt",
            Subject.Kind.class, "SubjectKind",
            TrafficAnswer.Verdict.class, "TrafficVerdict",
            Verdict.class, "VersionVerdict");

    private final OpenAPI document;
    private final Components components;

    Schemas(OpenAPI document) {
        this.document = document;
        this.components = document.getComponents();
    }

    /** Mends what the scanner leaves unfinished. */
    void tidy() {
        Map<String, String> references = new HashMap<>();
        Map<String, Schema> sorted = new TreeMap<>();
        components.getSchemas().forEach((scanned, schema) -> {
            String name = nameOf(schema).orElse(scanned);
            references.put(PREFIX + scanned, PREFIX + name);
            sorted.put(name, schema);
        });
        sorted.remove("JsonNode");
        sorted.values().forEach(schema -> tidy(schema, references));
        sorted.forEach(new Descriptions()::describe);
        components.setSchemas(sorted);
        parameters().forEach(parameter -> tidy(parameter.getSchema(), references));
    }

    private static Optional<String> nameOf(Schema schema) {
        return NAMES.entrySet().stream()
                .filter(named -> Stream.of(named.getKey().getEnumConstants())
                        .map(Enum::name)
                        .toList()
                        .equals(schema.getEnumeration()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Stream<Parameter> parameters() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getSchema() != null);
    }

    private void tidy(Schema schema, Map<String, String> references) {
        if (schema.getRef() != null) {
            schema.setRef(references.get(schema.getRef()));
        }
        if (schema.getExamples() != null) {
            schema.setExamples(schema.getExamples().stream()
                    .map(example -> Examples.typed(example, schema))
                    .toList());
        }
        if (schema.getRef() != null && schema.getType() != null) {
            schema.setType(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> tidy(property, references));
        }
        if (schema.getItems() != null) {
            tidy(schema.getItems(), references);
        }
    }

    Schema pageOf(Collection collection) {
        return pageOf(collection.item(), collection.plural());
    }

    /** The page schema for a list that is declared as an array of its items. */
    Schema pageOf(Schema array) {
        String item = array.getItems().getRef();
        return pageOf(item.substring(item.lastIndexOf('/') + 1), "the list");
    }

    private Schema pageOf(String item, String plural) {
        String name = item + "Page";
        components.addSchema(
                name,
                OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.OBJECT))
                        .description("One page of " + plural + ".")
                        .required(List.of("items", "total"))
                        .addProperty(
                                "items",
                                OASFactory.createSchema()
                                        .type(List.of(Schema.SchemaType.ARRAY))
                                        .maxItems(1000)
                                        .description("What is on this page, in the order asked for.")
                                        .items(ref(item)))
                        .addProperty("nextPageToken", nextPageToken())
                        .addProperty("total", ref(total()).description("How many there are over all pages.")));
        return ref(name);
    }

    private static Schema nextPageToken() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .maxLength(4000)
                .description("Asks for the next page; absent on the last.");
    }

    private String total() {
        if (!components.getSchemas().containsKey("Total")) {
            components.addSchema(
                    "Total",
                    OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.OBJECT))
                            .description("How many there are over all pages.")
                            .required(List.of("count", "exact"))
                            .addProperty(
                                    "count",
                                    OASFactory.createSchema()
                                            .type(List.of(Schema.SchemaType.INTEGER))
                                            .format("int64")
                                            .description("How many there are, or the bound at which counting stopped."))
                            .addProperty(
                                    "exact",
                                    OASFactory.createSchema()
                                            .type(List.of(Schema.SchemaType.BOOLEAN))
                                            .description(
                                                    "False when counting stopped at a bound and there are more.")));
        }
        return "Total";
    }

    Schema mergePatch() {
        if (!components.getSchemas().containsKey("MergePatch")) {
            components.addSchema(
                    "MergePatch",
                    OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.OBJECT))
                            .description("The fields to change; null takes one away (RFC 7396).")
                            .additionalPropertiesBoolean(true));
        }
        return ref("MergePatch");
    }

    @Nullable
    Schema property(String schema, String name) {
        Schema owner = components.getSchemas().get(schema);
        return owner == null || owner.getProperties() == null
                ? null
                : owner.getProperties().get(name);
    }

    /** The same values, without what describes the property. */
    Schema plain(Schema property) {
        return property.getRef() != null
                ? OASFactory.createSchema().ref(property.getRef())
                : OASFactory.createSchema()
                        .type(new ArrayList<>(property.getType()))
                        .pattern(property.getPattern())
                        .maxLength(property.getMaxLength());
    }

    boolean hasResponse(String status) {
        return components.getResponses().containsKey(status);
    }

    boolean hasParameter(String name) {
        return components.getParameters().containsKey(name);
    }

    @Nullable
    String keyInExample(String name) {
        var example = components.getExamples() == null
                ? null
                : components.getExamples().get(name);
        return example != null && example.getValue() instanceof Map<?, ?> body ? String.valueOf(body.get("key")) : null;
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }
}
