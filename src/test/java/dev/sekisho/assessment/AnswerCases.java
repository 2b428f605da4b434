package dev.sekisho.assessment;

import static dev.sekisho.Api.delete;
import static dev.sekisho.Api.etag;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import dev.sekisho.database.BesideTheService;
import dev.sekisho.demo.Demo;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers about the demo estate. */
abstract class AnswerCases {
    /** The kinds of subject and where the objects of each are. */
    enum Scored {
        THIRD_PARTY("third-parties"),
        CONNECTION_POINT("connection-points"),
        ZONE_LINK("zone-links"),
        ZONE("zones"),
        ORGANIZATION("organizations");

        final String collection;

        Scored(String collection) {
            this.collection = collection;
        }
    }

    @BeforeEach
    void haveTheDemoEstate() {
        Demo.load();
    }

    private static List<JsonNode> items(String address) {
        return StreamSupport.stream(read(address).get("items").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> all(String address) {
        var all = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page = read(address + (address.contains("?") ? "&" : "?") + "limit=7" + token);
            page.get("items").forEach(all::add);
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());
        return all;
    }

    private static BigDecimal sum(JsonNode lines, String field) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> line.get(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode openFinding(String code, String key) {
        List<JsonNode> found = items("findings?code=" + code + "&key=" + key);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @EnumSource(Scored.class)
    void scoresEverySubjectAsTheSumOfItsLines(Scored kind) {
        List<JsonNode> rows = items("risk-scores?limit=1000&subject=" + kind);
        assertThat(rows).isNotEmpty();

        for (JsonNode row : rows.subList(0, Math.min(40, rows.size()))) {
            JsonNode risk = read(kind.collection + "/" + row.get("key").asText() + "/risk");

            assertThat(sum(risk.get("contributions"), "points"))
                    .isEqualByComparingTo(risk.get("score").decimalValue());
            assertThat(sum(risk.get("contributions"), "milliPoints"))
                    .isEqualByComparingTo(risk.get("milliPoints").decimalValue());
            assertThat(risk.get("score").decimalValue()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(risk.at("/interval/low").decimalValue())
                    .isLessThanOrEqualTo(risk.get("score").decimalValue());
            assertThat(risk.at("/interval/high").decimalValue())
                    .isGreaterThanOrEqualTo(risk.get("score").decimalValue());
            assertThat(risk.get("score")).isEqualTo(row.get("score"));
            for (String field : List.of("name", "band", "modelVersion", "asOf", "findings", "codes")) {
                assertThat(risk.get(field)).as(field).isEqualTo(row.get(field));
            }
        }
    }

    /** What comes to its zone, for what it is worth itself; with the findings on it and on what is installed on it. */
    @Test
    void scoresAHostByWhatComesToItsZone() {
        JsonNode host = read("assets/file-01/risk");
        JsonNode zone = read("zones/power-office/risk");

        assertThat(host.get("name").asText()).isEqualTo("ファイルサーバー");
        assertThat(host.get("score")).isEqualTo(zone.get("score"));
        assertThat(host.get("path")).isEqualTo(zone.get("path"));
        assertThat(host.at("/worst/target/key").asText()).isEqualTo("file-01");
        assertThat(sum(host.get("contributions"), "points"))
                .isEqualByComparingTo(host.get("score").decimalValue());
        patch("assets/file-01", "{'criticality': 70}").then().statusCode(200);
        JsonNode less = read("assets/file-01/risk");
        assertThat(less.get("milliPoints").asInt())
                .isEqualTo(zone.get("milliPoints").asInt() - 20_000);
        assertThat(less.at("/worst/target/criticality").asInt()).isEqualTo(70);
        patch("assets/file-01", "{'criticality': 90}").then().statusCode(200);

        patch("assets/edi-01", "{'criticality': null}").then().statusCode(200);
        patch("installations/edi-translator-edi-01", "{'version': null}").then().statusCode(200);
        assertThat(read("assets/edi-01/risk").get("codes"))
                .extracting(JsonNode::asText)
                .contains("GOV-08", "SW-06");
        patch("assets/edi-01", "{'criticality': 40}").then().statusCode(200);
        patch("installations/edi-translator-edi-01", "{'version': '5.4.1'}")
                .then()
                .statusCode(200);
    }

    @Test
    void sharesTheRiskOfThePortfolioOut() {
        JsonNode risk = read("portfolio/risk");

        assertThat(risk.get("contributions")).isNotEmpty();
        assertThat(sum(risk.get("contributions"), "points"))
                .isEqualByComparingTo(risk.get("score").decimalValue());
        assertThat(sum(risk.get("contributions"), "milliPoints"))
                .isEqualByComparingTo(risk.get("milliPoints").decimalValue());
        assertThat(risk.get("contributions").toString()).contains("msp-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "third-parties/msp-1",
                "connection-points/msp-unix",
                "zone-links/unix-office",
                "zones/power-office",
                "organizations/mirai-power",
                "portfolio"
            })
    void remembersHowScoresWent(String subject) {
        JsonNode history = read(subject + "/risk/history");

        JsonNode last = history.get("points").get(history.get("points").size() - 1);
        assertThat(last.get("date").asText()).isEqualTo(Demo.today().toString());
        assertThat(last.get("score")).isEqualTo(read(subject + "/risk").get("score"));
        assertThat(read(subject + "/risk/history?from=2020-01-01&to=2020-12-31&granularity=day")
                        .get("points"))
                .isEmpty();
        assertThat(read(subject + "/risk/history?from=2020-01-01T05:00:00.000Z&to=2020-12-31T23:59:59-09:00"))
                .isEqualTo(read(subject + "/risk/history?from=2020-01-01&to=2021-01-01"));
        get(subject + "/risk/history?from=2026-02-01&to=2026-01-01").then().statusCode(422);
        get(subject + "/risk/history?from=2026-02-01T09:00:00Z&to=2026-02-01T08:59:59Z")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("from"));
        get(subject + "/risk/history?from=1990-01-01").then().statusCode(400);
        get(subject + "/risk/history?from=yesterday").then().statusCode(400);
        get(subject + "/risk/history?granularity=hour").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "third-parties/nobody/risk",
                "connection-points/nobody/risk",
                "zone-links/nobody/risk",
                "zones/nobody/risk",
                "organizations/nobody/risk",
                "assets/nobody/risk",
                "assets/file-01/risk/history",
                "third-parties/nobody/risk/history",
                "connection-points/nobody/traffic",
                "connection-points/nobody/ruleset",
                "zone-links/nobody/ruleset/history",
                "rules/NET-99",
                "findings/nobody",
                "imports/nobody"
            })
    void says404OfWhatIsNotThere(String address) {
        get(address).then().statusCode(404).contentType(Api.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    findings           | limit=3
                    findings           | code=NET-01
                    findings           | severity=HIGH
                    findings           | status=OPEN&thirdParty=msp-1&sort=-firstSeen
                    risk-scores        | subject=ZONE&sort=name
                    risk-scores        | band=CRITICAL
                    unfiltered-links   | sort=-score
                    unpatched-software | sort=advisory
                    attack-paths       | from=msp-1
                    contagion          | thirdParty=msp-1
                    assessment         | ''
                    portfolio/risk     | ''
                    third-parties/msp-1/risk         | ''
                    third-parties/msp-1/risk/history | ''
                    connection-points/edi-gateway/traffic | ''
                    """)
    void answersPollsWith304UntilSomethingChanges(String address, String query) {
        String full = address + (query.isEmpty() ? "" : "?" + query);
        Response first = get(full);
        first.then()
                .statusCode(200)
                .header("ETag", not(nullValue()))
                .header("Cache-Control", containsString("no-cache"));

        Response again = get(full, etag(first));

        again.then().statusCode(304).header("ETag", etag(first));
        assertThat(again.asByteArray()).isEmpty();
        get(full, "\"another\"").then().statusCode(200).header("ETag", etag(first));
        get(full, "W/" + etag(first)).then().statusCode(304);
        get(full, "\"another\", " + etag(first)).then().statusCode(304);
    }

    @Test
    void asksAPollForItsKeyAndForWhatItTakesAsWell() {
        String etag = etag(get("risk-scores"));

        Api.stranger()
                .header("If-None-Match", etag)
                .get("/api/v1/risk-scores")
                .then()
                .statusCode(401);
        Api.caller()
                .header("If-None-Match", etag)
                .accept("text/xml")
                .get("/api/v1/risk-scores")
                .then()
                .statusCode(406);
    }

    @Test
    void tellsAPollerOfAChange() {
        String scores = "risk-scores?subject=CONNECTION_POINT&key=msp-unix";
        String etag = etag(get(scores));

        patch("connection-points/msp-unix", "{'state': 'CUT_VERIFIED'}").then().statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(scores, etag).then().statusCode(200).body("items[0].score", equalTo(0.0f)));
    }

    @Test
    void writesNothingWhenNothingChanges() {
        JsonNode before = read("assessment");
        String findings = etag(get("findings"));
        String own = get("third-parties/msp-1").asString();

        put("third-parties/msp-1", own).then().statusCode(200);
        patch("third-parties/msp-1", "{'contacts': [{'name': 'somebody else'}]}")
                .then()
                .statusCode(200);

        assertThat(read("assessment").get("generation")).isEqualTo(before.get("generation"));
        get("findings", findings).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    code=NET-01              | code         | NET-01
                    thirdParty=msp-1         | thirdParty   | msp-1
                    connectionPoint=msp-unix | connectionPoint | msp-unix
                    organization=mirai-power | organization | mirai-power
                    zone=power-unix          | zone         | power-unix
                    status=OPEN              | status       | OPEN
                    severity=CRITICAL        | severity     | CRITICAL
                    subject=ZONE_LINK        | subject      | ZONE_LINK
                    subject=CONNECTION_POINT&key=msp-unix | key | msp-unix
                    """)
    void filtersFindings(String filter, String field, String value) {
        List<JsonNode> found = items("findings?limit=1000&" + filter);

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get(field).asText()).isEqualTo(value));
    }

    @Test
    void pagesFindingsFromTheMostSevereOn() {
        List<String> severities = all("findings?thirdParty=msp-1").stream()
                .map(item -> item.get("severity").asText())
                .toList();

        assertThat(severities).isSortedAccordingTo((a, b) -> rank(b) - rank(a));
        assertThat(all("findings?thirdParty=msp-1").stream()
                        .map(item -> item.get("id").asText()))
                .doesNotHaveDuplicates();
        assertThat(severities)
                .hasSize(items("findings?limit=1000&thirdParty=msp-1").size());
        assertThat(all("findings?thirdParty=msp-1&sort=code").stream()
                        .map(item -> item.get("code").asText()))
                .isSorted();
    }

    private static int rank(String severity) {
        return List.of("LOW", "MEDIUM", "HIGH", "CRITICAL").indexOf(severity);
    }

    @Test
    void showsOnlyWhatChangedSince() {
        String last = all("findings?sort=-updatedAt").get(0).get("updatedAt").asText();

        List<JsonNode> since = items("findings?limit=1000&updatedSince=" + last);

        assertThat(since)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("updatedAt").asText()).isGreaterThanOrEqualTo(last));
        assertThat(items("findings?updatedSince=2099-01-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings/%00",
                "imports/a%00b",
                "rules/%7f",
                "findings?severity=SEVERE",
                "findings?status=open",
                "findings?updatedSince=yesterday",
                "findings?updatedSince=%2B1000000000-12-31T23:59:59Z",
                "portfolio/risk/history?to=-999999999-01-01",
                "portfolio/risk/history?from=%2B999999999-12-31",
                "findings?sort=colour",
                "findings?colour=1",
                "findings?code=NET-01&code=NET-02",
                "findings?limit=0",
                "risk-scores?subject=PLANET",
                "risk-scores?band=BAD",
                "risk-scores?sort=colour",
                "unfiltered-links?severity=1",
                "unfiltered-links?sort=since",
                "unpatched-software?exploited=yes",
                "unpatched-software?overdue=1",
                "unpatched-software?unknown=",
                "unpatched-software?sort=cvss",
                "attack-paths?maxBreaks=-1",
                "attack-paths?maxBreaks=many",
                "attack-paths?sort=key",
                "contagion?sort=colour",
                "risk-scores?pageToken=AAAA",
                "unfiltered-links?pageToken=AAAA",
                "attack-paths?pageToken=AAAA",
                "rules?limit=1",
                "assessment?x=1",
                "connection-points/edi-gateway/traffic/diff",
                "connection-points/edi-gateway/traffic/diff?from=0"
            })
    void refusesQuestionsThatCannotBe(String address) {
        get(address).then().statusCode(400).contentType(Api.PROBLEM);
    }

    @Test
    void acceptsAFindingUntilADay() {
        JsonNode finding = openFinding("NET-01", "msp-unix");
        String address = "findings/" + finding.get("id").asText();
        String score = read("connection-points/msp-unix/risk").get("score").asText();
        String list = etag(get("findings?code=NET-01"));

        put(address + "/acceptance", "{'until': '" + Demo.today().plusDays(30) + "', 'reason': 'to be replaced'}")
                .then()
                .statusCode(200);

        get(address)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("acceptedUntil", equalTo(Demo.today().plusDays(30).toString()))
                .body("acceptedReason", equalTo("to be replaced"))
                .body("acceptedBy", equalTo("abcdefghijkl"))
                .body("firstSeen", equalTo(finding.get("firstSeen").asText()));
        get("findings?code=NET-01", list)
                .then()
                .statusCode(200)
                .body("items.key", org.hamcrest.Matchers.hasItem("msp-unix"));
        assertThat(read("connection-points/msp-unix/risk").get("score").asText())
                .isEqualTo(score);
        assertThat(items("unfiltered-links?thirdParty=msp-1")).isNotEmpty();
        delete(address + "/acceptance").then().statusCode(204);
        get(address).then().body("status", equalTo("OPEN")).body("acceptedUntil", nullValue());
    }

    @Test
    void acceptsNothingWithoutAnEndThatIsNearEnough() {
        String address =
                "findings/" + openFinding("NET-01", "msp-unix").get("id").asText() + "/acceptance";
        LocalDate today = Demo.today();

        put(address, "{'reason': 'r'}").then().statusCode(400);
        put(address, "{'until': null, 'reason': 'r'}").then().statusCode(400);
        put(address, "{'until': '" + today.plusDays(3) + "'}").then().statusCode(400);
        put(address, "{'until': '" + today.plusDays(3) + "', 'reason': ' '}")
                .then()
                .statusCode(400);
        put(address, "{'until': '" + today.minusDays(1) + "', 'reason': 'r'}")
                .then()
                .statusCode(400);
        put(address, "{'until': '" + today.plusDays(366) + "', 'reason': 'r'}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        put(address, "{'until': '" + today.plusDays(3) + "', 'reason': 'r', 'by': 'me'}")
                .then()
                .statusCode(400);
        put("findings/nobody/acceptance", "{'until': '" + today.plusDays(3) + "', 'reason': 'r'}")
                .then()
                .statusCode(404);
        delete("findings/nobody/acceptance").then().statusCode(404);
        assertThat(openFinding("NET-01", "msp-unix").get("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void acceptsSoftwareWithoutAFixForTwoWeeksAtMost() {
        put(
                        "advisories/MSP-2020-001",
                        "{'name': 'f', 'published': false, 'affected': [{'product': 'msp-remote-tool'}]}")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !items("findings?code=SW-03&key=msp-tool-unix-01&status=OPEN")
                        .isEmpty());
        String address =
                "findings/" + openFinding("SW-03", "msp-tool-unix-01").get("id").asText() + "/acceptance";

        put(address, "{'until': '" + Demo.today().plusDays(15) + "', 'reason': 'r'}")
                .then()
                .statusCode(422);

        put(address, "{'until': '" + Demo.today().plusDays(14) + "', 'reason': 'r'}")
                .then()
                .statusCode(200);
        delete(address).then().statusCode(204);
    }

    @Test
    void acceptsNothingThatIsResolved() {
        String address =
                "findings/" + openFinding("NET-01", "msp-unix").get("id").asText() + "/acceptance";
        patch(
                        "connection-points/msp-unix",
                        "{'firewall': {'state': 'VERIFIED', 'inspectedOn': '" + Demo.today() + "'}}")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        openFinding("NET-01", "msp-unix").get("status").asText().equals("RESOLVED"));

        put(address, "{'until': '" + Demo.today().plusDays(3) + "', 'reason': 'r'}")
                .then()
                .statusCode(409);
    }

    @Test
    void opensAnAcceptedFindingAgainWhenItsDayIsOver() throws SQLException {
        String id = openFinding("NET-01", "office-sister").get("id").asText();
        put("findings/" + id + "/acceptance", "{'until': '" + Demo.today() + "', 'reason': 'r'}")
                .then()
                .statusCode(200);
        letTheDayPass(id);

        patch("zone-links/office-sister", "{'name': '" + Api.unique() + "'}")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> read("findings/" + id).get("status").asText().equals("OPEN"));
    }

    private void letTheDayPass(String id) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                var update = connection.prepareStatement("update finding set accepted_until = ? where id = ?")) {
            update.setDate(1, Date.valueOf(Demo.today().minusDays(1)));
            update.setObject(2, UUID.fromString(id));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void showsTheWayAnAttackerWouldTake() {
        List<JsonNode> paths = items("attack-paths?from=msp-1&limit=1000");

        assertThat(paths)
                .extracting(path -> path.get("targetKey").asText())
                .contains("power-unix", "power-office", "sister-office", "file-01");
        JsonNode office = items("attack-paths?from=msp-1&to=power-office").get(0);
        assertThat(office.at("/distance/atLeast").asInt()).isEqualTo(1);
        assertThat(office.at("/distance/exact").asBoolean()).isTrue();
        assertThat(office.get("hops")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(office.get("breaks")).hasSize(1);
        assertThat(office.at("/hops/0/from").asText()).isEqualTo("msp-1");
        assertThat(items("attack-paths?from=msp-1&maxBreaks=0")).isEmpty();
        assertThat(all("attack-paths?from=msp-1")).hasSameSizeAs(paths);
        get("attack-paths?from=nobody").then().statusCode(422);
        get("attack-paths?to=nowhere").then().statusCode(422);
    }

    @Test
    void pagesAttackPathsWithoutSkippingOrRepeatingOne() {
        List<JsonNode> whole = items("attack-paths?limit=1000");
        var paged = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page = read("attack-paths?limit=3" + token);
            page.get("items").forEach(paged::add);
            token = page.hasNonNull("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());

        assertThat(whole).hasSizeGreaterThan(6);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void showsTheFirstHopsInTheListAndAllOfThemForOnePath() {
        for (JsonNode row : items("attack-paths?limit=1000")) {
            String address = "attack-paths?from=" + row.get("key").asText() + "&to="
                    + row.get("targetKey").asText();
            JsonNode path = items(address).get(0);

            assertThat(path.get("hops")).hasSize(row.get("hopCount").asInt());
            assertThat(path.get("breaks")).hasSize(row.get("breakCount").asInt());
            assertThat(row.get("hops")).hasSize(Math.min(4, row.get("hopCount").asInt()));
        }
    }

    @Test
    void showsTheWorstALinkOpensInTheListAndAllAtTheLink() {
        JsonNode row = items("unfiltered-links").stream()
                .filter(link -> link.get("subject").asText().equals("ZONE_LINK")
                        && link.at("/opens/zoneCount").asInt() > 0)
                .findFirst()
                .orElseThrow();
        JsonNode opens = read("zone-links/" + row.get("key").asText() + "/opens");

        assertThat(opens.get("zones")).hasSize(row.at("/opens/zoneCount").asInt());
        assertThat(opens.at("/zones/0/key").asText())
                .isEqualTo(row.at("/opens/zones/0").asText());
        assertThat(opens.get("organizations")).isNotEmpty();
        assertThat(row.at("/opens/zones").size()).isBetween(1, 5);
        get("zone-links/nowhere/opens").then().statusCode(404);
        get("connection-points/nowhere/opens").then().statusCode(404);
        get("connection-points/msp-unix/opens").then().statusCode(200);
    }

    @Test
    void showsWhomAThirdPartyEndangers() {
        List<JsonNode> rows = items("contagion?thirdParty=msp-1");

        assertThat(rows).extracting(row -> row.get("organization").asText()).contains("mirai-power", "mirai-sister");
        assertThat(items("contagion?organization=mirai-sister&limit=1000"))
                .allSatisfy(row -> assertThat(row.get("organization").asText()).isEqualTo("mirai-sister"));
    }

    @Test
    void explainsEveryRule() {
        JsonNode rules = read("rules");

        assertThat(rules.findValuesAsText("code"))
                .contains(
                        "NET-01", "NET-02", "NET-03", "NET-04", "NET-05", "NET-06", "NET-07", "NET-10", "NET-12",
                        "ACC-01", "ACC-02", "ACC-03", "SW-01", "SW-02", "SW-03", "SW-04", "SW-06", "SW-07", "MON-01",
                        "MON-02", "MON-03", "MON-04", "GOV-01", "GOV-02", "GOV-03", "GOV-04", "GOV-05", "GOV-06",
                        "GOV-08", "PTH-01", "PTH-02", "PTH-03", "PTH-05");
        for (JsonNode rule : rules) {
            assertThat(read("rules/" + rule.get("code").asText())).isEqualTo(rule);
        }
        assertThat(rules.findValuesAsText("code"))
                .containsAll(all("findings").stream()
                        .map(item -> item.get("code").asText())
                        .toList());
    }

    @Test
    void publishesItsWeights() {
        assertThat(read("assessment/model").toString())
                .contains(read("assessment").get("modelVersion").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "thirdParty=msp-1, msp-unix",
        "connectionPoint=msp-unix, msp-unix",
        "organization=mirai-sister, office-sister",
        "zone=power-unix, msp-unix",
        "severity=CRITICAL, msp-unix"
    })
    void filtersUnfilteredLinks(String filter, String key) {
        List<JsonNode> links = items("unfiltered-links?limit=1000&" + filter);

        assertThat(links)
                .extracting(link -> link.get("key").asText())
                .contains(key)
                .doesNotContain("edi-gateway");
        String[] asked = filter.split("=");
        assertThat(links)
                .allSatisfy(link -> assertThat(link.get(asked[0].replace("connectionPoint", "key"))
                                .asText())
                        .isEqualTo(asked[1]));
    }

    @Test
    void saysWhatMendsUnpatchedSoftware() {
        JsonNode row =
                items("unpatched-software?installation=edi-translator-edi-01").get(0);

        assertThat(row.get("advisory").asText()).isEqualTo("EDI-TRANSLATOR-17");
        assertThat(row.at("/fix/version").asText()).isEqualTo("5.4.2");
    }

    @ParameterizedTest
    @CsvSource({
        "advisory=EDI-TRANSLATOR-17, true",
        "thirdParty=edi-partner, true",
        "organization=mirai-power&zone=power-edi, true",
        "organization=mirai-sister, false",
        "zone=power-office, false",
        "product=edi-translator, true",
        "noFix=false, true",
        "noFix=true, false",
        "exploited=true, false",
        "overdue=false, true",
        "unknown=false, true",
        "reachable=true, true"
    })
    void filtersUnpatchedSoftware(String filter, boolean found) {
        List<JsonNode> rows = items("unpatched-software?installation=edi-translator-edi-01&" + filter);

        assertThat(rows.isEmpty()).isNotEqualTo(found);
    }

    @Test
    void measuresWhatARuleSetPermits() {
        get("connection-points/edi-gateway/traffic")
                .then()
                .body("state", equalTo("MEASURED"))
                .body("permitted", equalTo(5));

        Stream.of(
                        "{'destination': '10.77.80.5', 'protocol': 'TCP', 'destinationPort': '443', 'source': '203.0.113.17'}|PERMITTED_ALL",
                        "{'destination': '10.77.80.5', 'protocol': 'TCP', 'destinationPort': '22'}|PERMITTED_NONE",
                        "{}|PERMITTED_SOME")
                .map(question -> question.split("\\|"))
                .forEach(question -> Api.post("connection-points/edi-gateway/traffic/query", question[0])
                        .then()
                        .statusCode(200)
                        .body("verdict", equalTo(question[1])));
        get("connection-points/msp-unix/traffic").then().statusCode(200).body("state", equalTo("NO_RULE_SET"));
        get("connection-points/edi-gateway/ruleset/minimal")
                .then()
                .statusCode(200)
                .body("iptables", containsString("443"));
    }
}
