package dev.sekisho.question;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.demo.Demo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody told of the demonstration estate, and what is made of it. */
abstract class QuestionCases {
    @BeforeEach
    void haveTheDemoEstate() {
        Demo.load();
    }

    private static List<JsonNode> all(String filter, int limit) {
        var all = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page = read("questions?limit=" + limit + filter + token);
            page.get("items").forEach(all::add);
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());
        return all;
    }

    private static BigDecimal couldLower(JsonNode question) {
        return question.get("couldLower").decimalValue();
    }

    @Test
    void asksFirstWhatCouldLowerMost() {
        List<JsonNode> questions = all("", 1000);

        assertThat(questions)
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> couldLower(other).compareTo(couldLower(one)));
        assertThat(all("", 3)).isEqualTo(questions);
        assertThat(questions).allSatisfy(question -> {
            assertThat(couldLower(question))
                    .isPositive()
                    .isLessThanOrEqualTo(question.get("score").decimalValue());
            assertThat(question.get("question").asText())
                    .contains(question.get("name").asText());
        });
    }

    @Test
    void asksWhoMayKnow() {
        assertThat(all("&thirdParty=msp-1&subject=CONNECTION_POINT", 100))
                .isNotEmpty()
                .allSatisfy(question -> {
                    assertThat(question.get("key").asText()).isEqualTo("msp-unix");
                    assertThat(question.get("owner").asText()).isEqualTo("情報システム部");
                    assertThat(question.get("organization").asText()).isEqualTo("mirai-power");
                })
                .anySatisfy(
                        question -> assertThat(question.get("fact").asText()).isEqualTo("authentication"));
        assertThat(all("&organization=mirai-sister", 100))
                .allSatisfy(
                        question -> assertThat(question.get("zone").asText()).isEqualTo("sister-office"));
        get("questions?thirdParty=nobody").then().statusCode(422);
        get("questions?fact=authentication").then().statusCode(400);
    }

    @Test
    void makesACampaignOfTheFirst() {
        String key = Api.unique();
        String body = "{'key': '" + key + "c', 'dueOn': '2099-09-30', 'first': 3}";
        post("questions/campaign?thirdParty=msp-1", body)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/inspection-campaigns/" + key + "c"))
                .body("links.size()", equalTo(1))
                .body("links[0].connectionPoint", equalTo("msp-unix"));
        assertThat(read("inspection-campaigns/" + key + "c")
                        .at("/progress/total")
                        .asInt())
                .isEqualTo(1);
        post("questions/campaign?thirdParty=msp-1", body).then().statusCode(409);
        post("questions/campaign?subject=THIRD_PARTY", "{'dueOn': '2099-09-30', 'first': 3}")
                .then()
                .statusCode(422);
        post("questions/campaign", "{'dueOn': '2099-09-30', 'first': 0}").then().statusCode(400);
    }

    /** What is announced is what comes true when the fact is registered. */
    @Test
    void announcesWhatAnAnswerMakesOfAScore() {
        String key = Api.unique();
        put("organizations/" + key + "o", "{'name': 'O'}").then().statusCode(201);
        put("zones/" + key + "z", "{'name': 'Z', 'organization': '" + key + "o', 'criticality': 50}")
                .then()
                .statusCode(201);
        put("third-parties/" + key + "t", "{'name': 'T', 'kind': 'VENDOR', 'assessedOn': '" + Demo.today() + "'}")
                .then()
                .statusCode(201);
        String point = "connection-points/" + key + "p";
        String stated = "{'name': 'P', 'thirdParty': '" + key + "t', 'zone': '" + key
                + "z', 'access': 'ALWAYS_ON', 'authentication': 'MUTUAL_CERTIFICATE', 'transport': 'IP_VPN',"
                + " 'firewall': {'state': 'NONE'}";
        put(point, stated + "}").then().statusCode(201);
        await().atMost(Duration.ofSeconds(30)).until(() -> get(point + "/risk").statusCode() == 200);

        JsonNode answer = read(point + "/risk").get("answer");

        assertThat(answer.get("what").asText()).isEqualTo("privileged");
        put(point, stated + ", 'privileged': false}").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(read(point + "/risk").get("score")).isEqualTo(answer.get("score")));
    }

    @Test
    void tellsTheWorstTargetItsPathAndWhatToDo() {
        JsonNode risk = read("connection-points/msp-unix/risk");

        assertThat(risk.at("/worst/target/zone").asText()).isEqualTo("power-office");
        assertThat(risk.at("/worst/breaks").asInt()).isEqualTo(1);
        assertThat(risk.get("path").findValuesAsText("viaKey")).containsExactly("msp-unix", "unix-office");
        assertThat(risk.get("breaks")).hasSize(1);
        assertThat(risk.get("contributions").findValuesAsText("detail"))
                .contains("nothing filters MSP運用回線", risk.at("/breaks/0/detail").asText());
        assertThat(risk.get("next")).isNotEmpty();
        assertThat(risk.at("/remedy/lowers").decimalValue()).isPositive();
        assertThat(read("zone-links/unix-office/risk").get("path").findValuesAsText("viaKey"))
                .contains("unix-office");
    }
}
