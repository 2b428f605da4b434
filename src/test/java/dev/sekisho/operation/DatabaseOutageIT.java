package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
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
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var service = ServiceProcess.start(directory, database.settings());
                var writers = new Writers(service)) {
            for (int round = 0; round < ROUNDS; round++) {
                int before = writers.acknowledged();
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> writers.acknowledged() > before + 20);
                database.kill();

                Response refused = put(service, "away-" + round);

                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.contentType()).startsWith("application/problem+json");
                assertThat(refused.header("Retry-After")).isNotNull();
                database.startAgain();
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

    private static Response put(ServiceProcess service, String key) {
        return service.api().body("{\"name\":\"o\"}").put("/organizations/" + key);
    }
}
