package dev.sekisho.software;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.sekisho.sbom.BillReader;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bill of materials brings, on whichever database. */
abstract class SbomCases {
    private static final String LOG4J =
            "{'type':'library','bom-ref':'log4j','name':'log4j-core','version':'2.14.1','purl':'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1'}";

    private static final String EOL =
            "---\ntitle: Billing Station\npermalink: /billing-station\nreleases:\n  - releaseCycle: \"3.1\"\n    releaseDate: 2019-01-01\n    eol: 2020-01-01\n---\n";

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private RequestSpecification caller() {
        return given().auth().oauth2(adminKey).contentType("application/json");
    }

    private void register(String collection, String key, String body) {
        caller().body(body.replace('\'', '"'))
                .put("/api/v1/" + collection + "/" + key)
                .then()
                .statusCode(lessThan(300));
    }

    private ValidatableResponse send(String version, String more) {
        String bill =
                "{'bomFormat':'CycloneDX','specVersion':'1.5','version':1,'metadata':{'supplier':{'name':'Yamato'}},'components':["
                        + LOG4J + "]" + more + "}";
        return caller().body(bill.replace('\'', '"'))
                .post("/api/v1/software-products/bom-app/versions/" + version + "/sbom")
                .then();
    }

    private ValidatableResponse unpatched() {
        return caller().get("/api/v1/unpatched-software?installation=bom-here&advisory=bom-log4shell")
                .then()
                .statusCode(200);
    }

    @BeforeEach
    void setUp() {
        register("organizations", "bom-org", "{'name':'Plant'}");
        register("zones", "bom-zone", "{'name':'office','organization':'bom-org'}");
        register("software-products", "bom-app", "{'name':'Billing Station'}");
        register(
                "installations",
                "bom-here",
                "{'name':'here','product':'bom-app','version':'3.1','at':{'zone':'bom-zone'}}");
        register(
                "advisories",
                "bom-log4shell",
                "{'name':'Log4Shell','aliases':['CVE-2021-44228x'],'affected':[{'purl':'pkg:maven/org.apache.logging.log4j/log4j-core','versions':[{'from':'2.0','lessThan':'2.15.0'}]}]}");
    }

    @Test
    void findsFlawsInWhatAVersionIsMadeOf() {
        send("3.1", "").statusCode(200).body("components", equalTo(1)).body("identified", equalTo(1));

        unpatched()
                .body("items[0].verdict", equalTo("AFFECTED"))
                .body("items[0].reason", containsString("log4j-core 2.14.1"));
        send("3.1", "").statusCode(200).body("changed", equalTo(false));
    }

    /** 3.1 and 3.1.0 are one version, of which the bill that is called exactly as the installation counts first. */
    @Test
    void servesAVersionThatIsWrittenWithMoreZeros() {
        register(
                "installations",
                "bom-here",
                "{'name':'here','product':'bom-app','version':'3.7','at':{'zone':'bom-zone'}}");
        send("3.7.0.0", "").statusCode(200);

        unpatched().body("items[0].verdict", equalTo("AFFECTED"));
        caller().body("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"components\":[]}")
                .post("/api/v1/software-products/bom-app/versions/3.7/sbom")
                .then()
                .statusCode(200);
        unpatched().body("items.size()", equalTo(0));
    }

    @Test
    void honoursTheWordOfItsAuthor() {
        send(
                        "3.1",
                        ",'vulnerabilities':[{'id':'CVE-2021-44228x','analysis':{'state':'not_affected','justification':'code_not_reachable'},'affects':[{'ref':'log4j'}]}]")
                .statusCode(200)
                .body("statements", equalTo(1))
                .body("author", equalTo("Yamato"));

        unpatched().body("items.size()", equalTo(0));
    }

    /** By whatever name it means the part; what it says of anything else is not said of this part. */
    @ParameterizedTest
    @CsvSource({
        "log4j, 0",
        "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#log4j, 0",
        "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar, 0",
        "pkg:maven/org.apache.logging.log4j/log4j-core@2.13.0, 1",
        "pkg:maven/org.apache.logging.log4j/log4j-api@2.14.1, 1",
        "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#other, 1",
        "nothing-in-the-bill, 1",
    })
    void hearsWhatIsSaidOfAPartForThatPartOnly(String ref, int left) {
        send(
                        "3.1",
                        ",'vulnerabilities':[{'id':'CVE-2021-44228x','analysis':{'state':'not_affected'},'affects':[{'ref':'"
                                + ref + "'}]}]")
                .statusCode(200);

        unpatched().body("items.size()", equalTo(left));
    }

    @Test
    void findsAnAdvisoryThatComesLater() {
        send("3.1", "").statusCode(200);
        register(
                "advisories",
                "bom-later",
                "{'name':'later','affected':[{'purl':'pkg:maven/org.apache.logging.log4j/log4j-core','versions':[{'lessThan':'2.17.1'}]}]}");

        caller().get("/api/v1/unpatched-software?installation=bom-here&advisory=bom-later")
                .then()
                .body("items[0].verdict", equalTo("AFFECTED"));
    }

    @Test
    void groupsAndExportsWhatIsUnpatched() {
        send("3.1", "").statusCode(200);
        unpatched().body("items.size()", equalTo(1));

        caller().get("/api/v1/unpatched-software?groupBy=PRODUCT&product=bom-app")
                .then()
                .statusCode(200)
                .body("items[0].key", equalTo("bom-app"))
                .body("items[0].installations", equalTo(1));
        caller().get("/api/v1/unpatched-software?groupBy=THIRD_PARTY").then().statusCode(200);
        caller().get("/api/v1/unpatched-software?groupBy=MOON").then().statusCode(400);
        byte[] vex = caller().get("/api/v1/unpatched-software/vex")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(BillReader.read(vex).statements()).isNotEmpty();
    }

    @Test
    void saysWhatIsOutOfSupport() {
        caller().body(EOL).put("/api/v1/feeds/eol").then().statusCode(200);

        caller().get("/api/v1/findings?code=SW-05&key=bom-here")
                .then()
                .statusCode(200)
                .body("items[0].severity", equalTo("HIGH"));
    }

    @Test
    void takesABillOfAToolWithWarningsAndRefusesItWhereItHasToBeStrict() {
        String bill = """
                {"bomFormat": "CycloneDX", "specVersion": "1.7", "version": 1, "components": [
                 {"type": "library", "name": "x", "version": "1", "purl": "pkg:npm/x@1",
                  "externalReferences": [{"type": "vcs", "url": "git@example.com:o/r name.git"}]},
                 {"type": "library", "name": "y", "version": "1", "purl": "no purl"}]}""";

        caller().contentType("application/octet-stream")
                .body(bill.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/software-products/bom-app/versions/8.1/sbom?strict=true")
                .then()
                .statusCode(400);
        caller().contentType("application/octet-stream")
                .body(bill.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/software-products/bom-app/versions/8.1/sbom")
                .then()
                .statusCode(200)
                .body("format", org.hamcrest.Matchers.equalTo("CycloneDX 1.7"))
                .body("components", org.hamcrest.Matchers.equalTo(2))
                .body("identified", org.hamcrest.Matchers.equalTo(1))
                .body("warnings[0]", org.hamcrest.Matchers.containsString("externalReferences"));
    }

    @Test
    void refusesWhatIsNoBill() {
        caller().body("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"9.9\"}")
                .post("/api/v1/software-products/bom-app/versions/3.1/sbom")
                .then()
                .statusCode(400);
        caller().body("{\"spdxVersion\":\"SPDX-2.3\",\"SPDXID\":\"SPDXRef-DOCUMENT\",\"name\":\"x\"}")
                .post("/api/v1/software-products/bom-nobody/versions/3.1/sbom")
                .then()
                .statusCode(404);
    }
}
