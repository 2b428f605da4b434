package dev.sekisho.registry;

import static dev.sekisho.Api.delete;
import static dev.sekisho.Api.etag;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds when many write at once. */
abstract class RaceCases {
    /** How often a race is run again, and how long one is; more with -Drounds=200. */
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    private static List<Integer> times(int count, int status, int others, int other) {
        var expected = new ArrayList<>(Collections.nCopies(count, status));
        expected.addAll(Collections.nCopies(others, other));
        return expected.stream().sorted().toList();
    }

    @Test
    void letsOneOfFiftyWritersWithTheSameConditionWin() throws Exception {
        String address = "organizations/" + Api.unique();
        String etag = etag(put(address, "{'name': 'before'}"));

        List<Response> answers = together(
                50,
                i -> sending("{'name': 'writer " + i + "'}")
                        .header("If-Match", etag)
                        .put("/api/v1/" + address));

        assertThat(statuses(answers)).isEqualTo(times(1, 200, 49, 412));
        Response winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(get(address).asString()).isEqualTo(winner.asString());
    }

    @Test
    void losesNoUpdateOfReadersThatWriteBack() throws Exception {
        String address = "zones/" + Api.unique();
        String organization = Api.unique();
        put("organizations/" + organization, "{'name': 'o'}").then().statusCode(201);
        put(address, "{'name': '0', 'organization': '" + organization + "'}")
                .then()
                .statusCode(201);

        List<Response> answers = together(10, i -> {
            Response last = null;
            for (int done = 0; done < ROUNDS; ) {
                Response seen = get(address);
                int next = Integer.parseInt(seen.path("name")) + 1;
                last = sending("{'name': '" + next + "', 'organization': '" + organization + "'}")
                        .header("If-Match", etag(seen))
                        .put("/api/v1/" + address);
                done += last.statusCode() == 200 ? 1 : 0;
                assertThat(last.statusCode()).isIn(200, 412);
            }
            return last;
        });

        assertThat(answers).hasSize(10);
        assertThat(read(address).get("name").asText()).isEqualTo(String.valueOf(10 * ROUNDS));
    }

    @Test
    void takesUnconditionalWritesOneAfterTheOther() throws Exception {
        String address = "organizations/" + Api.unique();

        List<Response> answers = together(30, i -> put(address, "{'name': 'writer " + i + "'}"));

        assertThat(statuses(answers)).allMatch(status -> status == 200 || status == 201 || status == 409);
        assertThat(statuses(answers)).containsOnlyOnce(201);
    }

    @Test
    void createsAKeyOnceOutOfAHundredTries() throws Exception {
        String key = Api.unique() + "twin";

        List<Response> answers = together(
                100,
                i -> post("organizations", "{'key': '" + (i % 2 == 0 ? key : key.toUpperCase()) + "', 'name': 'n'}"));

        assertThat(statuses(answers)).isEqualTo(times(1, 201, 99, 409));
    }

    @Test
    void doesARepeatedPostOnceOutOfTwentyAtOnce() throws Exception {
        String parent = Api.unique();
        put("organizations/" + parent, "{'name': 'parent'}").then().statusCode(201);

        List<Response> answers = together(
                20,
                i -> sending("{'name': 'once', 'parent': '" + parent + "'}")
                        .header("Idempotency-Key", parent)
                        .post("/api/v1/organizations"));

        assertThat(statuses(answers)).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(read("organizations?parent=" + parent).get("items")).hasSize(1);
    }

    @Test
    void neverLeavesAnOrphan() throws Exception {
        for (int round = 0; round < ROUNDS * 2; round++) {
            raceADeleteAgainstItsReferrers();
        }
    }

    private static void raceADeleteAgainstItsReferrers() throws Exception {
        Sample sample = Sample.stored();
        String vendor = "third-parties/" + sample.key("gone");
        put(vendor, "{'name': 'gone', 'kind': 'VENDOR'}").then().statusCode(201);
        String point = "{'thirdParty': '" + sample.key("gone") + "', 'zone': '" + sample.key("zones") + "'}";

        List<Response> answers = together(8, i -> switch (i % 4) {
            case 0 -> delete(vendor);
            case 1 -> put("connection-points/" + sample.key("p" + i), point);
            case 2 ->
                Api.importing(("{'collection':'software-products','key':'" + sample.key("s" + i)
                                + "','name':'s','supplier':'" + sample.key("gone") + "'}")
                        .replace('\'', '"'));
            default -> get("risk-scores?limit=10");
        });

        assertThat(statuses(answers)).allMatch(status -> status < 500);
        boolean gone = get(vendor).statusCode() == 404;
        for (String referrer : List.of(
                "connection-points/" + sample.key("p1"),
                "connection-points/" + sample.key("p5"),
                "software-products/" + sample.key("s2"),
                "software-products/" + sample.key("s6"))) {
            assertThat(gone && get(referrer).statusCode() == 200)
                    .as(referrer + " is an orphan")
                    .isFalse();
        }
    }

    @Test
    void refusesACircleThatTwoWritersCloseTogether() throws Exception {
        String prefix = Api.unique();
        put("organizations/" + prefix + "a", "{'name': 'a'}").then().statusCode(201);
        put("organizations/" + prefix + "b", "{'name': 'b'}").then().statusCode(201);

        List<Response> answers = together(
                2,
                i -> put(
                        "organizations/" + prefix + (i == 0 ? "a" : "b"),
                        "{'name': 'n', 'parent': '" + prefix + (i == 0 ? "b" : "a") + "'}"));

        assertThat(statuses(answers)).isSubsetOf(200, 409, 422);
        boolean closed = read("organizations/" + prefix + "a").has("parent")
                && read("organizations/" + prefix + "b").has("parent");
        assertThat(closed).as("a circle of two").isFalse();
    }

    @Test
    void showsEveryPollerOneStateAtATime() throws Exception {
        Sample sample = Sample.stored();
        String address = sample.address("connection-points");
        String patch = "{'authentication': '%s'}";
        Map<String, String> quiet = new HashMap<>();
        for (String state : List.of("NONE", "PHISHING_RESISTANT_MFA")) {
            patch(address, patch.formatted(state)).then().statusCode(200);
            Response seen = get(address + "/risk");
            quiet.put(seen.asString().replaceAll("\"asOf\":\"[^\"]+\"", ""), state);
        }
        assertThat(quiet).hasSize(2);

        List<Map<String, String>> polled = together(50, i -> {
            var seen = new HashMap<String, String>();
            Response last = null;
            for (int turn = 0; turn < ROUNDS; turn++) {
                if (i == 0) {
                    String state = turn % 2 == 0 ? "NONE" : "PHISHING_RESISTANT_MFA";
                    patch(address, patch.formatted(state)).then().statusCode(200);
                }
                last = get(address + "/risk");
                last.then().statusCode(200);
                seen.put(etag(last), last.asString());
            }
            return seen;
        });

        Map<String, String> bodies = new HashMap<>();
        polled.forEach(seen -> seen.forEach((etag, body) -> assertThat(bodies.merge(etag, body, (one, next) -> next))
                .as("one tag, one body")
                .isEqualTo(body)));
        assertThat(bodies.values()).doesNotHaveDuplicates();
        assertThat(bodies.values().stream().map(body -> body.replaceAll("\"asOf\":\"[^\"]+\"", "")))
                .isSubsetOf(quiet.keySet());
    }
}
