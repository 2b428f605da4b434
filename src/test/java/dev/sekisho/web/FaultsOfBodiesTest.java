package dev.sekisho.web;

import static dev.sekisho.Api.caller;
import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.tree;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sent something wrong is told everything that is wrong, where it stands and what would be right. */
@QuarkusTest
class FaultsOfBodiesTest {
    private static final String WRONG = """
            {'name': 5, 'kind': 'MPS', 'criticality': 'high', 'subprocessorsDeclared': true, 'asessedOn': '2026-01-01',
             'assessedOn': '01.02.2026', 'externalRating': 7, 'contacts': [{'name': 'ok', 'email': 'ok@example.org'},
             {'name': 7}, {'name': 'c', 'email': 'no address'}], 'agreement': 'none'}""";

    private static final String[] PLACES = {
        "/agreement",
        "/asessedOn",
        "/assessedOn",
        "/contacts/1/name",
        "/contacts/2/email",
        "/criticality",
        "/externalRating",
        "/kind",
        "/name",
        "/subprocessorsDeclared"
    };

    private static Map<String, String> faults(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        var faults = new TreeMap<String, String>();
        for (JsonNode error : tree(answer).get("errors")) {
            String before = faults.put(
                    error.get("pointer").asText(), error.get("detail").asText());
            assertThat(before).as(answer.asString()).isNull();
        }
        return faults;
    }

    @Test
    void tellsEveryFaultOfAnObjectThatIsCreatedReplacedChangedOrImported() {
        String key = Api.unique();
        put("third-parties/" + key, "{'name': 'x', 'kind': 'MSP'}").then().statusCode(201);
        String line = WRONG.replace('\'', '"')
                .replace("\n", " ")
                .replaceFirst("\\{", "{\"collection\": \"third-parties\", \"key\": \"" + key + "\", ");

        Map<String, String> created = faults(post("third-parties", WRONG));

        assertThat(created.keySet()).containsExactly(PLACES);
        assertThat(faults(put("third-parties/" + key, WRONG))).isEqualTo(created);
        assertThat(faults(patch("third-parties/" + key, WRONG))).isEqualTo(created);
        assertThat(faults(Api.importing(line))).isEqualTo(created);
        assertThat(post("third-parties", WRONG).then().extract().<String>path("detail"))
                .endsWith("; 9 more stand in errors.");
    }

    @Test
    void namesTheTypeThatIsWantedAndThePropertyThatIsNear() {
        Map<String, String> faults = faults(post("third-parties", WRONG));

        assertThat(faults.get("/name")).isEqualTo("the value is of the wrong type: wanted is text");
        assertThat(faults.get("/kind"))
                .isEqualTo("the value 'MPS' is not one of [VENDOR, MSP, PARTNER, SUBCONTRACTOR]");
        assertThat(faults.get("/criticality")).isEqualTo("the value is of the wrong type: wanted is a whole number");
        assertThat(faults.get("/subprocessorsDeclared")).contains("a number");
        assertThat(faults.get("/assessedOn")).isEqualTo("the value '01.02.2026' is not a date like 2026-01-31");
        assertThat(faults.get("/agreement")).contains("an object");
        assertThat(faults.get("/asessedOn"))
                .startsWith("the property 'asessedOn' is not known here; near is assessedOn; known are [");
        assertThat(faults(post("zones", "{'name': 'z', 'organization': 'o', 'cidrs': '10.0.0.0/8'}")))
                .containsEntry("/cidrs", "the value is of the wrong type: wanted is a list")
                .containsOnlyKeys("/cidrs", "/organization");
    }

    @Test
    void namesTheChoiceThatWasNotMade() {
        post("third-parties", "{'name': 'x'}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"))
                .body("errors[0].detail", equalTo("is needed, one of [VENDOR, MSP, PARTNER, SUBCONTRACTOR]"));
    }

    @Test
    void namesTheFormatsWhereNoneIsGiven() {
        sending("text/plain", "{}".getBytes(UTF_8))
                .put("/api/v1/connection-points/any/ruleset")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("format"))
                .body("errors[0].detail", startsWith("format is needed; it takes one of ["))
                .body("errors[0].detail", containsString("RULES_JSON"));
    }

    @Test
    void pointsAtTheFormatWhereARecordOfTheCveListIsSentAsOneOfOurs() {
        post("advisories", "{'dataType': 'CVE_RECORD', 'dataVersion': '5.1', 'cveMetadata': {}, 'containers': {}}")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("format"))
                .body("errors[0].detail", containsString("format=CVE5"))
                .body("errors[0].detail", containsString("[SEKISHO, CVE5]"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, imports, text/csv, application/x-ndjson",
        "POST, imports, text/plain, application/x-ndjson",
        "POST, zones, text/plain, application/json",
        "PATCH, zones/any, text/plain, application/merge-patch+json or application/json",
        "POST, software/analyze, application/xml, application/json"
    })
    void namesTheTypeOfBodyThatIsTaken(String method, String address, String sent, String wanted) {
        caller().header("Content-Type", sent)
                .body("x".getBytes(UTF_8))
                .request(method, "/api/v1/" + address)
                .then()
                .statusCode(415)
                .body("detail", equalTo("Send this body with the Content-Type " + wanted + "."));
    }

    @Test
    void refusesDaysToComeOfWhatHasBeenDone() {
        String own = Api.unique();
        String today = LocalDate.now(ZoneOffset.ofHours(14)).toString();
        String later = LocalDate.now(ZoneOffset.ofHours(14)).plusDays(1).toString();
        put("organizations/" + own + "o", "{'name': 'o'}").then().statusCode(201);
        put("zones/" + own + "z", "{'name': 'z', 'organization': '" + own + "o'}")
                .then()
                .statusCode(201);
        String party = "{'name': 'x', 'kind': 'MSP', 'assessedOn': '~'}";
        String point = "{'name': 'p', 'thirdParty': '" + own + "t', 'zone': '" + own
                + "z', 'firewall': {'state': 'VERIFIED', 'inspectedOn': '~', 'reviewedOn': '~'}}";
        String advisory = "{'name': 'a', 'knownOn': '~', 'exploited': {'source': 'OWN', 'date': '~'}}";

        put("third-parties/" + own + "t", party.replace("~", today)).then().statusCode(201);
        put("connection-points/" + own + "p", point.replace("~", today)).then().statusCode(201);
        put("advisories/" + own + "a", advisory.replace("~", today)).then().statusCode(201);

        refused(put("third-parties/" + own + "t", party.replace("~", later)), "/assessedOn");
        refused(patch("third-parties/" + own + "t", "{'assessedOn': '" + later + "'}"), "/assessedOn");
        refused(
                put("connection-points/" + own + "p", point.replace("~", later)),
                "/firewall/inspectedOn",
                "/firewall/reviewedOn");
        refused(put("advisories/" + own + "a", advisory.replace("~", later)), "/exploited/date", "/knownOn");
        refused(
                Api.importing(("{'collection': 'third-parties', 'key': '" + own + "t', 'name': 'x', 'kind': 'MSP',"
                                + " 'assessedOn': '" + later + "'}")
                        .replace('\'', '"')),
                "/assessedOn");
    }

    private static void refused(Response answer, String... places) {
        answer.then()
                .statusCode(422)
                .body("title", equalTo("What was asked for is not possible"))
                .body("errors.pointer", equalTo(List.of(places)));
        tree(answer)
                .get("errors")
                .forEach(error -> assertThat(error.get("detail").asText()).isEqualTo("lies in the future"));
    }

    @Test
    void tellsImpossibleDaysAndReferencesToNothingTogether() {
        put("connection-points/" + Api.unique(), """
                {'name': 'p', 'thirdParty': 'no-such', 'zone': 'nor-this', 'firewall': {'state': 'VERIFIED', 'inspectedOn': '2999-01-01'}}""")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/firewall/inspectedOn", "/thirdParty", "/zone")));
    }

    /** Everything is told only of bodies that are small enough to be read again; of others the first. */
    @Test
    void staysBoundedWhereABodyIsFullOfFaults() {
        String item = "{\"nosuch\": 1},";
        String small = "{\"name\": \"x\", \"kind\": \"MSP\", \"contacts\": [" + item.repeat(999) + "{}]}";
        String large = "{\"name\": \"x\", \"kind\": \"MSP\", \"contacts\": [" + item.repeat(50_000) + "{}]}";

        assertThat(tree(Api.sendingRaw(small).post("/api/v1/third-parties"))
                        .get("errors")
                        .size())
                .isBetween(2, 50);
        assertThat(tree(Api.sendingRaw(large).post("/api/v1/third-parties")).get("errors"))
                .hasSize(1);
    }
}
