package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time works on a database, whatever happens to the other. */
class SecondProcessIT {
    private static final String SENTENCE =
            "Another Sekisho works on this database, and only one may at a time: stop that one first.";

    @TempDir
    Path directory;

    @Test
    void aSecondProcessOnAFileEndsAtOnce() throws Exception {
        try (var first = ServiceProcess.onFile(directory)) {
            long began = System.nanoTime();

            var refusal = ServiceProcess.refusal(
                    directory, Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + directory.resolve("data")));

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.said()).containsOnlyOnce(SENTENCE).doesNotContain("\tat ", "Listening");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            assertThat(put(first, "still-there").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aSecondProcessOnAServerWaitsUnreadyAndThenEnds() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var first = ServiceProcess.start(directory, database.settings());
                var second = ServiceProcess.begun(folder("second"), database.settings())) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> second.health("live") == 200);

            assertThat(second.health("ready")).isEqualTo(503);
            assertThat(second.api().get("/zones").statusCode()).isEqualTo(503);
            assertThat(second.awaitEnd(Duration.ofSeconds(60))).isEqualTo(1);
            assertThat(log("second")).containsOnlyOnce(SENTENCE).doesNotContain("\tat ");
            assertThat(put(first, "still-there").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aRestartAfterAKillSucceedsWhileTheLeaseLasts() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"))) {
            try (var killed = ServiceProcess.start(directory, database.settings())) {
                assertThat(put(killed, "kept").statusCode()).isEqualTo(201);
                killed.kill();
            }
            try (var next = ServiceProcess.start(directory, database.settings())) {
                assertThat(next.api().get("/organizations/kept").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aNewcomerGetsTheLeaseOfAProcessThatStops() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var first = ServiceProcess.start(directory, database.settings());
                var second = ServiceProcess.begun(folder("second"), database.settings())) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> second.health("live") == 200);

            assertThat(first.stop(Duration.ofSeconds(25))).isIn(0, 143);
            long stopped = System.nanoTime();
            second.awaitReady();

            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(12));
            assertThat(put(second, "taken-over").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aProcessThatStoodStillPastItsLeaseNeitherWritesNorAnswersAndEnds() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"));
                var first = ServiceProcess.start(directory, database.settings())) {
            put(first, "before");
            String etag = first.api().get("/organizations").header("ETag");
            first.pause();
            try (var second = ServiceProcess.start(folder("second"), database.settings())) {
                assertThat(put(second, "since").statusCode()).isEqualTo(201);

                first.goOn();

                while (first.health("live") != 0) {
                    assertThat(tried(() ->
                                    first.api().header("If-None-Match", etag).get("/organizations")))
                            .isIn(0, 503);
                    assertThat(tried(() -> put(first, "too-late"))).isIn(0, 503);
                }
                assertThat(first.awaitEnd(Duration.ofSeconds(30))).isEqualTo(1);
                assertThat(second.api().get("/organizations/too-late").statusCode())
                        .isEqualTo(404);
            }
            assertThat(Files.readString(directory.resolve("service.log"))).contains("Another process has taken over");
        }
    }

    @Test
    void aVersionThatIsOlderThanTheDatabaseDoesNotTouchIt() throws Exception {
        String address = "jdbc:h2:file:" + directory.resolve("data");
        try (var newer = ServiceProcess.onFile(directory)) {
            assertThat(put(newer, "kept").statusCode()).isEqualTo(201);
            newer.stop(Duration.ofSeconds(25));
        }
        try (var database = DriverManager.getConnection(
                        address + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "sekisho", "");
                var statement = database.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" select \"installed_rank\" + 1, '999',"
                    + " 'of the next version', \"type\", 'V999__of_the_next_version.sql', 0, \"installed_by\","
                    + " \"installed_on\", 0, true from \"flyway_schema_history\""
                    + " order by \"installed_rank\" desc limit 1");
        }

        var refusal = ServiceProcess.refusal(directory, Map.of("QUARKUS_DATASOURCE_JDBC_URL", address));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.said())
                .containsOnlyOnce(
                        "A newer version of Sekisho has worked on this database (schema 999, of the next version)")
                .doesNotContain("\tat ", "Listening");
    }

    private interface Call {
        Response made();
    }

    private static int tried(Call call) {
        try {
            return call.made().statusCode();
        } catch (Exception gone) {
            return 0;
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private String log(String folder) throws IOException {
        return Files.readString(directory.resolve(folder).resolve("service.log"));
    }

    private static Response put(ServiceProcess service, String key) {
        return service.api().body("{\"name\":\"o\"}").put("/organizations/" + key);
    }
}
