package dev.sekisho.web;

import static dev.sekisho.Api.parse;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.sendingRaw;
import static dev.sekisho.Api.tree;
import static dev.sekisho.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract forbids is refused, and what it allows is taken. */
@QuarkusTest
class ForbiddenValuesTest {
    /** A character beyond the basic plane, which Java keeps in two halves and everybody else counts as one. */
    private static final String BEYOND = "\uD842\uDFB7";

    @ParameterizedTest
    @ValueSource(strings = {" MSP ", "MSP ", "\\tMSP", "MSP\\n", "msp", "Msp", ""})
    void takesValuesOfEnumerationsOnlyAsTheyAreWritten(String kind) {
        String body = "{\"name\": \"x\", \"kind\": \"" + kind + "\"}";

        refused("/kind", sendingRaw(body).put("/api/v1/third-parties/" + unique()));
        refused(
                "/kind",
                Api.importing("{\"collection\": \"third-parties\", \"key\": \"e1\", \"name\": \"x\", \"kind\": \""
                        + kind + "\"}"));
    }

    @Test
    void takesNoBlanksInAListOfValuesOrAPatch() {
        String key = unique();
        put("third-parties/" + key, "{'name': 'x', 'kind': 'MSP'}").then().statusCode(201);

        refused(
                "/agreement/clauses/0",
                Api.patch("third-parties/" + key, "{'agreement': {'clauses': [' AUDIT_RIGHT']}}"));
        refused("/kind", Api.patch("third-parties/" + key, "{'kind': 'MSP '}"));
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        String key = unique();
        String long200 = BEYOND.repeat(200);

        put("third-parties/" + key, "{'name': 'x', 'kind': 'MSP', 'owner': '" + long200 + "'}")
                .then()
                .statusCode(201);
        assertThat(read("third-parties/" + key).get("owner").asText()).isEqualTo(long200);
        refused("/owner", put("third-parties/" + key, "{'name': 'x', 'kind': 'MSP', 'owner': '" + long200 + "a'}"));
        put("advisories/" + key, "{'name': 'x', 'aliases': ['" + BEYOND.repeat(100) + "']}")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.0", "5e1", "50", "0.5E2"})
    void takesAWholeNumberHoweverItIsWritten(String number) {
        String key = unique();
        String zone = zone(key, number);

        sendingRaw(zone).put("/api/v1/zones/" + key).then().statusCode(201);
        assertThat(read("zones/" + key).get("criticality").toString()).isEqualTo("50");
        Api.patch("zones/" + key, "{'criticality': " + number + "}").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.5", "1e-1", "1e999999999", "100.5", "3000000000.0", "'50'"})
    void takesNoFractionForAWholeNumber(String number) {
        String key = unique();
        String zone = zone(key, number.replace('\'', '"'));

        refused("/criticality", sendingRaw(zone).put("/api/v1/zones/" + key));
    }

    private static String zone(String key, String criticality) {
        put("organizations/" + key, "{'name': 'o'}");
        return "{\"name\": \"z\", \"organization\": \"" + key + "\", \"criticality\": " + criticality + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e-400", "0.1e-5000"})
    void takesNoNumberItCannotHold(String number) {
        refused("/cvss", put("advisories/" + unique(), "{'name': 'a', 'cvss': " + number + "}"));
        refused("/epss", put("advisories/" + unique(), "{'name': 'a', 'epss': " + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e5", "0.0e-7", "1e-300"})
    void takesZeroAndSmallNumbers(String number) {
        put("advisories/" + unique(), "{'name': 'a', 'epss': " + number + "}")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"0000-01-01, 400", "0001-01-01, 201", "0000-12-31, 400"})
    void knowsNoYearZero(String day, int status) {
        put("third-parties/" + unique(), "{'name': 'x', 'kind': 'MSP', 'assessedOn': '" + day + "'}")
                .then()
                .statusCode(status);
    }

    @Test
    void knowsNoYearZeroInAParameter() {
        assertThat(Api.get("portfolio/risk/history?from=0000-01-01").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\rb", "a\\tb", "a\\u2028b", "a\\u0085b"})
    void takesOnlyOneLineAsTheNameOfAKey(String name) {
        refused(
                "/name",
                sendingRaw("{\"name\": \"" + name + "\", \"role\": \"VIEWER\"}").post("/api/v1/api-keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p-1", "0.5d", "0.5f", "NaN", "Infinity", "+0.5", "5.", "1e", "--1"})
    void readsScoresOnlyAsDecimalNumbers(String score) {
        Response answer = feed("epss", "cve,epss,percentile\nCVE-2024-21762," + score + ",0.9\n");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(tree(answer).get("detail").asText()).contains("line 2", "Nothing was changed");
    }

    @Test
    void takesNoCveTwiceInOneFileOfScores() {
        Response answer = feed("epss", "cve,epss\nCVE-2024-21762,0.1\nCVE-2024-21763,0.1\nCVE-2024-21762,0.2\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).get("detail").asText())
                .contains("CVE-2024-21762", "listed twice", "Nothing was changed");
    }

    @Test
    void takesNoRecordThatWasModifiedAtNoTime() {
        Response answer = feed("osv", "{\"id\": \"OSV-9\", \"modified\": \"yesterday\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).get("detail").asText()).contains("modified", "yesterday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kev", "eukev", "epss", "cve", "nvd", "osv", "csaf", "openvex", "jvn", "eol"})
    void takesNoDocumentThatHoldsNothing(String feed) {
        for (String nothing : new String[] {"", " ", "{}", "[]", "null", "\u0000", "{\"vulnerabilities\": []}"}) {
            Response answer = feed(feed, nothing);

            assertThat(answer.statusCode()).as(feed + " " + nothing).isEqualTo(400);
            assertThat(answer.asString())
                    .doesNotContain("CTRL-CHAR", "jackson", "token", "Unexpected", "org.yaml", "in 'reader'");
        }
    }

    @Test
    void landsAPointOnlyInTheZoneOfItsHost() {
        String key = unique();
        String lines = """
                {"collection": "organizations", "key": "~o", "name": "o"}
                {"collection": "zones", "key": "~z1", "name": "z", "organization": "~o"}
                {"collection": "zones", "key": "~z2", "name": "z", "organization": "~o"}
                {"collection": "assets", "key": "~a", "name": "a", "zone": "~z1"}
                {"collection": "third-parties", "key": "~t", "name": "t", "kind": "MSP"}
                """.replace("~", key);
        Api.importing(lines).then().statusCode(200);
        String point = "{'thirdParty': '~t', 'zone': '~z2', 'asset': '~a'}".replace("~", key);

        Response answer = put("connection-points/" + key, point);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(tree(answer).at("/errors/0/pointer").asText()).isEqualTo("/asset");
        assertThat(tree(answer).at("/errors/0/detail").asText()).contains(key + "z2", "/zone");
        put("connection-points/" + key, point.replace("z2", "z1")).then().statusCode(201);
        assertThat(Api.patch("connection-points/" + key, "{'zone': '" + key + "z2'}")
                        .statusCode())
                .isEqualTo(422);
    }

    /** An import that moves a host takes its point along, and refuses one that stays behind; so does the trial of it. */
    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", ""})
    void movesAHostAndItsPointTogether(String query) {
        String key = unique();
        String lines = """
                {"collection": "organizations", "key": "~o", "name": "o"}
                {"collection": "zones", "key": "~z1", "name": "z", "organization": "~o"}
                {"collection": "zones", "key": "~z2", "name": "z", "organization": "~o"}
                {"collection": "third-parties", "key": "~t", "name": "t", "kind": "MSP"}
                """.replace("~", key);
        Api.importing(lines).then().statusCode(200);
        String both = """
                {"collection": "connection-points", "key": "~p", "thirdParty": "~t", "zone": "~z1", "asset": "~a"}
                {"collection": "assets", "key": "~a", "name": "a", "zone": "~z1"}
                """.replace("~", key);
        Api.importing(both).then().statusCode(200);

        assertThat(imported(query, both.replace("z1", "z2"))).isEqualTo(200);
        assertThat(imported(query, both.replaceFirst("z1", "z2"))).isEqualTo(422);
    }

    private static int imported(String query, String lines) {
        return sending("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports" + query)
                .statusCode();
    }

    @Test
    void answersASecondPostOfARecordAsTheContractSays() {
        String id = "CVE-2024-" + (100_000 + (unique().hashCode() & 0xffff));
        String record = """
                {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "%s",
                 "assignerOrgId": "8254265b-2729-46b6-b9e3-3dfca2d5bfca", "state": "PUBLISHED"},
                 "containers": {"cna": {"providerMetadata": {"orgId": "8254265b-2729-46b6-b9e3-3dfca2d5bfca"},
                 "descriptions": [{"lang": "en", "value": "x"}], "affected": [], "references": [{"url": "https://e.org"}]}}}
                """.formatted(id);
        var described = parse(Api.caller().get("/q/openapi?format=json").asString())
                .at("/paths/~1api~1v1~1advisories/post/responses");

        for (int status : new int[] {201, 200}) {
            Response answer = sendingRaw(record).post("/api/v1/advisories?format=CVE5");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.header("Location")).isEqualTo("/api/v1/advisories/" + id);
            assertThat(described.get(String.valueOf(status)).get("headers").has("Location"))
                    .isTrue();
        }
    }

    private static Response feed(String name, String content) {
        return sending("application/octet-stream", content.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/" + name);
    }

    private static void refused(String pointer, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(tree(answer).at("/errors/0/pointer").asText())
                .as(answer.asString())
                .isEqualTo(pointer);
        assertThat(answer.asString()).doesNotContain("deserialize", "Exception", "coerce");
    }
}
