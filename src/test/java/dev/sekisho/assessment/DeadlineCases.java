package dev.sekisho.assessment;

import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.database.BesideTheService;
import dev.sekisho.demo.Demo;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when a flaw has to be dealt with, line by line, each on its last day and on the day after. */
abstract class DeadlineCases {
    private static final LocalDate LONG_AGO = Demo.today().minusDays(3_000);

    /** A product with one flaw, on a host of its own. */
    private final String prefix = Api.unique();

    private void install(boolean exposed) {
        String link = "'transport': 'DEDICATED_ENCRYPTED', 'firewall': {'state': '%s', 'inspectedOn': '%s'}"
                .formatted(exposed ? "NONE" : "VERIFIED", Demo.today());
        imported("""
                {'collection': 'organizations', 'key': '~o', 'name': 'o'}
                {'collection': 'zones', 'key': '~z', 'name': 'z', 'organization': '~o', 'environment': 'OFFICE', 'cidrs': ['10.9.0.0/24']}
                {'collection': 'assets', 'key': '~a', 'name': 'a', 'zone': '~z', 'addresses': ['10.9.0.7']}
                {'collection': 'third-parties', 'key': '~t', 'name': 't', 'kind': 'VENDOR'}
                {'collection': 'connection-points', 'key': '~c', 'name': 'c', 'thirdParty': '~t', 'zone': '~z', 'asset': '~a', %s}
                {'collection': 'software-products', 'key': '~p', 'name': 'p'}
                {'collection': 'installations', 'key': '~i', 'name': 'i', 'product': '~p', 'version': '1.0', 'at': {'asset': '~a'}, 'firstKnownOn': '%s'}
                """.formatted(link, LONG_AGO));
        if (!exposed) {
            Api.put(
                            "connection-points/" + prefix + "c/ruleset?format=RULES_JSON",
                            "{'defaultAction': 'DENY', 'rules': []}")
                    .then()
                    .statusCode(200);
        }
    }

    private void advisory(String facts) {
        imported(("{'collection': 'advisories', 'key': '~v', 'name': 'v', 'published': true, 'cvss': 5,"
                        + " 'affected': [{'product': '~p', 'versions': [{'version': '1.0'}]}], %s}")
                .formatted(facts));
    }

    private void imported(String lines) {
        Response answer = Api.importing(lines.replace("~", prefix).replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static String known(LocalDate day) {
        return "'knownOn': '" + day + "'";
    }

    private static String fixed(LocalDate day) {
        return "'fix': {'version': '2.0', 'availableOn': '" + day + "'}";
    }

    /** The only line about the installation, once it counts from that day. */
    private JsonNode assessedFrom(LocalDate start) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        this::unpatched,
                        row -> row.at("/deadline/clockStart").asText().equals(start.toString()));
    }

    private JsonNode unpatched() {
        return read("unpatched-software?installation=" + prefix + "i").at("/items/0");
    }

    private static List<String> codes(JsonNode row) {
        return StreamSupport.stream(row.get("codes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private @Nullable String severity(String code) {
        return read("findings?status=OPEN&code=" + code + "&key=" + prefix + "i")
                .at("/items/0/severity")
                .asText(null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # exploited, exposed, automatable, impact, days, triage, severity
                    false, false, false, PARTIAL,   , false,
                    false, true,  false, PARTIAL, 60, false, MEDIUM
                    false, false, true,  PARTIAL, 60, false, MEDIUM
                    false, false, false, TOTAL,     , false,
                    false, true,  true,  PARTIAL, 14, false, HIGH
                    false, true,  false, TOTAL,   14, false, HIGH
                    false, false, true,  TOTAL,   60, false, MEDIUM
                    false, true,  true,  TOTAL,    3, false, CRITICAL
                    true,  false, false, PARTIAL, 14, false, HIGH
                    true,  true,  false, PARTIAL, 14, false, HIGH
                    true,  false, true,  PARTIAL, 14, false, HIGH
                    true,  false, false, TOTAL,   14, false, HIGH
                    true,  true,  true,  PARTIAL,  3, false, CRITICAL
                    true,  true,  false, TOTAL,    3, true,  CRITICAL
                    true,  false, true,  TOTAL,    3, true,  CRITICAL
                    true,  true,  true,  TOTAL,    3, true,  CRITICAL
                    """)
    void keepsEveryLineOfTheTable(
            boolean exploited,
            boolean exposed,
            boolean automatable,
            String impact,
            @Nullable Integer days,
            boolean triage,
            @Nullable String severity) {
        install(exposed);
        String facts = "'automatable': %s, 'impact': '%s', %s, ".formatted(automatable, impact, fixed(LONG_AGO))
                + (exploited ? "'exploited': {'source': 'KEV'}, " : "");
        LocalDate lastStart = days == null ? LONG_AGO : Demo.today().minusDays(days);

        advisory(facts + known(lastStart));

        JsonNode onTheLastDay = assessedFrom(lastStart);
        assertThat(onTheLastDay.get("exposed").asBoolean()).isEqualTo(exposed);
        assertThat(onTheLastDay.at("/deadline/due").asText(null))
                .isEqualTo(days == null ? null : Demo.today().toString());
        assertThat(onTheLastDay.at("/deadline/daysOverdue").asInt()).isZero();
        assertThat(onTheLastDay.at("/deadline/triage").asBoolean()).isEqualTo(triage);
        assertThat(codes(onTheLastDay)).doesNotContain("SW-02");
        assertThat(codes(onTheLastDay).contains("SW-07")).isEqualTo(triage);

        if (days != null) {
            advisory(facts + known(lastStart.minusDays(1)));

            JsonNode aDayLate = assessedFrom(lastStart.minusDays(1));
            assertThat(aDayLate.at("/deadline/daysOverdue").asInt()).isEqualTo(1);
            assertThat(codes(aDayLate)).contains("SW-02");
            assertThat(severity("SW-02")).isEqualTo(severity);
        }
    }

    @Test
    void takesTheWorseLineWhereNobodySaysWhichItIs() {
        install(true);

        advisory(fixed(LONG_AGO) + ", " + known(Demo.today().minusDays(4)));

        JsonNode row = assessedFrom(Demo.today().minusDays(4));
        assertThat(row.at("/deadline/due").asText())
                .isEqualTo(Demo.today().minusDays(1).toString());
    }

    @ParameterizedTest
    @CsvSource({"9, 5, 7, 7", "9, 7, 5, 7", "5, 7, 9, 5"})
    void countsFromTheFirstWordOfItButNotFromBeforeTheFix(int fixed, int known, int exploited, int start) {
        LocalDate today = Demo.today();
        install(true);

        advisory("'impact': 'PARTIAL', 'automatable': false, %s, %s, 'exploited': {'source': 'OWN', 'date': '%s'}"
                .formatted(fixed(today.minusDays(fixed)), known(today.minusDays(known)), today.minusDays(exploited)));

        assertThat(assessedFrom(today.minusDays(start))
                        .at("/deadline/clockStart")
                        .asText())
                .isEqualTo(today.minusDays(start).toString());
    }

    @Test
    void startsNoClockAnewBecauseTheVersionWasNoticedLater() {
        LocalDate start = Demo.today().minusDays(40);
        install(true);
        advisory(fixed(start) + ", " + known(start));
        JsonNode before = assessedFrom(start);

        patch("installations/" + prefix + "i", "{'name': 'noticed today', 'firstKnownOn': null}")
                .then()
                .statusCode(200);

        JsonNode after = await().atMost(Duration.ofSeconds(30))
                .until(this::unpatched, row -> row.path("name").asText().equals("noticed today"));
        assertThat(after.get("deadline")).isEqualTo(before.get("deadline"));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1"})
    void asksForADecisionWithinADayWhereThereIsNoFix(int knownFor, int overdue) {
        install(true);

        advisory(known(Demo.today().minusDays(knownFor)));

        JsonNode row = assessedFrom(Demo.today().minusDays(knownFor));
        assertThat(row.at("/deadline/daysOverdue").asInt()).isEqualTo(overdue);
        assertThat(codes(row)).contains("SW-03").doesNotContain("SW-02");
    }

    @Test
    void asksForTriageAfterThePatchUntilItIsRecorded() {
        install(true);
        advisory("'impact': 'TOTAL', %s, %s, 'exploited': {'source': 'KEV', 'date': '%s'}"
                .formatted(fixed(LONG_AGO), known(LONG_AGO), LONG_AGO));
        await().atMost(Duration.ofSeconds(30)).until(() -> "HIGH".equals(severity("SW-07")));

        patch("installations/" + prefix + "i", "{'version': '2.0'}").then().statusCode(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> severity("SW-02") == null);
        assertThat(severity("SW-07")).isEqualTo("HIGH");

        String triaged = "{'treatments': [{'advisory': '%sv', 'triagedOn': '%s'}]}".formatted(prefix, Demo.today());
        patch("installations/" + prefix + "i", triaged).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> severity("SW-07") == null);
    }

    @Test
    void namesWhoDemandsTheTriageWhereTheTableDoesNot() {
        install(true);
        advisory("'impact': 'PARTIAL', 'automatable': false, %s, %s, 'exploited': {'source': 'OWN', 'date': '%s',"
                        .formatted(fixed(LONG_AGO), known(LONG_AGO), LONG_AGO)
                + " 'forensicTriage': true, 'triageBy': ['CERT', 'KEV']}");

        JsonNode row = assessedFrom(LONG_AGO);

        assertThat(row.at("/deadline/triage").asBoolean()).isTrue();
        assertThat(row.at("/deadline/triageBy")).extracting(JsonNode::asText).containsExactly("CERT", "KEV");
        await().atMost(Duration.ofSeconds(30)).until(() -> "HIGH".equals(severity("SW-07")));
    }

    @Test
    void givesThreeDaysToVerifyAStop() throws SQLException {
        install(false);
        advisory(fixed(LONG_AGO) + ", " + known(Demo.today()));
        patch("installations/" + prefix + "i", "{'useState': 'STOPPED_DECLARED'}")
                .then()
                .statusCode(200);

        assertThat(codes(stoppedFor(0))).doesNotContain("SW-04");
        assertThat(codes(stoppedFor(3))).doesNotContain("SW-04");
        assertThat(codes(stoppedFor(4))).contains("SW-04");
        assertThat(severity("SW-04")).isEqualTo("HIGH");

        patch("installations/" + prefix + "i", "{'useState': 'STOPPED_VERIFIED'}")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> severity("SW-04") == null);
    }

    /** The day of a stop is the day it is said, so days pass in the database; the name tells when they were looked at. */
    private JsonNode stoppedFor(int days) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                var update = connection.prepareStatement(
                        "update installation set use_state_since = ? where object_key = ?")) {
            update.setDate(1, Date.valueOf(Demo.today().minusDays(days)));
            update.setString(2, prefix + "i");
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        String name = "stopped for " + days;
        patch("installations/" + prefix + "i", "{'name': '" + name + "'}")
                .then()
                .statusCode(200);
        return await().atMost(Duration.ofSeconds(30))
                .until(this::unpatched, row -> row.path("name").asText().equals(name));
    }
}
