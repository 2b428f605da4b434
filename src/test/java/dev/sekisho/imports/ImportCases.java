package dev.sekisho.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sekisho.database.BesideTheService;
import dev.sekisho.database.MemoryOutdated;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import promises, on whichever database. */
abstract class ImportCases {
    @Inject
    Event<MemoryOutdated> changedBeside;

    /** Whatever is tested later would be assessed together with tens of thousands of zones. */
    @AfterEach
    void forgetZonesByTheThousand() throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate("delete from zone where object_key like 't________-zone_%'") > 0) {
                changedBeside.fire(new MemoryOutdated());
            }
        }
    }

    private static final String IMPORTS = "/api/v1/imports";

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private RequestSpecification caller() {
        return given().auth().oauth2(adminKey);
    }

    private static RequestSpecification ndjson(RequestSpecification caller) {
        return caller.config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Content-Type", "application/x-ndjson");
    }

    private ValidatableResponse send(byte[] file, String query) {
        return ndjson(caller()).body(file).post(IMPORTS + query).then();
    }

    private ValidatableResponse send(Object file) {
        return send(file.toString().getBytes(StandardCharsets.UTF_8), "");
    }

    private ValidatableResponse dryRun(Object file) {
        return send(file.toString().getBytes(StandardCharsets.UTF_8), "?dryRun=true");
    }

    private ValidatableResponse read(String collection, String key) {
        return caller().get("/api/v1/" + collection + "/" + key).then();
    }

    private String finished(ValidatableResponse accepted) {
        String location = accepted.statusCode(202).extract().header("Location");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> caller().get(location).path("state"), anyOf(is("SUCCEEDED"), is("FAILED")));
        return location;
    }

    @Test
    void takesReferencesInAnyOrder() {
        Ndjson file = Ndjson.file()
                .line(
                        "{'collection':'assets','key':'%s','name':'host','zone':'%s'}",
                        "a" + hashCode(), "z" + hashCode())
                .line(
                        "{'collection':'zones','key':'%s','name':'net','organization':'%s'}",
                        "z" + hashCode(), "o" + hashCode())
                .line(
                        "{'collection':'organizations','key':'%s','name':'三菱','parent':'%s'}",
                        "o" + hashCode(), "p" + hashCode())
                .line("")
                .line("{'collection':'organizations','key':'%s','name':'parent'}", "p" + hashCode());

        send(file)
                .statusCode(200)
                .body("lines", equalTo(4))
                .body("created", equalTo(4))
                .body("updated", equalTo(0))
                .body("dryRun", equalTo(false))
                .body("byCollection.organizations.created", equalTo(2));

        read("organizations", "o" + hashCode()).statusCode(200).body("name", equalTo("三菱"));
    }

    @Test
    void leavesAloneWhatIsStoredJustSo() {
        Ndjson file = Ndjson.file()
                .organization("group")
                .organization("plant", "group")
                .zone("net", "plant");
        send(file).statusCode(200).body("created", equalTo(3));
        String etag = read("zones", file.key("net")).extract().header("ETag");
        String list = caller().get("/api/v1/zones").header("ETag");

        send(file)
                .statusCode(200)
                .body("unchanged", equalTo(3))
                .body("created", equalTo(0))
                .body("updated", equalTo(0));

        read("zones", file.key("net")).header("ETag", etag);
        assertThat(caller().get("/api/v1/zones").header("ETag")).isEqualTo(list);
    }

    @Test
    void replacesWhatDiffers() {
        Ndjson file = Ndjson.file().organization("one").organization("two");
        send(file).statusCode(200);

        send(file.next().organization("one").organization("two", "one"))
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));

        read("organizations", file.key("two")).body("parent", equalTo(file.key("one")));
    }

    @Test
    void storesNothingInADryRun() {
        Ndjson file = Ndjson.file().organization("group");

        dryRun(file).statusCode(200).body("dryRun", equalTo(true)).body("created", equalTo(1));

        read("organizations", file.key("group")).statusCode(404);
    }

    @Test
    void findsInADryRunWhatTheImportWouldFind() {
        dryRun(Ndjson.file().zone("net", "nowhere")).statusCode(422).body("errors", hasSize(1));
    }

    @Test
    void namesLineAndPointerOfAReferenceToNothing() {
        Ndjson file = Ndjson.file()
                .organization("group")
                .line("")
                .zone("good", "group")
                .zone("bad", "nowhere");

        send(file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(4))
                .body("errors[0].pointer", equalTo("/organization"))
                .body("errors[0].detail", containsString(file.key("nowhere")));

        read("organizations", file.key("group")).statusCode(404);
        read("zones", file.key("good")).statusCode(404);
    }

    @Test
    void refusesAKeyGivenTwice() {
        Ndjson file = Ndjson.file().organization("group").organization("group");

        send(file).statusCode(422).body("errors[0].line", equalTo(2)).body("errors[0].pointer", equalTo("/key"));

        read("organizations", file.key("group")).statusCode(404);
    }

    @Test
    void refusesKeysThatDifferOnlyByCase() {
        Ndjson file = Ndjson.file().organization("group");

        send(file.next().organization("group").organization("GROUP"))
                .statusCode(422)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].detail", containsString("case"));

        send(file).statusCode(200);
        send(file.next().organization("GROUP"))
                .statusCode(422)
                .body("errors[0].line", equalTo(1))
                .body("errors[0].detail", containsString("stored"));
    }

    @Test
    void refusesACircleOfParentsWithinTheFile() {
        Ndjson file = Ndjson.file()
                .organization("a", "c")
                .organization("b", "a")
                .organization("c", "b")
                .organization("d", "a");

        send(file)
                .statusCode(422)
                .body("errors.line", equalTo(List.of(1, 2, 3)))
                .body("errors[0].pointer", equalTo("/parent"));
    }

    @Test
    void refusesACircleOfParentsThroughWhatIsStored() {
        Ndjson file =
                Ndjson.file().organization("top").organization("middle", "top").organization("low", "middle");
        send(file).statusCode(200);

        send(file.next().organization("top", "low")).statusCode(422).body("errors[0].pointer", equalTo("/parent"));

        read("organizations", file.key("top")).body("parent", nullValue());
    }

    @Test
    void turnsATreeAround() {
        Ndjson file = Ndjson.file().organization("a").organization("b", "a");
        send(file).statusCode(200);

        send(file.next().organization("a", "b").organization("b"))
                .statusCode(200)
                .body("updated", equalTo(2));
    }

    @Test
    void takesALongLineOfParents() {
        Ndjson file = Ndjson.file();
        for (int i = 2_000; i > 0; i--) {
            file.organization("o" + i, "o" + (i - 1));
        }

        send(file.organization("o0")).statusCode(200).body("created", equalTo(2_001));
    }

    @Test
    void takesNoLineOfSubcontractorsThatIsTooLong() {
        Ndjson file = Ndjson.file();

        send(file.lineOfThirdParties("t", 17))
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(1))
                .body("errors[0].pointer", equalTo("/parent"))
                .body("errors[0].detail", containsString("of 17 that ends at " + file.key("t16")))
                .body("errors[0].detail", containsString("at most 16"));
        send(file.next().lineOfThirdParties("t", 16)).statusCode(200);
        send(file.next().lineOfThirdParties("t", 16)).statusCode(200).body("unchanged", equalTo(16));
        send(file.next().thirdParty("t16", "t15")).statusCode(422);
    }

    /** What is stored below and not in the file is taken along; with what the file says of it, it may fit. */
    @Test
    void countsWhatIsStoredBelow() {
        Ndjson file = Ndjson.file();
        send(file.lineOfThirdParties("low", 9)).statusCode(200);
        send(file.next().lineOfThirdParties("high", 8)).statusCode(200);

        send(file.next().thirdParty("low0", "high7"))
                .statusCode(422)
                .body("errors[0].line", equalTo(1))
                .body("errors[0].detail", containsString("of 17 that ends at " + file.key("low8")));
        send(file.next().thirdParty("low8", "low6").thirdParty("low0", "high7")).statusCode(200);
    }

    @Test
    void refusesAnEndBeforeAStart() {
        Ndjson file = Ndjson.file();
        file.line(
                "{'collection':'third-parties','key':'%s','name':'x','kind':'MSP','agreement':{'start':'2026-02-01','end':'2026-01-01'}}",
                file.key("msp"));

        send(file)
                .statusCode(422)
                .body("errors[0].line", equalTo(1))
                .body("errors[0].pointer", equalTo("/agreement/end"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"collection":"organizations","key":"k","name":"n"}}                | is not valid JSON
                    {"collection":"organizations","key":"k","name":"n"                  | is not valid JSON
                    {"collection":"organizations","key":"k","name":"n"} {}              | is not valid JSON
                    {"collection":"organizations","key":"k","key":"k","name":"n"}       | is not valid JSON
                    []                                                                  | is not a JSON object
                    null                                                                | is not a JSON object
                    {"key":"k","name":"n"}                                              | must be one of
                    {"collection":7,"key":"k","name":"n"}                               | must be one of
                    {"collection":"planets","key":"k","name":"n"}                       | must be one of
                    {"collection":"organizations","name":"n"}                           | is needed in an import
                    {"collection":"organizations","key":"k","name":"n","colour":"red"}  | is not known here
                    {"collection":"organizations","key":"k/k","name":"n"}               | must be 1 to 100 of
                    {"collection":"organizations","key":"k","name":"a\\u0000b"}         | control character
                    {"collection":"organizations","key":"k","name":"a\\ud800b"}         | surrogate
                    {"collection":"organizations","key":"k"}                            | is needed: text
                    {"collection":"zones","key":"k","name":"n","organization":"k","criticality":101}         | less than or equal to 100
                    {"collection":"zones","key":"k","name":"n","organization":"k","criticality":99999999999} | outside of its limits
                    {"collection":"zones","key":"k","name":"n","organization":"k","cidrs":["10.0.0.1/8"]}    | 10.0.0.1/8
                    """)
    void refusesALineThatCannotBeRead(String line, String why) {
        send("\n" + line + "\n")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].line", equalTo(2))
                .body("errors[0].detail", containsString(why));
        read("organizations", "k").statusCode(404);
    }

    @Test
    void refusesNestingWithoutEnd() {
        send("{\"collection\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .statusCode(400)
                .body("errors[0].line", equalTo(1));
    }

    @Test
    void readsOverAByteOrderMark() {
        send("\ufeff" + Ndjson.file().organization("first").organization("second"))
                .statusCode(200)
                .body("created", equalTo(2));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] file = {'{', '"', (byte) 0xff, '"', '}'};

        send(file, "").statusCode(400).body("errors[0].detail", containsString("UTF-8"));
    }

    @Test
    void refusesALineThatIsTooLong() {
        send("{\"collection\":\"organizations\",\"key\":\"k\",\"name\":\"" + "n".repeat(1_000_000) + "\"}")
                .statusCode(413)
                .body("errors[0].line", equalTo(1));
    }

    @Test
    void refusesMoreLinesThanTheLimit() {
        send("\n".repeat(200_001)).statusCode(413);
    }

    @Test
    void refusesAnEmptyFile() {
        send("\n \r\n").statusCode(400);
        send("").statusCode(400);
    }

    @Test
    void listsTheFirstHundredErrorsAndCountsTheRest() {
        Ndjson file = Ndjson.file().zones(150, "nowhere");

        send(file)
                .statusCode(422)
                .body("errors", hasSize(100))
                .body("errors[99].line", equalTo(100))
                .body("detail", containsString("150 errors"));
    }

    @Test
    void refusesAnythingButNdjson() {
        caller().contentType(ContentType.JSON).body("{}").post(IMPORTS).then().statusCode(415);
    }

    @ParameterizedTest
    @CsvSource({"yes", "1", "TRUE", "''"})
    void neverTakesAnUnclearDryRunForAnImport(String value) {
        Ndjson file = Ndjson.file().organization("group");

        send(file.toString().getBytes(StandardCharsets.UTF_8), "?dryRun=" + value)
                .statusCode(400);

        read("organizations", file.key("group")).statusCode(404);
    }

    @Test
    void changesNoRowWhenOneLineOfTenThousandIsBad() {
        Ndjson good = Ndjson.file().organization("group").organization("other").zones(9_997, "group");
        caller().get(finished(send(good)))
                .then()
                .body("state", equalTo("SUCCEEDED"))
                .body("created", equalTo(9_999));
        String zones = caller().get("/api/v1/zones").header("ETag");
        Ndjson bad = good.next()
                .organization("group")
                .zones(9_997, "other")
                .zone("bad", "nowhere")
                .zone("new", "group");

        String location = finished(send(bad));

        caller().get(location)
                .then()
                .body("state", equalTo("FAILED"))
                .body("created", equalTo(0))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(9_999))
                .body("errors[0].pointer", equalTo("/organization"))
                .body("finishedAt", not(nullValue()));
        read("zones", good.key("zone0")).body("organization", equalTo(good.key("group")));
        read("zones", good.key("new")).statusCode(404);
        assertThat(caller().get("/api/v1/zones").header("ETag")).isEqualTo(zones);
    }

    @Test
    void undoesWhatWasWrittenBeforeTheBadLine() {
        Ndjson file = Ndjson.file().organization("group").zones(1_500, "group");
        file.line("{'collection':'third-parties','key':'%s','name':'v','kind':'VENDOR'}", file.key("v"));
        for (int i = 0; i < 600; i++) {
            String state = i == 590 ? "RETIRED" : "ACTIVE";
            file.line(
                    "{'collection':'connection-points','key':'%s','thirdParty':'%s','zone':'%s','state':'%s'}",
                    file.key("cp" + i), file.key("v"), file.key("zone0"), state);
        }

        send(file).statusCode(422).body("errors", hasSize(1)).body("errors[0].pointer", equalTo("/state"));

        read("organizations", file.key("group")).statusCode(404);
        read("connection-points", file.key("cp0")).statusCode(404);
    }

    @Test
    void runsALargeFileAsAJob() {
        Ndjson file = Ndjson.file().organization("group").zones(5_000, "group");

        ValidatableResponse accepted =
                send(file).statusCode(202).body("lines", equalTo(5_001)).body("errors", empty());

        String location = finished(accepted);
        accepted.header("Location", containsString(IMPORTS + "/"));
        caller().get(location)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUCCEEDED"))
                .body("linesDone", equalTo(5_001))
                .body("created", equalTo(5_001))
                .body("finishedAt", startsWith("20"));
        caller().get(IMPORTS + "?limit=1").then().body("items", hasSize(1)).body("items[0].created", equalTo(5_001));
        read("zones", file.key("zone4999")).statusCode(200);
    }

    /** Whoever is told that an import succeeded sees what follows from it in the next answer. */
    @Test
    void tellsOfSuccessWhenItsConsequencesCanBeRead() {
        Ndjson file = Ndjson.file().organization("group").zones(8_000, "group");

        finished(send(file));

        caller().get("/api/v1/zones/" + file.key("zone7999") + "/risk").then().statusCode(200);
    }

    @Test
    void answersAnUnchangedJobWithNotModified() {
        String location = finished(send(Ndjson.file().zones(5_001, "nowhere")));
        String etag = caller().get(location).header("ETag");

        caller().header("If-None-Match", etag).get(location).then().statusCode(304);
    }

    @Test
    void knowsNoJobThatNeverWas() {
        caller().get(IMPORTS + "/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void needsAKey() {
        ndjson(given()).body("{}").post(IMPORTS).then().statusCode(401);
    }

    @Test
    void letsNoViewerImport() {
        String secret = caller().contentType(ContentType.JSON)
                .body("{\"name\":\"viewer\",\"role\":\"VIEWER\"}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");

        ndjson(given().auth().oauth2(secret)).body("{}").post(IMPORTS).then().statusCode(403);
        given().auth().oauth2(secret).get(IMPORTS).then().statusCode(200);
    }
}
