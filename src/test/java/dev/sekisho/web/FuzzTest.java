package dev.sekisho.web;

import static dev.sekisho.Api.caller;
import static dev.sekisho.Api.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Requests generated out of the contract: whatever is sent to whatever operation, the answer is a decent one. */
@QuarkusTest
class FuzzTest {
    private static final List<String> HOSTILE_VALUES = List.of(
            "' or 1=1 --",
            "\";select pg_sleep(5);--",
            "name;select pg_sleep(5)",
            "\u0000",
            "%",
            "{{7*7}}${jndi:ldap://x}",
            "../../etc/passwd",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "三菱",
            "\ud83d\ude00",
            "a\r\nSet-Cookie: b=c",
            "x".repeat(3_000));

    private static final List<String> HOSTILE_BODIES = List.of(
            "[]",
            "[[]]",
            "7",
            "true",
            "null",
            "\"text\"",
            "{\"\":{}}",
            "{\"@class\":\"java.lang.ProcessBuilder\"}",
            "[\"java.lang.ProcessBuilder\",{}]",
            "{\"riskScore\":1}",
            "{\"id\":\"mine\"}",
            "{\"tenantId\":\"t\"}",
            "{\"createdBy\":\"me\"}",
            "{\"updatedAt\":\"2020-01-01T00:00:00Z\"}",
            "{\"__proto__\":{\"admin\":true}}");

    private static final List<String> INSIDES = List.of(
            "Exception",
            "dev.sekisho.",
            "org.hibernate",
            "com.fasterxml",
            "jakarta.",
            "java.lang",
            "SQLSTATE",
            "org.h2",
            "org.postgresql",
            "select e",
            "\tat ");

    private static Map<String, JsonNode> operations() {
        var operations = new TreeMap<String, JsonNode>();
        tree(caller().get("/q/openapi?format=json"))
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> operations.put(
                                operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue())));
        assertThat(operations).hasSizeGreaterThan(80);
        return operations;
    }

    private static Stream<JsonNode> parameters(JsonNode described, String in) {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(in));
    }

    /** An operation on something that is not there, with the parameters it cannot do without. */
    private static String address(String operation, JsonNode described, String query) {
        var all = new ArrayList<String>();
        parameters(described, "query")
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.get("name").asText() + "=x")
                .forEach(all::add);
        if (!query.isEmpty()) {
            all.removeIf(given -> given.startsWith(query.substring(0, query.indexOf('=') + 1)));
            all.add(query);
        }
        String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[a-zA-Z]+}", "nothing-there");
        return path + (all.isEmpty() ? "" : "?" + String.join("&", all));
    }

    private static Response send(String operation, JsonNode described, String query, byte[] body) {
        RequestSpecification request = caller();
        var types = described.at("/requestBody/content").fieldNames();
        if (types.hasNext()) {
            request.header("Content-Type", types.next()).body(body);
        }
        return request.request(operation.split(" ")[0], address(operation, described, query));
    }

    private static Response send(String operation, JsonNode described, String query) {
        return send(operation, described, query, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** What every answer keeps to, whatever was asked. */
    private static void isDecent(String what, JsonNode described, Response answer) {
        String body = answer.asString();
        assertThat(answer.statusCode()).as(what + " -> " + body).isLessThan(500);
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).as(what).isNotNull();
        assertThat(answer.header("Cache-Control")).as(what).containsAnyOf("no-store", "no-cache");
        assertThat(answer.header("Server")).as(what).isNull();
        if (!body.isEmpty()) {
            assertThat(answer.contentType()).as(what).containsIgnoringCase("charset=UTF-8");
        }
        if (answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as(what).isEqualTo(Api.PROBLEM);
            assertThat(tree(answer).get("traceId").asText()).as(what).isNotBlank();
            assertThat(INSIDES).as(what + " -> " + body).noneMatch(body::contains);
        }
        assertThat(described.get("responses").has(String.valueOf(answer.statusCode())))
                .as(what + " answers " + answer.statusCode() + ", which the contract does not know: " + body)
                .isTrue();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void forEachParameter(BiConsumer<String, Map.Entry<String, JsonNode>> test) {
        operations()
                .entrySet()
                .forEach(operation -> parameters(operation.getValue(), "query")
                        .map(parameter -> parameter.get("name").asText())
                        .forEach(name -> test.accept(name, operation)));
    }

    @Test
    void takesWhatIsInjectedIntoAParameterAsAValue() {
        forEachParameter((name, operation) -> {
            for (String value : HOSTILE_VALUES) {
                String what = operation.getKey() + " " + name + "=" + value;
                long began = System.nanoTime();

                Response answer = send(operation.getKey(), operation.getValue(), name + "=" + encoded(value));

                isDecent(what, operation.getValue(), answer);
                assertThat(System.nanoTime() - began).as(what).isLessThan(4_000_000_000L);
            }
        });
    }

    @Test
    void refusesARepeatedParameterWhereverThereIsOne() {
        forEachParameter((name, operation) -> {
            Response answer = send(operation.getKey(), operation.getValue(), name + "=1&" + name + "=9999");

            isDecent(operation.getKey() + " twice " + name, operation.getValue(), answer);
            assertThat(answer.statusCode())
                    .as(operation.getKey() + " twice " + name)
                    .isIn(400, 415);
        });
    }

    @Test
    void refusesAnUnknownParameterEverywhere() {
        operations().forEach((operation, described) -> {
            Response answer = send(operation, described, "colour=red");

            isDecent(operation, described, answer);
            assertThat(answer.statusCode()).as(operation).isEqualTo(400);
        });
    }

    @Test
    void takesWhatIsInjectedIntoAnAddressAsAKey() {
        operations().forEach((operation, described) -> {
            if (operation.contains("{")) {
                for (String value :
                        List.of("'%20or%201=1%20--", "a%0d%0ab", "%e4%b8%89", "a%2fb", "-", "x".repeat(300))) {
                    String filled = operation.replaceAll("\\{[a-zA-Z]+}", value);

                    isDecent(filled, described, send(filled, described, ""));
                }
            }
        });
    }

    @Test
    void refusesBodiesThatAreNotWhatTheContractSays() {
        operations().forEach((operation, described) -> {
            if (described.at("/requestBody/content").has("application/json") && !operation.contains("analyze")) {
                for (String body : HOSTILE_BODIES) {
                    String what = operation + " with " + body;

                    Response answer = send(operation, described, "", body.getBytes(StandardCharsets.UTF_8));

                    isDecent(what, described, answer);
                    assertThat(answer.statusCode()).as(what).isBetween(400, 499);
                }
            }
        });
    }

    @Test
    void takesNothingThatAPageOfAnotherOriginCouldPostUnasked() {
        operations().forEach((operation, described) -> {
            if (operation.startsWith("POST ")) {
                Response answer = Api.sending("text/plain;charset=UTF-8", "{}".getBytes(StandardCharsets.UTF_8))
                        .post(address(operation, described, ""));

                isDecent(operation, described, answer);
                assertThat(answer.statusCode()).as(operation).isEqualTo(415);
            }
        });
    }

    @Test
    void asksForNoSecretInAnAddress() {
        operations()
                .forEach((operation, described) -> Stream.concat(
                                parameters(described, "query"), parameters(described, "path"))
                        .map(parameter -> parameter.get("name").asText().toLowerCase())
                        .filter(name -> !name.equals("pagetoken"))
                        .forEach(name -> assertThat(name)
                                .as(operation)
                                .doesNotContain("token", "secret", "password", "apikey")));
    }
}
