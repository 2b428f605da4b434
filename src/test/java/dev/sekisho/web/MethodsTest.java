package dev.sekisho.web;

import static dev.sekisho.Api.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every address of the contract refuses every method it does not state, and says which it takes. */
@QuarkusTest
class MethodsTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void refusesOtherMethodsEverywhereAndNamesThoseItTakes() {
        JsonNode paths = Api.tree(caller().get("/q/openapi?format=json")).get("paths");
        var refused = new ArrayList<String>();

        paths.fields().forEachRemaining(path -> {
            var taken = new TreeSet<>(List.of("OPTIONS"));
            path.getValue().fieldNames().forEachRemaining(method -> taken.add(method.toUpperCase()));
            if (taken.contains("GET")) {
                taken.add("HEAD");
            }
            METHODS.stream().filter(method -> !taken.contains(method)).forEach(method -> {
                Response answer =
                        Api.sendingRaw("{}").request(method, path.getKey().replaceAll("\\{[^}]+}", "x1"));
                assertThat(answer.statusCode()).as(method + " " + path.getKey()).isEqualTo(405);
                assertThat(answer.header("Allow"))
                        .as(method + " " + path.getKey())
                        .isEqualTo(String.join(", ", taken));
                assertThat(answer.contentType()).isEqualTo(Api.PROBLEM);
                refused.add(method + " " + path.getKey());
            });
        });

        assertThat(refused).hasSizeGreaterThan(100).contains("PUT /api/v1/connection-points/{key}/risk");
    }
}
