package dev.sekisho.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
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

    @Test
    void showsSwaggerUiToABrowserThatSendsTheKeyAsPassword() {
        given().auth()
                .preemptive()
                .basic("anyone", KEY)
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .body(containsString("start.js"), not(containsString("<script>")))
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void asksABrowserForTheKey() {
        var challenges = given().get("/q/swagger-ui/")
                .then()
                .statusCode(401)
                .extract()
                .headers()
                .getValues("WWW-Authenticate");

        assertThat(challenges).anyMatch(challenge -> challenge.startsWith("Basic "));
    }

    @Test
    void neverTakesBasicForTheApi() {
        given().auth()
                .preemptive()
                .basic("anyone", KEY)
                .get("/api/v1/zones")
                .then()
                .statusCode(401);
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

    /** The HTTP layer answers these itself, without a body. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones/%zz", "/api/v1/zones/%", "/api/v1/zones?sort=%zz"})
    void refusesBrokenPercentEncoding(String address) throws IOException {
        assertThat(RawHttp.ask(server, "GET " + address + " HTTP/1.1", "", "")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesFloods() throws IOException {
        String manyHeaders = "X-Flood: 1\r\n".repeat(10_000);

        assertThat(RawHttp.ask(server, "GET /api/v1/zones HTTP/1.1", manyHeaders, ""))
                .startsWith("HTTP/1.1 431 ");
        assertThat(RawHttp.ask(server, "GET /api/v1/zones?sort=" + "a".repeat(9_000) + " HTTP/1.1", "", ""))
                .contains(" 414 ");
    }

    @Test
    void refusesARequestWithoutAHost() throws IOException {
        assertThat(RawHttp.send(server, "GET /api/v1/zones HTTP/1.1\r\nConnection: close\r\n" + RawHttp.KEY + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains(PROBLEM);
        assertThat(RawHttp.send(server, "GET /api/v1/zones HTTP/1.0\r\n" + RawHttp.KEY + "\r\n"))
                .startsWith("HTTP/1.0 400 ");
    }

    @Test
    void refusesRequestsThatTwoServersWouldReadDifferently() throws IOException {
        assertThat(RawHttp.ask(
                        server,
                        "POST /api/v1/zones HTTP/1.1",
                        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                        "0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(RawHttp.ask(
                        server, "POST /api/v1/zones HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n", "{}"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW"})
    void takesOnlyDeclaredMethods(String method) throws IOException {
        assertThat(RawHttp.ask(server, method + " /api/v1/zones HTTP/1.1", "", ""))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("Allow: GET");
    }

    @Test
    void neverAnswersWithWhatWasNotAskedFor() {
        caller().accept("text/xml").get("/api/v1/zones").then().statusCode(406).contentType(PROBLEM);
    }
}
