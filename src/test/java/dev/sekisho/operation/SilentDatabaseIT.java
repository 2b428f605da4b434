package dev.sekisho.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that hangs, or whose answer gets lost at the worst moment. */
class SilentDatabaseIT {
    private static final String UNKNOWN = "urn:sekisho:problem:outcome-unknown";

    @TempDir
    Path directory;

    @Test
    void answers503InTimeWhileTheServerHangsAndIsWellWhenItGoesOn() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var service = ServiceProcess.start(directory, database.settings())) {
            assertThat(put(service, "before").statusCode()).isEqualTo(201);
            database.pause();
            try {
                assertThat(together(service, 60))
                        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503))
                        .allSatisfy(answer -> assertThat(answer.retryAfter()).isNotNull())
                        .allSatisfy(answer -> assertThat(answer.took()).isLessThan(Duration.ofSeconds(14)));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(15))
                        .untilAsserted(() ->
                                assertThat(timed(() -> service.health("ready"))).isEqualTo(503));
                assertThat(service.health("live")).isEqualTo(200);
                // Long enough for the lease to run out, and for a pool to fill up with what never ends.
                assertThat(together(service, 60))
                        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503))
                        .allSatisfy(answer -> assertThat(answer.took()).isLessThan(Duration.ofSeconds(5)));
                Thread.sleep(15_000);
                assertThat(service.health("live")).isEqualTo(200);
            } finally {
                database.goOn();
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.health("ready")).isEqualTo(200));
            assertThat(put(service, "after").statusCode()).isEqualTo(201);
            assertThat(together(service, 60))
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201));
        }
    }

    private interface Check {
        int made();
    }

    /** A health check that does not answer quickly is as good as none. */
    private static int timed(Check check) {
        long began = System.nanoTime();
        int status = check.made();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        return status;
    }

    private record Answer(int status, String retryAfter, Duration took) {}

    /** Reads and writes of many callers at once. */
    private static List<Answer> together(ServiceProcess service, int callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            var answers = new ArrayList<Future<Answer>>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                answers.add(threads.submit(() -> answer(service, caller)));
            }
            var said = new ArrayList<Answer>();
            for (Future<Answer> answer : answers) {
                said.add(answer.get());
            }
            return said;
        } finally {
            threads.shutdown();
        }
    }

    private static Answer answer(ServiceProcess service, int caller) {
        long began = System.nanoTime();
        Response response = caller % 2 == 0
                ? put(service, "caller-" + caller)
                : service.api().queryParam("limit", 10 + caller).get("/organizations");
        return new Answer(
                response.statusCode(), response.header("Retry-After"), Duration.ofNanos(System.nanoTime() - began));
    }

    @Test
    void saysThatItDoesNotKnowWhenTheAnswerToACommitIsLostAndTellsTheTruthWhenAskedAgain() throws Exception {
        for (boolean arrives : List.of(true, false)) {
            try (var database = new PostgresProcess(directory.resolve("pg-" + arrives));
                    var wire = new Wire(database.port());
                    var service = ServiceProcess.start(directory, PostgresProcess.throughWire(wire.port()))) {
                String before = etag(service);
                wire.loseCommitOf("doubtful", arrives);

                Response lost = post(service, "doubtful", "one");

                assertThat(lost.statusCode()).isEqualTo(503);
                assertThat(lost.jsonPath().getString("type")).isEqualTo(UNKNOWN);
                assertThat(lost.header("Retry-After")).isNotNull();
                Response again = settled(service, () -> post(service, "doubtful", "one"));
                assertThat(again.statusCode()).isEqualTo(201);
                assertThat(service.api().get("/organizations").jsonPath().getList("items.key"))
                        .containsOnlyOnce("doubtful");
                // What is held in memory knows of it too: no poll is told that nothing changed, and it has a score.
                assertThat(service.api()
                                .header("If-None-Match", before)
                                .get("/organizations")
                                .statusCode())
                        .isEqualTo(200);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> service.api()
                                .queryParam("subject", "ORGANIZATION")
                                .queryParam("key", "doubtful")
                                .get("/risk-scores")
                                .then()
                                .body("total.count", equalTo(1)));
            }
        }
    }

    private static String etag(ServiceProcess service) {
        return service.api().get("/organizations").header("ETag");
    }

    @Test
    void aKeyIsRevokedThoughTheAnswerToItsRevocationWasLost() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var wire = new Wire(database.port());
                var service = ServiceProcess.start(directory, PostgresProcess.throughWire(wire.port()))) {
            Response issued =
                    service.api().body("{\"name\":\"k\",\"role\":\"EDITOR\"}").post("/api-keys");
            String secret = issued.path("secret");
            wire.loseCommitOf(issued.path("id"), true);

            Response lost = service.api().delete("/api-keys/" + issued.path("id"));

            assertThat(lost.statusCode()).isEqualTo(503);
            assertThat(lost.jsonPath().getString("type")).isEqualTo(UNKNOWN);
            Response refused = settled(
                    service,
                    () -> given().header("Authorization", "Bearer " + secret)
                            .get(service.address() + "/api/v1/organizations"));
            assertThat(refused.statusCode()).isEqualTo(401);
        }
    }

    private interface Call {
        Response made();
    }

    /** The answer once it is no longer "try again". */
    private static Response settled(ServiceProcess service, Call call) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(call::made, answer -> answer.statusCode() != 503);
    }

    private static Response post(ServiceProcess service, String key, String idempotencyKey) {
        RequestSpecification request = service.api().header("Idempotency-Key", idempotencyKey);
        return request.body("{\"key\":\"" + key + "\",\"name\":\"o\"}").post("/organizations");
    }

    private static Response put(ServiceProcess service, String key) {
        return service.api().body("{\"name\":\"o\"}").put("/organizations/" + key);
    }
}
