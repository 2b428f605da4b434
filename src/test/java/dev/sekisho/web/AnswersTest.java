package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Holds the examples of answers in the contract against what the demonstration estate answers. */
@QuarkusTest
@TestProfile(AnswersTest.Demonstration.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswersTest {
    /** There is none of these in the estate as it is loaded. */
    private static final Set<String> WITHOUT = Set.of(
            "get /api/v1/analyst-verdicts",
            "get /api/v1/analyst-verdicts/{key}",
            "get /api/v1/analyst-verdicts/{key}/changes",
            "get /api/v1/changes/export",
            "get /api/v1/devices/{key}/configuration",
            "get /api/v1/findings/{id}",
            "get /api/v1/imports/{id}",
            "get /api/v1/inspection-campaigns/{key}",
            "get /api/v1/inspection-campaigns/{key}/changes",
            "get /api/v1/inspections/{key}");

    /** Days, moments and what is made up anew at each start: no two estates have the same. */
    private static final Pattern OF_THE_DAY = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{64}|[a-z0-9]{12}(?![a-z0-9])");

    private static final Set<String> COUNTED_ANEW = Set.of("generation", "revision", "changes", "keys");

    /** The estate as the service loads it, and nothing else. */
    public static class Demonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:answers;DB_CLOSE_DELAY=-1", "sekisho.demo", "true");
        }
    }

    /** What they answer is made up by the service, or has to end within a year of today. */
    private static final Set<String> MADE_UP = Set.of("put /api/v1/findings/{id}/acceptance", "post /api/v1/api-keys");

    @Test
    @Order(1)
    void everyReadAnswersAsItsExampleSays() {
        JsonNode contract = ContractExamplesTest.contract();
        var differences = new TreeMap<String, List<String>>();
        assessed();

        contract.get("paths").fields().forEachRemaining(path -> {
            JsonNode described = path.getValue().get("get");
            String operation = "get " + path.getKey();
            if (described != null && !WITHOUT.contains(operation)) {
                JsonNode example = described.at("/responses/200/content/application~1json/example");
                var found = new ArrayList<String>();
                if (example.isMissingNode()) {
                    found.add("there is no example");
                } else {
                    JsonNode answer =
                            Api.tree(ContractExamplesTest.send(contract, "get", path.getKey(), described, Map.of()));
                    compare("", example, answer, found);
                }
                differences.put(operation, found);
            }
        });

        assertThat(differences)
                .hasSizeGreaterThan(50)
                .allSatisfy((operation, found) -> assertThat(found).isEmpty());
    }

    /** The collections answer with what was sent, which another test compares. */
    @Test
    @Order(2)
    void everyOtherWriteAnswersAsItsExampleSays() {
        JsonNode contract = ContractExamplesTest.contract();
        var differences = new TreeMap<String, List<String>>();
        assessed();

        List.of("post", "put")
                .forEach(verb -> contract.get("paths").fields().forEachRemaining(path -> {
                    JsonNode described = path.getValue().get(verb);
                    String operation = verb + " " + path.getKey();
                    if (described != null && !MADE_UP.contains(operation) && hasAnExample(described)) {
                        Response answer = ContractExamplesTest.send(contract, verb, path.getKey(), described, Map.of());
                        var found = new ArrayList<String>();
                        compare("", example(described, String.valueOf(answer.statusCode())), Api.tree(answer), found);
                        differences.put(operation, found);
                    }
                }));

        assertThat(differences)
                .hasSizeGreaterThan(12)
                .allSatisfy((operation, found) -> assertThat(found).isEmpty());
    }

    private static boolean hasAnExample(JsonNode described) {
        return !example(described, "200").isMissingNode()
                || !example(described, "201").isMissingNode();
    }

    private static JsonNode example(JsonNode described, String status) {
        return described.at("/responses/" + status + "/content/application~1json/example");
    }

    /** What follows from the demonstration estate comes some moments after it. */
    private static void assessed() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Api.read("unpatched-software").path("items").size() > 0);
    }

    private static void compare(String where, JsonNode example, JsonNode answer, List<String> differences) {
        if (example.isObject() && answer.isObject()) {
            var names = new ArrayList<String>();
            example.fieldNames().forEachRemaining(names::add);
            var real = new ArrayList<String>();
            answer.fieldNames().forEachRemaining(real::add);
            if (!Set.copyOf(names).equals(Set.copyOf(real))) {
                differences.add(where + " has " + names + " and really " + real);
                return;
            }
            names.stream()
                    .filter(name -> !COUNTED_ANEW.contains(name))
                    .forEach(name -> compare(where + "/" + name, example.get(name), answer.get(name), differences));
        } else if (example.isArray() && answer.isArray()) {
            if (example.isEmpty() != answer.isEmpty()) {
                differences.add(where + " is empty in one of them");
            } else if (!example.isEmpty()) {
                compare(where + "/0", example.get(0), answer.get(0), differences);
            }
        } else if (!timeless(example).equals(timeless(answer))) {
            differences.add(where + " is " + example + " and really " + answer);
        }
    }

    private static String timeless(JsonNode value) {
        return value.isNumber()
                ? String.valueOf(value.asDouble())
                : OF_THE_DAY.matcher(value.toString()).replaceAll("~");
    }
}
