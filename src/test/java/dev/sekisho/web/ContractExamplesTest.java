package dev.sekisho.web;

import static dev.sekisho.Api.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sends every example of the contract to the service with the demonstration estate. */
@QuarkusTest
@TestProfile(ContractExamplesTest.Demonstration.class)
class ContractExamplesTest {
    /** In the order in which they may refer to each other. */
    private static final Map<String, String> COLLECTIONS = new LinkedHashMap<>();

    static {
        COLLECTIONS.put("organizations", "Organization");
        COLLECTIONS.put("zones", "Zone");
        COLLECTIONS.put("third-parties", "ThirdParty");
        COLLECTIONS.put("assets", "Asset");
        COLLECTIONS.put("connection-points", "ConnectionPoint");
        COLLECTIONS.put("data-holdings", "DataHolding");
        COLLECTIONS.put("zone-links", "ZoneLink");
        COLLECTIONS.put("software-products", "SoftwareProduct");
        COLLECTIONS.put("installations", "Installation");
        COLLECTIONS.put("advisories", "Advisory");
    }

    /**
     * What is asked for is made up by the service, has to end within a year of today, or has to be known to a feed, of which
     * none is loaded: no example can name it.
     */
    private static final Set<String> NAMED_BY_THE_SERVICE = Set.of(
            "get /api/v1/imports/{id}",
            "get /api/v1/findings/{id}",
            "put /api/v1/findings/{id}/acceptance",
            "delete /api/v1/findings/{id}/acceptance",
            "post /api/v1/analyst-verdicts",
            "put /api/v1/analyst-verdicts/{key}",
            "get /api/v1/analyst-verdicts/{key}",
            "get /api/v1/analyst-verdicts/{key}/changes",
            "get /api/v1/inspection-campaigns/{key}/changes",
            "delete /api/v1/analyst-verdicts/{key}",
            "post /api/v1/software-products/{key}/identity",
            "delete /api/v1/api-keys/{id}");

    private static final List<String> VERBS = List.of("post", "put", "get", "delete");

    /** What only asks a question that does not fit into an address. */
    private static final Set<String> ASKING = Set.of(
            "post /api/v1/connection-points/{key}/traffic/query",
            "post /api/v1/zone-links/{key}/traffic/query",
            "post /api/v1/software/analyze",
            "post /api/v1/audit/verify");

    /** What an example before has made so already; the same again is no change. */
    private static final Set<String> MADE_BEFORE = Set.of(
            "post /api/v1/connection-points/{key}/rulesets/{position}/approval",
            "post /api/v1/zone-links/{key}/rulesets/{position}/approval",
            "put /api/v1/inspection-campaigns/{key}");

    /** The demonstration estate as the service loads it, and nothing else. */
    public static class Demonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:examples;DB_CLOSE_DELAY=-1", "sekisho.demo", "true");
        }
    }

    @Test
    void everyCollectionTakesItsExamples() {
        JsonNode contract = contract();

        COLLECTIONS.forEach((collection, item) -> {
            String base = "/api/v1/" + collection;
            JsonNode example = example(contract, item);
            String one = base + "/" + example.get("key").asText();
            String demonstrated = base + "/"
                    + parameter(contract.at("/paths").get(base + "/{key}").get("get"), "key")
                            .get("example")
                            .asText();

            String before = latestChange();
            Response made = json(example).put(one);
            check(201, made);
            String created = latestChange();
            assertThat(created).as(one + " is entered in the change log").isGreaterThan(before);
            assertThat(Api.tree(made)).as("what was sent is what is answered").isEqualTo(example);
            check(200, json(example).put(one));
            assertThat(latestChange()).as("the same again is no change").isEqualTo(created);
            check(
                    200,
                    sending("application/merge-patch+json", text(example(contract, item + "Patch")))
                            .patch(demonstrated));
            String patched = latestChange();
            assertThat(patched)
                    .as(demonstrated + " is entered in the change log")
                    .isGreaterThan(created);
            check(200, caller().get(demonstrated));
            check(204, caller().delete(one));
            assertThat(latestChange()).as("so is its deletion").isGreaterThan(patched);
            check(201, json(example).post(base));
            check(204, caller().delete(one));
        });
    }

    @Test
    void everyOtherOperationTakesItsExamples() {
        JsonNode contract = contract();
        var unlike = new ArrayList<String>();

        VERBS.forEach(verb -> contract.get("paths").fields().forEachRemaining(path -> {
            String operation = verb + " " + path.getKey();
            JsonNode described = path.getValue().get(verb);
            if (described != null
                    && !NAMED_BY_THE_SERVICE.contains(operation)
                    && !isOfACollection(path.getKey(), verb)) {
                String before = latestChange();
                Response answer = send(contract, verb, path.getKey(), described, Map.of());
                check(operation, described, answer);
                boolean writes = !verb.equals("get") && !ASKING.contains(operation) && !MADE_BEFORE.contains(operation);
                if (latestChange().equals(before) == writes) {
                    unlike.add(operation);
                }
                if (described.get("responses").has("304")) {
                    Map<String, String> known = Map.of("If-None-Match", String.valueOf(answer.header("ETag")));
                    check(304, send(contract, verb, path.getKey(), described, known));
                }
            }
        }));
        assertThat(unlike)
                .as("every write is entered in the change log, and no read")
                .isEmpty();
    }

    /** The id of the latest that the administrator of the tests made; before the first nobody knows of one. */
    private static String latestChange() {
        Response latest = Api.get("changes?limit=1&actor=" + Api.ADMIN_KEY.split("_")[1]);
        return latest.statusCode() == 422
                ? ""
                : Api.tree(latest).at("/items/0/id").asText();
    }

    private static boolean isOfACollection(String path, String verb) {
        return !verb.equals("get") && COLLECTIONS.containsKey(path.replaceAll("^/api/v1/|/\\{key}$", ""));
    }

    private static void check(String operation, JsonNode described, Response answer) {
        assertThat(answer.statusCode())
                .as(operation + " -> " + answer.asString())
                .isBetween(200, 299)
                .matches(status -> described.get("responses").has(String.valueOf(status)));
    }

    static Response send(JsonNode contract, String verb, String path, JsonNode described, Map<String, String> headers) {
        var query = new ArrayList<String>();
        String[] address = {path};
        parameters(contract, described).forEach(parameter -> {
            String name = parameter.get("name").asText();
            String value = parameter.path("example").asText(null);
            if (parameter.get("in").asText().equals("path")) {
                assertThat(value)
                        .as(verb + " " + path + " has no example of " + name)
                        .isNotNull();
                address[0] = address[0].replace("{" + name + "}", value);
            } else if (parameter.get("in").asText().equals("query") && value != null) {
                query.add(name + "=" + value);
            }
        });
        return body(contract, described)
                .headers(headers)
                .request(verb.toUpperCase(), address[0] + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static RequestSpecification body(JsonNode contract, JsonNode described) {
        JsonNode content = described.at("/requestBody/content");
        if (content.isMissingNode()) {
            return caller();
        }
        String type = content.fieldNames().next();
        JsonNode example = exampleOf(contract, content.get(type));
        assertThat(example)
                .as(described.get("operationId") + " has no example of its body")
                .isNotNull();
        return sending(type, text(example));
    }

    private static @Nullable JsonNode exampleOf(JsonNode contract, JsonNode content) {
        if (content.has("example")) {
            return content.get("example");
        }
        return content.path("examples").isEmpty()
                ? null
                : resolved(contract, content.get("examples").elements().next()).get("value");
    }

    private static Stream<JsonNode> parameters(JsonNode contract, JsonNode described) {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .map(parameter -> resolved(contract, parameter));
    }

    private static JsonNode parameter(JsonNode described, String name) {
        return StreamSupport.stream(described.get("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode resolved(JsonNode contract, JsonNode part) {
        return part.has("$ref") ? contract.at(part.get("$ref").asText().substring(1)) : part;
    }

    static JsonNode contract() {
        return Api.tree(caller().get("/q/openapi?format=json"));
    }

    private static JsonNode example(JsonNode contract, String name) {
        return contract.at("/components/examples/" + name + "/value");
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }

    private static RequestSpecification json(JsonNode body) {
        return sending("application/json", text(body));
    }

    private static RequestSpecification sending(String type, String body) {
        return Api.sending(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void check(int expected, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(expected);
    }
}
