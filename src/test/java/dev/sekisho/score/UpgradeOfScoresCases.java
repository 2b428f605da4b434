package dev.sekisho.score;

import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.MemoryOutdated;
import dev.sekisho.demo.Demo;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What version 2 of the risk model makes of scores, histories and accepted findings that version 1 left. The rows are those
 * the service wrote for the demonstration estate under version 1.
 */
abstract class UpgradeOfScoresCases {
    private static final String OLD = "2026-11";
    private static final String NEW = "2026-12";
    private static final int LONG_AGO = 40;
    private static final List<JsonNode> LEFT = left();

    /** The score of the MSP under version 2, whatever other tests made of the estate around it. */
    private String now = "";

    /** Everything is read from the database again, as at a start. */
    @Inject
    Event<MemoryOutdated> starting;

    @BeforeEach
    void startOnWhatVersionOneLeft() throws SQLException {
        Demo.load();
        // A read waits for what was written before it.
        now = score("third-parties/msp-1");
        assertThat(now).isNotEqualTo("85");
        try (Connection connection = BesideTheService.connection()) {
            for (JsonNode row : scores()) {
                for (String table : List.of("score", "score_point")) {
                    execute(
                            connection,
                            "delete from " + table + " where subject_kind = ? and subject_key = ?",
                            row.get("kind").asText(),
                            row.get("key").asText());
                }
            }
            for (JsonNode row : LEFT) {
                leave(connection, row);
            }
        }
        assertThat(scoresOfVersionOne()).isEqualTo(scores().size());

        starting.fire(new MemoryOutdated());

        await().atMost(Duration.ofMinutes(1)).until(() -> scoresOfVersionOne() == 0);
        // All scores are told anew at once; to have each explained takes a while.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(read("third-parties/msp-1/risk")
                                .get("modelVersion")
                                .asText())
                        .isEqualTo(NEW));
    }

    /** Asked of the database: what is answered may still be what was known before. */
    private static int scoresOfVersionOne() throws SQLException {
        try (Connection connection = BesideTheService.connection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from score where model_version = ?")) {
            statement.setString(1, OLD);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void computesEveryScoreAnew() {
        assertThat(scores()).hasSizeGreaterThan(20);
        // That none of the version before is left was waited for; to explain one tries what would lower it, which takes
        // long.
        assertThat(oneOfEachKind()).hasSizeGreaterThan(4).allSatisfy(row -> {
            JsonNode risk = read(address(row) + "/risk");
            assertThat(risk.get("modelVersion").asText()).isEqualTo(NEW);
            assertThat(texts(risk.get("contributions"), "code"))
                    .noneMatch(code -> code.matches("(LINK:|C\\.|V\\.|FLOOR\\.F[1-6]).*"));
        });
        assertThat(score("third-parties/msp-1")).isEqualTo(now);
    }

    @Test
    void keepsThePointsOfDaysBefore() {
        JsonNode points =
                read("third-parties/msp-1/risk/history?from=" + day(LONG_AGO)).get("points");

        assertThat(points).hasSize(LONG_AGO + 1);
        JsonNode yesterday = points.get(LONG_AGO - 1);
        assertThat(yesterday.get("modelVersion").asText()).isEqualTo(OLD);
        assertThat(yesterday.get("score").asText()).isEqualTo("85");
        JsonNode today = points.get(LONG_AGO);
        assertThat(today.get("modelVersion").asText()).isEqualTo(NEW);
        assertThat(today.get("score").asText()).isEqualTo(now);
    }

    /** The same number means something else. */
    @Test
    void beginsANewHistoryWhereTheNumberIsTheSame() {
        assertThat(score("organizations/mirai-heavy")).isEqualTo("0");
        assertThat(texts(
                        read("organizations/mirai-heavy/risk/history?from=" + day(1))
                                .get("points"),
                        "modelVersion"))
                .containsExactly(OLD, NEW);
    }

    @Test
    void tellsNoChangeAcrossModels() {
        JsonNode row = row("msp-1");

        assertThat(row.has("change30d")).isFalse();
        assertThat(row.get("change30dReason").asText()).isEqualTo("MODEL_CHANGED");
    }

    @Test
    void tellsAChangeOnceThirtyDaysOfTheNewModelHavePassed() throws SQLException {
        try (Connection connection = BesideTheService.connection()) {
            execute(connection, "update score_point set model_version = ? where on_day = ?", NEW, day(LONG_AGO));
        }

        JsonNode row = row("msp-1");

        // It was 85 then.
        assertThat(row.get("change30d").decimalValue())
                .isEqualByComparingTo(new BigDecimal(now).subtract(new BigDecimal("85")));
        assertThat(row.has("change30dReason")).isFalse();
    }

    @Test
    void givesNoReasonWhereThereWasNoScore() throws SQLException {
        try (Connection connection = BesideTheService.connection()) {
            execute(connection, "delete from score_point where on_day = ?", day(LONG_AGO));
        }

        assertThat(row("msp-1").has("change30d")).isFalse();
        assertThat(row("msp-1").has("change30dReason")).isFalse();
    }

    @Test
    void letsAcceptancesStand() {
        for (String code : List.of("NET-01", "PTH-02")) {
            JsonNode found = read("findings?key=msp-unix&code=" + code).at("/items/0");
            assertThat(found.get("status").asText()).as(code).isEqualTo("ACCEPTED");
            assertThat(found.has("reopenedBecause")).isFalse();
        }
    }

    private static void leave(Connection connection, JsonNode row) throws SQLException {
        if (row.get("table").asText().equals("finding")) {
            int found = execute(
                    connection,
                    "update finding set status = 'ACCEPTED', severity_rank = ?, detail = ?, evidence = ?,"
                            + " accepted_until = ?, accepted_reason = ?, accepted_by = ?, accepted_severity = ?,"
                            + " accepted_scope = ? where code = ? and subject_key = ?",
                    row.get("rank").asInt(),
                    row.get("detail").asText(),
                    row.get("evidence").asText(),
                    day(-30),
                    row.get("reason").asText(),
                    row.get("by").asText(),
                    row.get("severity").asText(),
                    row.get("scope").asText(),
                    row.get("code").asText(),
                    row.get("key").asText());
            assertThat(found).isPositive();
            return;
        }
        Object[] figures = {
            row.get("kind").asText(),
            row.get("key").asText(),
            row.get("milli").asInt(),
            row.get("low").asInt(),
            row.get("high").asInt(),
            OLD
        };
        execute(
                connection,
                "insert into score (subject_kind, subject_key, milli_points, low_milli, high_milli, model_version,"
                        + " subject_name, as_of) values (?, ?, ?, ?, ?, ?, ?, current_timestamp)",
                with(figures, row.get("name").asText()));
        for (int ago : new int[] {LONG_AGO, 0}) {
            execute(
                    connection,
                    "insert into score_point (subject_kind, subject_key, milli_points, low_milli, high_milli,"
                            + " model_version, on_day) values (?, ?, ?, ?, ?, ?, ?)",
                    with(figures, day(ago)));
        }
    }

    private static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static LocalDate day(int ago) {
        return Demo.today().minusDays(ago);
    }

    private static List<JsonNode> scores() {
        return LEFT.stream()
                .filter(row -> row.get("table").asText().equals("score"))
                .toList();
    }

    private static Collection<JsonNode> oneOfEachKind() {
        Map<String, JsonNode> first = new TreeMap<>();
        scores().forEach(row -> first.putIfAbsent(row.get("kind").asText(), row));
        return first.values();
    }

    private static String address(JsonNode row) {
        return switch (row.get("kind").asText()) {
            case "PORTFOLIO" -> "portfolio";
            case "ORGANIZATION" -> "organizations/" + row.get("key").asText();
            case "THIRD_PARTY" -> "third-parties/" + row.get("key").asText();
            case "CONNECTION_POINT" -> "connection-points/" + row.get("key").asText();
            case "ZONE_LINK" -> "zone-links/" + row.get("key").asText();
            default -> "zones/" + row.get("key").asText();
        };
    }

    private static JsonNode row(String key) {
        return read("risk-scores?key=" + key).at("/items/0");
    }

    private static String score(String subject) {
        return read(subject + "/risk")
                .get("score")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private static List<JsonNode> left() {
        String file = "/upgrade/model-2026-11.ndjson";
        try (InputStream in = Objects.requireNonNull(UpgradeOfScoresCases.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Api::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
