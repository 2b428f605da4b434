package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service does when its heap is full, and that heavy work is not taken for it. */
class HeapIT {
    private static final int EXHAUSTED = 12;
    private static final int POINTS = Integer.getInteger("points", 40_000);

    @TempDir
    Path directory;

    /** A Java machine that finds nothing at all says so by itself; this one always finds a little. */
    @Test
    void endsWithinHalfAMinuteWhereItOnlyCollectsGarbage() throws Exception {
        var java = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dservice.jar=" + ServiceProcess.JAR,
                "-cp",
                tests() + File.pathSeparator + ServiceProcess.JAR,
                Hoarder.class.getName());
        try (var service = ServiceProcess.start(directory, onFile(), java)) {
            Files.createFile(directory.resolve(Hoarder.TOLD));

            assertThat(service.awaitEnd(Duration.ofSeconds(30))).isEqualTo(EXHAUSTED);
        }
        assertThat(Files.readString(directory.resolve("service.log"))
                        .lines()
                        .filter(line -> line.contains("collecting garbage takes all the time")))
                .hasSize(1);
    }

    private static String tests() throws Exception {
        return Path.of(HeapIT.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    @Test
    void carriesALargeImportAndARestartWithTheDocumentedHeap() throws Exception {
        var java = Stream.concat(documented(), Stream.of("-jar", ServiceProcess.JAR))
                .toList();
        try (var service = ServiceProcess.start(directory, onFile(), java)) {
            String job = send(service, lines(POINTS)).statusCode(202).extract().path("id");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> service.api().get("/imports/" + job).then().body("state", equalTo("SUCCEEDED")));
            awaitAssessed(service);
            assertThat(service.isAlive()).isTrue();
        }
        try (var service = ServiceProcess.start(directory, onFile(), java)) {
            awaitAssessed(service);
        }
    }

    private static void awaitAssessed(ServiceProcess service) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> service.api()
                        .get("/connection-points/c" + (POINTS - 1) + "/risk")
                        .then()
                        .statusCode(200));
    }

    @Test
    void refusesAnImportAndAStartThatWouldNotFitAndSaysHowMuchWould() throws Exception {
        int points = 8_000;
        try (var service = ServiceProcess.onFile(directory)) {
            String job = send(service, lines(points)).statusCode(202).extract().path("id");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .untilAsserted(
                            () -> service.api().get("/imports/" + job).then().body("state", equalTo("SUCCEEDED")));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .untilAsserted(() -> service.api()
                            .queryParam("limit", 1)
                            .get("/findings")
                            .then()
                            .body("total.count", org.hamcrest.Matchers.greaterThan(points)));
        }
        var small = List.of("-Xmx112m", "-jar", ServiceProcess.JAR);

        var refusal = ServiceProcess.refusal(directory, onFile(), small);

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.said())
                .containsPattern("Not started: \\d+ objects, .* need a heap of about \\d+ MB")
                .doesNotContain("\tat ", "Listening");
    }

    @Test
    void refusesAnImportThatWouldNotFit() throws Exception {
        var small = List.of("-Xmx112m", "-jar", ServiceProcess.JAR);
        try (var service = ServiceProcess.start(directory, onFile(), small)) {
            // What is not more than five thousand lines is answered at once.
            send(service, lines(4_000))
                    .statusCode(507)
                    .body("type", equalTo("urn:sekisho:problem:over-capacity"))
                    .body("detail", containsString("start with -Xmx"));
            service.api().get("/zones?limit=1").then().body("total.count", equalTo(0));
        }
    }

    private Map<String, String> onFile() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + directory.resolve("data"));
    }

    /** As {@code deploy/java.options} has it, but for the archive of classes. */
    private static Stream<String> documented() throws Exception {
        Path options = Path.of(ServiceProcess.JAR)
                .resolve("../../../deploy/java.options")
                .normalize();
        return Files.readAllLines(options).stream()
                .filter(line -> line.startsWith("-") && !line.contains("SharedArchiveFile"));
    }

    private static ValidatableResponse send(ServiceProcess service, String lines) {
        return service.api()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/imports")
                .then();
    }

    /** So many connection points of which nothing good is stated, ten to a zone and a third party. */
    private static String lines(int points) {
        var lines = new ArrayList<String>();
        lines.add("{\"collection\":\"organizations\",\"key\":\"o\",\"name\":\"o\"}");
        int groups = Math.max(1, points / 10);
        for (int i = 0; i < groups; i++) {
            lines.add("{\"collection\":\"zones\",\"key\":\"z%d\",\"name\":\"z\",\"organization\":\"o\"}".formatted(i));
            lines.add(
                    "{\"collection\":\"third-parties\",\"key\":\"t%d\",\"name\":\"t\",\"kind\":\"MSP\"}".formatted(i));
        }
        return Stream.concat(
                        lines.stream(),
                        IntStream.range(0, points)
                                .mapToObj(i ->
                                        ("{\"collection\":\"connection-points\",\"key\":\"c%d\",\"thirdParty\":\"t%d\","
                                                        + "\"zone\":\"z%d\",\"access\":\"ALWAYS_ON\"}")
                                                .formatted(i, i % groups, i % groups)))
                .collect(Collectors.joining("\n"));
    }
}
