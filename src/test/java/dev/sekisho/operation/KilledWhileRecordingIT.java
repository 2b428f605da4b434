package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed between two commits of one record leaves nothing half. */
class KilledWhileRecordingIT {
    private static final int POINTS = 8_000;
    private static final String COUNTING =
            " where from_revision <= (select revision from publication) and to_revision >"
                    + " (select revision from publication)";

    @TempDir
    Path directory;

    @Test
    void startsAgainFromAWholeState() throws Exception {
        try (var database = new PostgresProcess(directory.resolve("pg"))) {
            try (var service = ServiceProcess.start(directory, database.settings())) {
                service.api()
                        .contentType("application/x-ndjson")
                        .body(lines().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post("/imports")
                        .then()
                        .statusCode(202);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> number(database, "select count(*) from finding") > 0);
                assertThat(number(database, "select count(*) from finding" + COUNTING))
                        .isZero();
                service.kill();
            }
            assertThat(number(database, "select count(*) from finding")).isPositive();
            assertThat(number(database, "select count(*) from finding" + COUNTING))
                    .isZero();
            assertThat(number(database, "select count(*) from publication where unfinished"))
                    .isEqualTo(1);

            try (var service = ServiceProcess.start(directory, database.settings())) {
                int findings = service.api().get("/assessment").then().extract().path("findings");
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> number(database, "select count(*) from publication where unfinished") == 0);
                assertThat(number(database, "select count(*) from finding" + COUNTING))
                        .isEqualTo(findings)
                        .isGreaterThan(POINTS);
                assertThat(number(database, "select count(*) from finding")).isEqualTo(findings);
                assertThat(number(database, "select count(distinct id) from finding"))
                        .isEqualTo(findings);
            }
        }
    }

    private static int number(PostgresProcess database, String sql) throws SQLException {
        try (Connection connection = database.server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String lines() {
        return IntStream.range(0, POINTS)
                .mapToObj(
                        "{\"collection\":\"connection-points\",\"key\":\"c%d\",\"thirdParty\":\"t\",\"zone\":\"z\"}"
                                ::formatted)
                .collect(Collectors.joining("\n", """
                        {"collection":"organizations","key":"o","name":"o"}
                        {"collection":"zones","key":"z","name":"z","organization":"o"}
                        {"collection":"third-parties","key":"t","name":"t","kind":"MSP"}
                        """, ""));
    }
}
