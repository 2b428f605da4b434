package dev.sekisho.assessment;

import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.demo.Demo;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a record left behind that was begun and never published: nobody sees it, and the next one clears it away. */
abstract class UnpublishedCases {
    private static final String FINDINGS = "findings?thirdParty=msp-1&status=OPEN&sort=code&limit=";
    private static final String SCORES = "risk-scores?limit=";
    private static final String HISTORY = "third-parties/msp-1/risk/history?";
    private static final String CONTENT =
            "subject_name, evidence, third_party, connection_point, zone, organization, updated_at, status, id, code,"
                    + " subject_kind, subject_key, cause, first_seen, accepted_until, accepted_scope";

    @Inject
    Event<MemoryOutdated> outdated;

    @BeforeEach
    void begun() {
        Demo.load();
        settled();
    }

    @AfterEach
    void assessAnew() throws SQLException {
        recover();
    }

    @Test
    void isSeenByNobody() throws SQLException {
        List<String> before = answers();

        leaveBehind();

        assertThat(answers(999)).isEqualTo(before);
    }

    @Test
    void isClearedAwayByTheNextRecord() throws SQLException {
        List<String> before = answers();
        int rows = number("select count(*) from finding");
        leaveBehind();
        assertThat(number("select count(*) from finding")).isGreaterThan(rows);

        recover();

        assertThat(answers(998)).isEqualTo(before);
        assertThat(number("select count(*) from finding")).isEqualTo(rows);
        assertThat(left("finding") + left("score") + left("score_point")).isZero();
    }

    /** Replaced by a new row, a finding is still the same one at the same place. */
    @Test
    void keepsWhoAFindingIsWhenItsRowIsReplaced() throws SQLException {
        List<String> before = answers();
        int revision = number("select revision from publication");
        execute("update finding set detail = 'something else' where third_party = 'msp-1' and status = 'OPEN'");
        execute("update score set digest = '' where subject_key = 'msp-1'");

        recover();

        assertThat(number("select revision from publication")).isGreaterThan(revision);
        assertThat(read(FINDINGS + 996).findValuesAsText("detail")).doesNotContain("something else");
        assertThat(withoutTimes(answers(997))).isEqualTo(withoutTimes(before));
        assertThat(left("finding") + left("score") + left("score_point")).isZero();
    }

    private static List<String> withoutTimes(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.replaceAll("\"(updatedAt|asOf)\":\"[^\"]*\"", ""))
                .toList();
    }

    private static List<String> answers() {
        return answers(1000);
    }

    /** What is remembered of an address is not what is stored, so each time it is written in another way. */
    private static List<String> answers(int limit) {
        String history = limit % 2 == 0 ? "granularity=day&to=" : "to=";
        LocalDate far = Demo.today().plusDays(limit);
        return Stream.of(FINDINGS + limit, SCORES + limit, HISTORY + history + far)
                .map(address -> read(address).toString())
                .toList();
    }

    /** As a process leaves it that is killed between two pages. */
    private void leaveBehind() throws SQLException {
        int next = number("select revision from publication") + 1;
        execute("update publication set unfinished = true");
        String ours = " from finding where third_party = 'msp-1' and to_revision = 2147483647";
        execute("insert into finding (number, from_revision, to_revision, severity_rank, detail, " + CONTENT
                + ") select number + 1 - 2 * mod(number, 2), " + next + ", 2147483647, 0, 'half', " + CONTENT + ours);
        execute("update finding set to_revision = " + next + " where from_revision < " + next
                + " and third_party = 'msp-1'");
        String score = "subject_name, as_of, low_milli, high_milli, model_version, subject_kind," + " subject_key";
        execute("insert into score (from_revision, milli_points, " + score + ") select " + next + ", 1, " + score
                + " from score where subject_key = 'msp-1'");
        execute("update score set to_revision = " + next + " where subject_key = 'msp-1' and from_revision < " + next);
        String point = "on_day, low_milli, high_milli, model_version, subject_kind, subject_key";
        execute("insert into score_point (from_revision, milli_points, " + point + ") select " + next + ", 1, " + point
                + " from score_point where subject_key = 'msp-1'");
        execute("update score_point set to_revision = " + next + " where subject_key = 'msp-1' and from_revision < "
                + next);
    }

    private void recover() throws SQLException {
        String generation = read("assessment").get("asOf").asText();
        outdated.fire(new MemoryOutdated());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !read("assessment").get("asOf").asText().equals(generation));
        settled();
    }

    private static void settled() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> number("select count(*) from publication where unfinished") == 0);
    }

    private static int left(String table) throws SQLException {
        return number("select count(*) from " + table + " where to_revision < 2147483647 or from_revision >"
                + " (select revision from publication)");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static int number(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
