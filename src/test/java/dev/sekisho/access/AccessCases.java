package dev.sekisho.access;

import static dev.sekisho.Api.caller;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.tree;
import static dev.sekisho.Together.together;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.database.BesideTheService;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what. */
abstract class AccessCases {
    /** How often a race is run again; more with -Drounds=200. */
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private static final String FIRST = Api.ADMIN_KEY.split("_")[1];
    private static final List<String> COLLECTIONS = List.of(
            "organizations",
            "zones",
            "assets",
            "third-parties",
            "connection-points",
            "data-holdings",
            "zone-links",
            "software-products",
            "installations",
            "advisories",
            "analyst-verdicts");
    private static final Map<String, List<String>> STANDS_FOR = Map.of(
            "{collection}", COLLECTIONS,
            "{scored}", List.of("organizations", "zones", "third-parties", "connection-points", "zone-links"),
            "{link}", List.of("connection-points", "zone-links"));

    @Inject
    KeyRing ring;

    /** Operation, as METHOD address, to the least role that may call it. */
    private static Map<String, Role> operations() {
        var operations = new TreeMap<String, Role>();
        lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .forEach(words -> {
                    String placeholder = STANDS_FOR.keySet().stream()
                            .filter(words[1]::contains)
                            .findFirst()
                            .orElse("");
                    for (String name : STANDS_FOR.getOrDefault(placeholder, List.of(""))) {
                        operations.put(words[0] + " " + words[1].replace(placeholder, name), Role.valueOf(words[2]));
                    }
                });
        return operations;
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(AccessCases.class.getResourceAsStream("/access/operations.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, JsonNode> contract() {
        var operations = new TreeMap<String, JsonNode>();
        tree(caller().get("/q/openapi?format=json"))
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> operations.put(
                                operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue())));
        return operations;
    }

    private static String issue(Role role) {
        return tree(post("api-keys", "{'name': 'test', 'role': '" + role + "'}"))
                .get("secret")
                .asText();
    }

    /** Sends an operation to an object that is not there, with a body of the right type that says nothing. */
    private static Response call(RequestSpecification request, String operation, JsonNode described) {
        String[] words = operation.split(" ");
        var types = described.at("/requestBody/content").fieldNames();
        if (types.hasNext()) {
            request.header("Content-Type", types.next()).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(words[0], words[1].replaceAll("\\{[a-z]+}", "nothing-there"));
    }

    /** Comes from another address, so that a wrong key slows down nobody else. */
    private static RequestSpecification from(String address, String authorization) {
        try {
            return given().config(RestAssured.config()
                            .httpClient(HttpClientConfig.httpClientConfig()
                                    .setParam("http.route.local-address", InetAddress.getByName(address))))
                    .header("Authorization", authorization);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void coversEveryOperation() {
        assertThat(operations().keySet()).isEqualTo(contract().keySet());
    }

    @Test
    void saysInTheContractWhoMayCall() {
        var stated = new TreeMap<String, Role>();

        contract()
                .forEach((operation, described) -> stated.put(
                        operation,
                        Stream.of(Role.values())
                                .filter(role -> described
                                        .get("description")
                                        .asText()
                                        .contains("Needs a key of the role " + role))
                                .findFirst()
                                .orElseThrow()));

        assertThat(stated).isEqualTo(operations());
    }

    @Test
    void letsNobodyInWithoutAKey() {
        contract().forEach((operation, described) -> {
            Response answer = call(Api.stranger(), operation, described);

            assertThat(answer.statusCode()).as(operation).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEachRoleDoWhatItMay(Role role) {
        String key = issue(role);
        Map<String, Role> least = operations();

        contract().forEach((operation, described) -> {
            int status = call(caller(key), operation, described).statusCode();

            if (least.get(operation).ordinal() > role.ordinal()) {
                assertThat(status).as(role + " " + operation).isEqualTo(403);
            } else {
                assertThat(status).as(role + " " + operation).isNotIn(401, 403).isLessThan(500);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/health", "/q/health/live", "/q/health/ready"})
    void opensOnlyThePagesThatAreMeantTo(String path) {
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/health/nothing",
                "/nothing",
                "/api/v1",
                "/.git/config",
                "/q/dev-ui"
            })
    void closesEverythingElse(String path) {
        given().get(path).then().statusCode(401).contentType(Api.PROBLEM);
    }

    @Test
    void showsASecretOnceAndKeepsOnlyItsHash() throws SQLException {
        JsonNode issued = tree(post("api-keys", "{'name': 'soar', 'role': 'VIEWER'}"));
        String secret = issued.get("secret").asText();
        String id = issued.get("id").asText();

        String listed = get("api-keys").asString();

        assertThat(secret).matches("sek_[a-z0-9]{12}_[A-Za-z0-9_-]{43}").contains(id);
        assertThat(listed).contains(id).doesNotContain(secret, secret.substring(17));
        assertThat(storedOf(id)).doesNotContain(secret.substring(17)).matches("[0-9a-f]{64}");
    }

    private String storedOf(String id) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                var query = connection.prepareStatement("select hash from api_key where id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    @Test
    void endsAKeyAtOnceWhenItIsRevoked() {
        String secret = issue(Role.EDITOR);
        String id = secret.split("_")[1];
        from("127.0.0.2", "Bearer " + secret)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(200);

        caller().delete("/api/v1/api-keys/" + id).then().statusCode(204);

        from("127.0.0.2", "Bearer " + secret)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(401);
        assertThat(tree(get("api-keys")).findValuesAsText("id")).contains(id);
        caller().delete("/api/v1/api-keys/nothing-there").then().statusCode(404);
    }

    @Test
    void startsWithARevokedKeyStillSetAndLeavesItRevoked() {
        String secret = issue(Role.ADMIN);
        caller().delete("/api/v1/api-keys/" + secret.split("_")[1]).then().statusCode(204);

        ring.adopt(secret, "first administrator", Role.ADMIN);

        from("127.0.0.5", "Bearer " + secret)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(401);
    }

    @Test
    void endsAKeyWhenItExpires() {
        Instant soon = Instant.now().plusSeconds(3);
        String secret = tree(post("api-keys", "{'name': 'short', 'role': 'VIEWER', 'expiresAt': '" + soon + "'}"))
                .get("secret")
                .asText();
        from("127.0.0.3", "Bearer " + secret)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ofSeconds(3))
                .until(() -> !Instant.now().isBefore(soon));

        from("127.0.0.3", "Bearer " + secret)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name': 'n'}",
                "{'role': 'VIEWER'}",
                "{'name': '', 'role': 'VIEWER'}",
                "{'name': 'n', 'role': 'ROOT'}",
                "{'name': 'n', 'role': 'VIEWER', 'expiresAt': '2020-01-01T00:00:00Z'}",
                "{'name': 'n', 'role': 'VIEWER', 'expiresAt': '2099-01-01'}",
                "{'name': 'n', 'role': 'VIEWER', 'expiresAt': '+1000000000-01-01T00:00:00Z'}",
                "{'name': 'n', 'role': 'VIEWER', 'expiresAt': 4102444800}",
                "{'name': 'n', 'role': 'VIEWER', 'secret': 'mine'}",
                "{'name': 'n', 'role': 2}",
                "[]",
                ""
            })
    void refusesKeysThatCannotBe(String body) {
        post("api-keys", body).then().statusCode(400).contentType(Api.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ",
                "Bearer x",
                "Bearer sek_abcdefghijkl_",
                "Bearer sek_abcdefghijkl_0123456789012345678901234567890123456789013",
                "Bearer sek_zzzzzzzzzzzz_0123456789012345678901234567890123456789012",
                "Token " + Api.ADMIN_KEY,
                "Basic YTpi",
                Api.ADMIN_KEY
            })
    void letsNobodyInWithAWrongKey(String authorization) {
        String address = "127.0.1." + (1 + Math.floorMod(authorization.hashCode(), 200));

        from(address, authorization)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(401)
                .contentType(Api.PROBLEM);
    }

    @Test
    void slowsDownAndThenRefusesWhoeverGuesses() {
        var statuses = new ArrayList<Integer>();
        long began = System.nanoTime();
        for (int i = 0; i < 12; i++) {
            statuses.add(
                    from("127.0.0.9", "Bearer guess" + i).get("/api/v1/zones").statusCode());
        }
        long took = System.nanoTime() - began;
        assertThat(statuses).containsOnly(401);
        assertThat(Duration.ofNanos(took)).isGreaterThan(Duration.ofSeconds(5));

        List<Response> more = IntStream.range(0, 25)
                .parallel()
                .mapToObj(i -> from("127.0.0.9", "Bearer guess" + i).get("/api/v1/zones"))
                .toList();

        assertThat(more).anySatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isNotBlank();
        });
        from("127.0.0.9", "Bearer " + Api.ADMIN_KEY)
                .get("/api/v1/zones?limit=1")
                .then()
                .statusCode(200);
        from("127.0.0.10", "Bearer guess").get("/api/v1/zones").then().statusCode(401);
    }

    @Test
    void takesBasicForReadingAndForChangesThatAPageOfOursAsksFor() {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString(("any:" + Api.ADMIN_KEY).getBytes(StandardCharsets.US_ASCII));

        from("127.0.0.4", basic).get("/q/metrics").then().statusCode(200);
        from("127.0.0.4", basic).get("/api/v1/zones").then().statusCode(200);

        from("127.0.0.4", basic).post("/q/metrics").then().statusCode(403);
        from("127.0.0.4", basic).delete("/api/v1/zones/nothing").then().statusCode(403);
        from("127.0.0.4", basic + "x").delete("/api/v1/zones/nothing").then().statusCode(401);
        asking("cross-site", basic).delete("/api/v1/zones/nothing").then().statusCode(403);
        asking("same-site", basic).delete("/api/v1/zones/nothing").then().statusCode(403);
        asking("same-origin", basic).delete("/api/v1/zones/nothing").then().statusCode(404);
    }

    private static RequestSpecification asking(String site, String authorization) {
        return from("127.0.0.4", authorization).header("Sec-Fetch-Site", site);
    }

    @Test
    void keepsTheLastAdministrator() {
        endAdministratorsBut(FIRST);

        caller().delete("/api/v1/api-keys/" + FIRST).then().statusCode(409);

        get("zones?limit=1").then().statusCode(200);
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoEndEachOtherAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS * 4; round++) {
            endAdministratorsBut(FIRST);
            String second = issue(Role.ADMIN);
            List<Integer> statuses;
            try {
                statuses = together(2, i -> i == 0 ? end(Api.ADMIN_KEY, idOf(second)) : end(second, FIRST));
            } finally {
                restoreTheFirst();
            }

            // Who was ended before the own request arrived is a stranger; who came second is the last.
            assertThat(statuses)
                    .containsOnlyOnce(204)
                    .allMatch(status -> List.of(204, 401, 409).contains(status));
        }
    }

    private static int end(String caller, String id) {
        return from("127.0.0.6", "Bearer " + caller)
                .delete("/api/v1/api-keys/" + id)
                .statusCode();
    }

    private static String idOf(String secret) {
        return secret.split("_")[1];
    }

    private static void endAdministratorsBut(String id) {
        for (JsonNode key : tree(get("api-keys"))) {
            boolean other = key.get("role").asText().equals("ADMIN")
                    && !key.get("id").asText().equals(id);
            if (other && !key.has("revokedAt")) {
                caller().delete("/api/v1/api-keys/" + key.get("id").asText())
                        .then()
                        .statusCode(204);
            }
        }
    }

    /** Every other test calls with this key. */
    private void restoreTheFirst() throws SQLException {
        try (Connection connection = BesideTheService.connection();
                var update = connection.prepareStatement("update api_key set revoked_at = null where id = ?")) {
            update.setString(1, FIRST);
            update.executeUpdate();
        }
        ring.load();
    }
}
