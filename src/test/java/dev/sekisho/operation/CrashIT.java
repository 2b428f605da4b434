package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    /** More than an import takes at once, so that it becomes a job. */
    private static final int LINES = 8_000;

    /** How often the service is killed in the middle of an import; more with -Drounds=50. */
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    @TempDir
    Path directory;

    @Test
    void keepsItsDataThroughARestart() throws Exception {
        try (var service = ServiceProcess.onFile(directory)) {
            service.api()
                    .body("{\"name\":\"三菱\"}")
                    .put("/organizations/kept")
                    .then()
                    .statusCode(201);
            assertThat(service.stop(Duration.ofSeconds(20))).isIn(0, 143);
        }
        try (var service = ServiceProcess.onFile(directory)) {
            String name = service.api().get("/organizations/kept").jsonPath().getString("name");
            assertThat(name).isEqualTo("三菱");
        }
    }

    @Test
    void leavesAnImportWhollyThereOrNotThereWhenKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String job;
            try (var service = ServiceProcess.onFile(directory)) {
                job = service.api()
                        .config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                        .contentType("application/x-ndjson")
                        .body(lines("round-" + round))
                        .post("/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
                Thread.sleep(ThreadLocalRandom.current().nextInt(2500));
                service.kill();
            }
            try (var service = ServiceProcess.onFile(directory)) {
                String state = service.api().get("/imports/" + job).jsonPath().getString("state");
                int there = service.api()
                        .queryParam("organization", "round-" + round)
                        .queryParam("limit", 1)
                        .get("/zones")
                        .jsonPath()
                        .getInt("total.count");
                assertThat(List.of(state, there)).isIn(List.of("SUCCEEDED", LINES - 1), List.of("FAILED", 0));
            }
        }
    }

    private static String lines(String organization) {
        String first = "{\"collection\":\"organizations\",\"key\":\"%s\",\"name\":\"%s\"}%n"
                .formatted(organization, organization);
        return first
                + IntStream.range(1, LINES)
                        .mapToObj(i ->
                                "{\"collection\":\"zones\",\"key\":\"%s-%d\",\"name\":\"z\",\"organization\":\"%s\"}"
                                        .formatted(organization, i, organization))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void losesNothingAcknowledgedWhenKilledOrToldToStopUnderLoad() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (var service = ServiceProcess.onFile(directory)) {
            Thread writer = writing(service, "stopped", acknowledged);
            Thread.sleep(1500);
            assertThat(service.stop(Duration.ofSeconds(20))).isIn(0, 143);
            writer.join();
        }
        try (var service = ServiceProcess.onFile(directory)) {
            Thread writer = writing(service, "killed", acknowledged);
            Thread.sleep(1500);
            service.kill();
            writer.join();
        }
        try (var service = ServiceProcess.onFile(directory)) {
            assertThat(acknowledged)
                    .isNotEmpty()
                    .allSatisfy(key ->
                            service.api().get("/organizations/" + key).then().statusCode(200));
            // What was committed just before the kill is assessed after the restart.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> service.api()
                            .queryParam("subject", "ORGANIZATION")
                            .queryParam("key", last(acknowledged))
                            .get("/risk-scores")
                            .then()
                            .body("total.count", org.hamcrest.Matchers.equalTo(1)));
        }
    }

    private static String last(Queue<String> keys) {
        return keys.stream().reduce((one, next) -> next).orElseThrow();
    }

    private static Thread writing(ServiceProcess service, String prefix, Queue<String> acknowledged) {
        var ended = new AtomicBoolean();
        var writer = new Thread(() -> {
            for (int i = 0; !ended.get(); i++) {
                String key = prefix + "-" + i;
                try {
                    int status = service.api()
                            .body("{\"name\":\"o\"}")
                            .put("/organizations/" + key)
                            .statusCode();
                    if (status == 201) {
                        acknowledged.add(key);
                    } else {
                        ended.set(true);
                    }
                } catch (Exception gone) {
                    ended.set(true);
                }
            }
        });
        writer.start();
        return writer;
    }
}
