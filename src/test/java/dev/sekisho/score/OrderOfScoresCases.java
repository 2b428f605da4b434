package dev.sekisho.score;

import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of scores that are the same. */
abstract class OrderOfScoresCases {
    private final String prefix = Api.unique();

    /** All are raised to the same floor; how much is at stake tells them apart. */
    @Test
    void listsTheSameScoreByWhatItWasBeforeItWasRaised() {
        put("organizations/" + prefix + "o", "{'name': 'O'}").then().statusCode(201);
        compromised("c", 0);
        compromised("a", 10);
        compromised("d", 20);
        compromised("b", 10);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(page("", 100).get("items"))
                        .hasSize(4)
                        .allSatisfy(row -> assertThat(row.get("score").asInt()).isEqualTo(70)));

        assertThat(keys("-score")).containsExactly("d", "b", "a", "c");
        assertThat(keys("score")).containsExactly("c", "a", "b", "d");
    }

    private void compromised(String key, int criticality) {
        put(
                        "zones/" + prefix + key,
                        "{'name': 'Z', 'organization': '" + prefix + "o', 'criticality': " + criticality + "}")
                .then()
                .statusCode(201);
        put("third-parties/" + prefix + key, "{'name': 'T', 'kind': 'VENDOR', 'notice': 'COMPROMISED'}")
                .then()
                .statusCode(201);
        put(
                        "connection-points/" + prefix + key,
                        "{'name': 'C', 'thirdParty': '" + prefix + key + "', 'zone': '" + prefix + key
                                + "', 'transport': 'IP_VPN', 'access': 'JUST_IN_TIME', 'privileged': false,"
                                + " 'authentication': 'MUTUAL_CERTIFICATE', 'egress': 'DENY_BY_DEFAULT'}")
                .then()
                .statusCode(201);
    }

    private JsonNode page(String more, int limit) {
        return read("risk-scores?q=" + prefix + "&limit=" + limit + more);
    }

    /** Page by page, each of one row. */
    private List<String> keys(String sort) {
        var keys = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = page("&sort=" + sort + token, 1);
            page.get("items").forEach(row -> keys.add(row.get("key").asText().substring(prefix.length())));
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());
        return keys;
    }
}
