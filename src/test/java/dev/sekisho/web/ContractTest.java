package dev.sekisho.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    private static final String KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";

    @Test
    void servesTheCommittedContract() throws IOException {
        var committed = used(parsed(Files.readString(Path.of("openapi/openapi.yaml"))));

        var served = used(parsed(served()));

        assertThat(served)
                .as("run mvn package and commit openapi/openapi.yaml, which is the contract")
                .isEqualTo(committed);
    }

    /** The running service leaves out the schemas nothing refers to; they say nothing to a caller. */
    private static JsonNode used(JsonNode contract) {
        var schemas = (ObjectNode) contract.at("/components/schemas");
        String text = contract.toString();
        List<String> names = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !text.contains("#/components/schemas/" + name + "\""))
                .forEach(schemas::remove);
        return contract;
    }

    @Test
    void saysOfEveryOperationWhatItIsWhoMayCallItAndWhatCanGoWrong() throws IOException {
        Map<String, List<String>> lacking = new HashMap<>();

        parsed(served())
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation ->
                                lacking.put(operation.getKey() + " " + path.getKey(), lacking(operation.getValue()))));

        assertThat(lacking)
                .hasSizeGreaterThan(50)
                .allSatisfy((operation, what) -> assertThat(what).isEmpty());
    }

    /** What nobody describes is guessed at. */
    @Test
    void saysOfEverySchemaAndPropertyWhatItMeans() throws IOException {
        var silent = new ArrayList<String>();

        JsonNode schemas = parsed(served()).at("/components/schemas");
        schemas.fields().forEachRemaining(schema -> {
            if (isBlank(schema.getValue())) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").fields().forEachRemaining(property -> {
                if (isBlank(property.getValue())) {
                    silent.add(schema.getKey() + "." + property.getKey());
                }
            });
        });

        assertThat(schemas.size()).isGreaterThan(100);
        assertThat(silent).isEmpty();
    }

    private static boolean isBlank(JsonNode described) {
        return described.path("description").asText().isBlank();
    }

    /** Whoever fills a form by the contract is told of a limit before the service tells. */
    @Test
    void statesTheLimitsOfEveryTextThatIsSent() throws IOException {
        JsonNode contract = parsed(served());
        var unbounded = new ArrayList<String>();

        contract.at("/components/schemas").fields().forEachRemaining(schema -> {
            if (schema.getValue().path("additionalProperties").isBoolean()) {
                schema.getValue().path("properties").fields().forEachRemaining(property -> {
                    if (isUnbounded(property.getValue())) {
                        unbounded.add(schema.getKey() + "." + property.getKey());
                    }
                });
            }
        });

        assertThat(unbounded).isEmpty();
    }

    private static boolean isUnbounded(JsonNode property) {
        if (property.path("readOnly").asBoolean()) {
            return false;
        }
        boolean text = property.path("type").asText().equals("string")
                && !property.has("maxLength")
                && !property.has("pattern")
                && !property.has("enum")
                && !property.has("format");
        return text || property.has("items") && (!property.has("maxItems") || isUnbounded(property.get("items")));
    }

    private static List<String> lacking(JsonNode operation) {
        var lacking = new ArrayList<String>();
        for (String field : List.of("operationId", "summary", "description", "tags", "security")) {
            if (!operation.hasNonNull(field)) {
                lacking.add(field);
            }
        }
        if (!operation.path("description").asText().contains("Needs a key of the role")) {
            lacking.add("role");
        }
        if (operation.at("/requestBody/content").has("*/*")) {
            // A generated client would write JSON there, whatever it is given.
            lacking.add("type of the body");
        }
        for (String status : List.of("401", "403", "503")) {
            if (!operation.path("responses").has(status)) {
                lacking.add(status);
            }
        }
        return lacking;
    }

    private static String served() {
        return given().header("Authorization", "Bearer " + KEY)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonNode parsed(String yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    }
}
