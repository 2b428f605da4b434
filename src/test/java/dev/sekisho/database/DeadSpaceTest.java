package dev.sekisho.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadSpaceTest {
    private static final long MEGABYTE = 1L << 20;

    @TempDir
    Path directory;

    private String address;

    @BeforeEach
    void mostlyDead() throws SQLException {
        address = "jdbc:h2:file:" + directory.resolve("data");
        try (Connection connection = open()) {
            execute(
                    connection,
                    "create table much as select \"X\" as x, random_uuid() || repeat('x', 500) as filler"
                            + " from system_range(1, 200000)");
            execute(connection, "delete from much where x > 100");
        }
    }

    @Test
    void copiesWhatLivesIntoANewFile() throws Exception {
        long before = size();
        assertThat(before).isGreaterThan(64 * MEGABYTE);
        Connection beside = open();

        assertThat(deadSpace().giveBack(open(), Duration.ofMinutes(2))).isTrue();

        beside.close();
        assertThat(size()).isLessThan(MEGABYTE);
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void leavesAFileAloneThatHoldsLittleElse() throws Exception {
        deadSpace().giveBack(open(), Duration.ofMinutes(2));

        try (Connection connection = open()) {
            assertThat(deadSpace().giveBack(connection, Duration.ofMinutes(2))).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void beginsNothingWithoutTime() throws Exception {
        try (Connection connection = open()) {
            assertThat(deadSpace().giveBack(connection, Duration.ofMillis(900))).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
    }

    private DeadSpace deadSpace() {
        return new DeadSpace(address);
    }

    private Connection open() throws SQLException {
        return new DirectLine(address, "sekisho", Optional.empty()).open();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long size() throws Exception {
        return Files.size(directory.resolve("data.mv.db"));
    }

    private int count() throws SQLException {
        try (Connection connection = open();
                var select = connection.prepareStatement("select count(*) from much");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
