package dev.sekisho.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdgeTest {
    private static final String KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";
    private static final String PROBLEM = "application/problem+json;charset=UTF-8";

    @TestHTTPResource("/")
    URI server;

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    @Test
    void showsTheLandingPageToAnyone() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("関所"))
                .header("Content-Security-Policy", containsString("script-src 'self';"));
    }

    /** The browser asks for the key when the page is opened, and sends it with whatever the page asks for. */
    @Test
    void showsSwaggerUiToWhoGaveTheKeyOnce() {
        browser()
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .body(containsString("start.js"), not(containsString("<script>")))
                .header("Cache-Control", "private, no-cache");
        browser()
                .get("/q/swagger-ui/start.js")
                .then()
                .statusCode(200)
                .body(containsString("persistAuthorization: true"));
        browser().get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
        JsonNode contract = Api.tree(browser().get("/q/openapi?format=json"));
        assertThat(contract.at("/components/securitySchemes/apiKey/scheme").asText())
                .isEqualTo("bearer");
        assertThat(contract.at("/paths/~1api~1v1~1zones/get/security/0").has("apiKey"))
                .isTrue();
    }

    @Test
    void asksABrowserForTheKey() {
        var challenges = given().get("/q/metrics")
                .then()
                .statusCode(401)
                .extract()
                .headers()
                .getValues("WWW-Authenticate");

        assertThat(challenges).anyMatch(challenge -> challenge.startsWith("Basic "));
    }

    private static RequestSpecification browser() {
        return given().auth().preemptive().basic("anyone", KEY).header("Sec-Fetch-Site", "same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "json", ";", "application/json,garbage", "application/", "a/b/c"})
    void refusesAnAcceptThatIsNone(String accept) {
        caller().accept(accept).get("/api/v1/zones?limit=1").then().statusCode(400);
        caller().accept(accept).get("/api/v1/portfolio/risk").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html, application/json;q=0.9, */*;q=0.1",
                "application/*; q=\"1\";"
            })
    void takesAnyListOfMediaTypes(String accept) {
        caller().accept(accept).get("/api/v1/zones?limit=1").then().statusCode(200);
    }

    @Test
    void answersAnyoneElseWithoutTheContract() {
        given().get("/q/openapi").then().statusCode(401).body(not(containsString("paths")));
        given().get("/q/swagger-ui/").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/q/health", "/q/openapi", "/q/swagger-ui/", "/api/v1/zones", "/nothing", "/q/nothing"})
    void putsDefensiveHeadersOnEveryAnswer(String path) {
        caller().get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Cache-Control", containsString("no-"))
                .header("Server", nullValue())
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/q/nothing", "/api/v1/nothing", "/api/v1", "/q/dev", "/openapi-ui/index.html"})
    void answersUnknownAddressesWithAProblem(String path) {
        caller().get(path).then().statusCode(404).contentType(PROBLEM).body("status", equalTo(404));
    }

    @Test
    void refusesABodyOverTheLimitBeforeItIsSent() throws IOException {
        String answer = RawHttp.ask(
                server,
                "POST /api/v1/zones HTTP/1.1",
                "Content-Type: application/json\r\nContent-Length: 104857600\r\nExpect: 100-continue\r\n",
                "");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains(PROBLEM).contains("urn:sekisho:problem:too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Type: application/json;charset=Shift_JIS",
                "Content-Type: text/plain"
            })
    void takesOnlyPlainUtf8Json(String header) throws IOException {
        String type = header.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";

        String answer =
                RawHttp.ask(server, "POST /api/v1/zones HTTP/1.1", type + header + "\r\nContent-Length: 2\r\n", "{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones/%00", "/api/v1/zones/%c0%af", "/api//v1/zones", "/api/v1/../v1/zones"})
    void refusesAddressesThatCannotBeRead(String address) throws IOException {
        String answer = RawHttp.ask(server, "GET " + address + " HTTP/1.1", "", "");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones/%zz", "/api/v1/zones/%", "/api/v1/zones?sort=%zz"})
    void refusesBrokenPercentEncoding(String address) throws IOException {
        assertThat(RawHttp.ask(server, "GET " + address + " HTTP/1.1", "", ""))
                .startsWith("HTTP/1.1 400 ")
                .satisfies(EdgeTest::isALastWord);
    }

    @Test
    void refusesTooManyHeaders() throws IOException {
        assertThat(RawHttp.ask(server, "GET /api/v1/zones HTTP/1.1", "X-Flood: 1\r\n".repeat(10_000), ""))
                .startsWith("HTTP/1.1 431 ")
                .contains("urn:sekisho:problem:headers-too-large")
                .satisfies(EdgeTest::isALastWord);
    }

    @Test
    void refusesALargeHeader() throws IOException {
        assertThat(RawHttp.ask(server, "GET /api/v1/zones HTTP/1.1", "X-Flood: " + "1".repeat(65_536) + "\r\n", ""))
                .startsWith("HTTP/1.1 431 ")
                .satisfies(EdgeTest::isALastWord);
    }

    @Test
    void refusesALongAddress() throws IOException {
        assertThat(RawHttp.ask(server, "GET /api/v1/zones?sort=" + "a".repeat(9_000) + " HTTP/1.1", "", ""))
                .contains(" 414 ")
                .contains("urn:sekisho:problem:uri-too-long")
                .satisfies(EdgeTest::isALastWord);
    }

    /** What the HTTP layer answers itself still is a problem, complete, and the end of the connection. */
    private static void isALastWord(String answer) {
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        String body = answer.substring(head.length() + 4);
        assertThat(head)
                .containsIgnoringCase("content-type: " + PROBLEM)
                .containsIgnoringCase("content-length: " + body.length())
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("cache-control: no-store")
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
        JsonNode problem = Api.parse(body);
        assertThat(problem.get("status").asInt()).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("traceId").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void refusesABodyThatTurnsOutOverTheLimit() throws IOException {
        String megabyte = "100000\r\n" + " ".repeat(0x100000) + "\r\n";

        String answer = RawHttp.ask(
                server,
                "POST /api/v1/zones HTTP/1.1",
                "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                megabyte.repeat(60) + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("urn:sekisho:problem:too-large")
                .satisfies(EdgeTest::isALastWord);
    }

    @Test
    void refusesABodyWhoseChunksCannotBeRead() throws IOException {
        String answer = RawHttp.ask(
                server,
                "POST /api/v1/zones HTTP/1.1",
                "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                "2\r\n{}\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains(PROBLEM, "urn:sekisho:problem:malformed");
    }

    @Test
    void answersInTurnWhatComesAtOnce() throws IOException {
        String good = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

        String answers = RawHttp.send(server, good + good + "GET / NONSENSE\r\n\r\n");

        assertThat(answers.split("HTTP/1\\.[01] "))
                .hasSize(4)
                .satisfies(each -> assertThat(each[1]).startsWith("200"))
                .satisfies(each -> assertThat(each[2]).startsWith("200"))
                .satisfies(each -> assertThat(each[3]).startsWith("400").contains(PROBLEM));
    }

    @Test
    void keepsAConnectionOpenAfterAProblem() throws IOException {
        String missing = "GET /api/v1/zones/nothing-there HTTP/1.1\r\nHost: localhost\r\n" + RawHttp.KEY;

        String answers = RawHttp.send(server, missing + "\r\n" + missing + "Connection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1\\.1 404 ")).hasSize(3);
    }

    @Test
    void refusesARequestWithoutAHost() throws IOException {
        assertThat(RawHttp.send(server, "GET /api/v1/zones HTTP/1.1\r\nConnection: close\r\n" + RawHttp.KEY + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains(PROBLEM);
        assertThat(RawHttp.send(server, "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"))
                .startsWith("HTTP/1.0 400 ");
    }

    /** As balancers ask by default: HTTP/1.0 knows no Host. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /q/health/ready",
                "OPTIONS /q/health/ready",
                "GET /q/health/live",
                "GET /api/v1/zones?limit=1"
            })
    void answersABalancerThatSendsNoHost(String line) throws IOException {
        assertThat(RawHttp.send(server, line + " HTTP/1.0\r\n" + RawHttp.KEY + "\r\n"))
                .startsWith("HTTP/1.0 200 ");
    }

    @Test
    void takesNoSecondCredential() throws IOException {
        String other = "Authorization: Bearer sek_zzzzzzzzzzzz_0123456789012345678901234567890123456789012\r\n";

        for (String both : new String[] {RawHttp.KEY + other, other + RawHttp.KEY, RawHttp.KEY + RawHttp.KEY}) {
            assertThat(RawHttp.send(
                            server, "GET /api/v1/zones HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + both + "\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains(PROBLEM, "Send one Authorization header.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones;x=1", "/api/v1/zones/a;x=1", "/api/v1;x=1/zones", "/q/health;x"})
    void takesNothingAfterASemicolon(String address) throws IOException {
        assertThat(RawHttp.ask(server, "GET " + address + " HTTP/1.1", "", ""))
                .startsWith("HTTP/1.1 400 ")
                .contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?=", "?limit=1&=", "?=1&limit=1", "?limit=1&=x&sort=key"})
    void takesNoValueWithoutAName(String query) throws IOException {
        assertThat(RawHttp.ask(server, "GET /api/v1/zones" + query + " HTTP/1.1", "", ""))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:sekisho:problem:unknown-parameter");
    }

    @Test
    void refusesRequestsThatTwoServersWouldReadDifferently() throws IOException {
        assertThat(RawHttp.ask(
                        server,
                        "POST /api/v1/zones HTTP/1.1",
                        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                        "0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .satisfies(EdgeTest::isALastWord);
        assertThat(RawHttp.ask(
                        server, "POST /api/v1/zones HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n", "{}"))
                .startsWith("HTTP/1.1 400 ")
                .satisfies(EdgeTest::isALastWord);
        assertThat(RawHttp.ask(server, "POST /api/v1/zones HTTP/1.1", "Transfer-Encoding: chunked, x\r\n", "0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .satisfies(EdgeTest::isALastWord);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: identity\r\n", "Transfer-Encoding: identity\r\nContent-Length: 2\r\n"})
    void refusesABodyThatComesInAnotherWay(String header) throws IOException {
        assertThat(RawHttp.ask(server, "POST /api/v1/zones HTTP/1.1", header, "{}"))
                .startsWith("HTTP/1.1 400 ")
                .contains(PROBLEM);
    }

    /** As the client that comes with Java does unless told otherwise. */
    @Test
    void answersWhoeverOffersToGoOnInHttp2() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/q/health/live")).build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void refusesARequestWithTwoHosts() throws IOException {
        assertThat(RawHttp.ask(server, "GET /q/health/live HTTP/1.1", "Host: other\r\n", ""))
                .startsWith("HTTP/1.1 400 ")
                .contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/9.9", "HTTP/0.9"})
    void refusesVersionsThereAreNotOnTheWire(String version) throws IOException {
        assertThat(RawHttp.ask(server, "GET /q/health/live " + version, "", ""))
                .startsWith("HTTP/1.")
                .contains(" 400 ")
                .satisfies(EdgeTest::isALastWord);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW"})
    void takesOnlyDeclaredMethods(String method) throws IOException {
        assertThat(RawHttp.ask(server, method + " /api/v1/zones HTTP/1.1", "", ""))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("Allow: GET");
    }

    @Test
    void takesNoPatchOfAWholeCollection() {
        caller().contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1/zones")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, POST")
                .contentType(PROBLEM);
    }

    @Test
    void letsNoOtherOriginRead() {
        caller().header("Origin", "https://evil.example")
                .get("/api/v1/zones")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        caller().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/api/v1/zones")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"route", "filter"})
    void answersWhatNobodyForesawWithAProblemAndLivesOn(String where) {
        String body = caller().header(Trap.HEADER, where)
                .get("/api/v1/zones")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .asString();

        assertThat(body).doesNotContain(Trap.SECRET, "Exception", "dev.sekisho.");
        given().get("/q/health/live").then().statusCode(200);
        caller().get("/api/v1/zones").then().statusCode(200);
    }

    @Test
    void neverAnswersWithWhatWasNotAskedFor() {
        caller().accept("text/xml").get("/api/v1/zones").then().statusCode(406).contentType(PROBLEM);
        caller().accept("application/json;q=0, text/xml")
                .get("/api/v1/zones")
                .then()
                .statusCode(406);
    }
}
