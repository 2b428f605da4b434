package dev.sekisho.web;

import static dev.sekisho.Api.caller;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.tree;
import static dev.sekisho.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.sekisho.Api;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is nearly as the contract says is refused like anything else, with words that say what is. */
@QuarkusTest
class LooseRequestsTest {
    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zones?limit=01                              | limit takes a number from 1 to 1000.
                    zones?limit=                                | a value; limit takes a number from 1 to 1000.
                    portfolio/risk/history?granularity=DAY      | granularity takes one of [day].
                    portfolio/risk/history?granularity=         | granularity takes one of [day].
                    findings?severity=                          | severity takes one of [LOW, MEDIUM, HIGH, CRITICAL].
                    """)
    void takesValuesOfParametersOnlyAsTheContractWritesThem(String address, String why) {
        get(address).then().statusCode(400).body("detail", containsString(why));
    }

    @Test
    void takesOnlyTrueAndFalseForAFeed() {
        sending("application/octet-stream", "{}".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/kev?force=yes")
                .then()
                .statusCode(400)
                .body("detail", containsString("force takes true or false."));
        sending("application/octet-stream", "{}".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/eol?publishedOn=0000-01-01")
                .then()
                .statusCode(400)
                .body("detail", containsString("publishedOn takes a date like 2026-01-31."));
    }

    @Test
    void listsTheFormatsWhereNoneIsGiven() {
        for (String query : new String[] {"?format=", "?format=json"}) {
            sending("text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                    .put("/api/v1/connection-points/any/ruleset" + query)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("format takes one of [RULES_JSON, "));
        }
        post("advisories?format=", "{}").then().statusCode(400).body("detail", containsString("[SEKISHO, CVE5]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones/", "/api/v1/zones/any/", "/api/v1/rules/", "/q/health/", "/q/health/ready/"})
    void takesNoSlashAtTheEnd(String address) {
        caller().get(address)
                .then()
                .statusCode(404)
                .contentType(Api.PROBLEM)
                .body("detail", containsString(address.substring(0, address.length() - 1) + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", ""})
    void takesNoBodyOfAnUnsaidType(String type) throws IOException {
        for (String line : new String[] {"PUT /api/v1/organizations/loose", "PUT /api/v1/feeds/osv"}) {
            assertThat(RawHttp.ask(
                            server, line + " HTTP/1.1", "Content-Type: " + type + "\r\nContent-Length: 2\r\n", "{}"))
                    .startsWith("HTTP/1.1 415 ");
        }
    }

    @Test
    void takesNoTwoTypesOfOneBody() throws IOException {
        String twice = "Content-Type: application/json\r\nContent-Type: text/plain\r\n";

        assertThat(RawHttp.ask(server, "PUT /api/v1/zones/x HTTP/1.1", twice + "Content-Length: 2\r\n", "{}"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void onlyReadsPages(String page) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            caller().request(method, page)
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .contentType(Api.PROBLEM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/zones, 'GET, HEAD, OPTIONS, POST'",
        "/api/v1/zones/x, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "/api/v1/connection-points/x/risk, 'GET, HEAD, OPTIONS'",
        "/api/v1/software/analyze, 'OPTIONS, POST'"
    })
    void listsTheMethodsOfTheAddressAlone(String address, String methods) {
        caller().options(address).then().statusCode(200).header("Allow", methods);
    }

    @Test
    void hasNoOptionsWhereNothingIs() {
        caller().options("/api/v1/nothing").then().statusCode(404);
    }

    @Test
    void takesThePackageUrlOfAProductWithoutAVersion() {
        for (Response answer : new Response[] {
            put("software-products/" + unique(), "{'name': 'p', 'purl': 'pkg:npm/left-pad@1.0'}"),
            put("advisories/" + unique(), "{'name': 'p', 'affected': [{'purl': 'pkg:npm/left-pad@1.0'}]}")
        }) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
            assertThat(tree(answer).at("/errors/0/detail").asText()).startsWith("names the version 1.0; leave out");
        }
    }

    @Test
    void findsAGroupHoweverItsNameIsComposedAndKeepsItTrimmed() {
        String key = unique();
        Api.importing("""
                {"collection": "organizations", "key": "~", "name": "o"}
                {"collection": "zones", "key": "~", "name": "z", "organization": "~"}
                """.replace("~", key)).then().statusCode(200);
        put("assets/" + key, "{'name': 'a', 'zone': '" + key + "', 'credentialGroup': ' " + key + "\u00e9 '}")
                .then()
                .statusCode(201);
        String asked = URLEncoder.encode(" " + key + "e\u0301", StandardCharsets.UTF_8);

        assertThat(read("assets/" + key).get("credentialGroup").asText()).isEqualTo(key + "\u00e9");
        assertThat(read("assets?credentialGroup=" + asked).at("/items/0/key").asText())
                .isEqualTo(key);
        put("assets/" + key, "{'name': 'a', 'zone': '" + key + "', 'credentialGroup': '  '}")
                .then()
                .statusCode(400);
    }

    @Test
    void takesNoAdvisoryThatSaysNothing() {
        for (Response answer :
                new Response[] {put("advisories/" + unique(), "{}"), post("advisories", "{'cvss': 9.8, 'aliases': []}")
                }) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
            assertThat(tree(answer).get("detail").asText())
                    .contains("give one of name, cve, aliases, description, affected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CVE-0000-12345", "CVE-2024-123", "cve-2024-21762", "CVE-0999-12345"})
    void saysWhatACveIdIs(String id) {
        put("advisories/" + unique(), "{'cve': '" + id + "'}")
                .then()
                .statusCode(400)
                .body("detail", containsString("/cve must be a CVE id, such as CVE-2024-21762."));
    }

    @Test
    void namesTheTypeOfWhatIsMissing() {
        put("installations/" + unique(), "{'version': '1'}")
                .then()
                .statusCode(400)
                .body("errors.find {it.pointer == '/at'}.detail", containsString("is needed: an object"))
                .body("errors.find {it.pointer == '/product'}.detail", containsString("is needed: text"));
        put("advisories/" + unique(), "{'name': 'a', 'aliases': [null]}")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("is needed: text"));
    }
}
