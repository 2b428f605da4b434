package dev.sekisho.software;

import static dev.sekisho.Api.etag;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.importing;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where nothing was loaded nothing is known, and no answer may look clean. */
@QuarkusTest
@TestProfile(NothingLoadedTest.Empty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingLoadedTest {
    private static final String ESTATE = """
            {"collection": "organizations", "key": "org", "name": "org"}
            {"collection": "zones", "key": "office", "name": "office", "organization": "org"}
            {"collection": "zones", "key": "plant", "name": "plant", "organization": "org"}
            {"collection": "software-products", "key": "vpn", "name": "FortiOS", "vendor": "Fortinet"}
            {"collection": "software-products", "key": "odd", "name": "Odd Tool", "vendor": "Nobody Known"}
            {"collection": "installations", "key": "vpn-office", "name": "v", "product": "vpn", "version": "7.2.6", "at": {"zone": "office"}, "useState": "IN_USE"}
            {"collection": "installations", "key": "odd-plant", "name": "o", "product": "odd", "version": "1", "at": {"zone": "plant"}, "useState": "IN_USE"}
            {"collection": "installations", "key": "odd-gone", "name": "g", "product": "odd", "version": "1", "at": {"zone": "office"}, "useState": "REMOVED"}
            """;

    private static final String BILL = """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": [
             {"type": "library", "name": "log4j-core", "version": "2.14.1", "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}]}""";

    /** A database of its own, with nothing in it. */
    public static class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:nothing;DB_CLOSE_DELAY=-1");
        }
    }

    @Test
    @Order(1)
    void saysThatNothingIsLoadedAndNothingJudged() {
        importing(ESTATE).then().statusCode(200);

        JsonNode list = read("unpatched-software");
        JsonNode groups = read("unpatched-software?groupBy=PRODUCT");
        Response analysis = post(
                "software/analyze", "{'items': [{'vendor': 'Fortinet', 'product': 'FortiOS', 'version': '7.2.6'}]}");

        for (JsonNode answer : List.of(list, groups)) {
            assertThat(answer.get("items")).isEmpty();
            assertThat(answer.get("judged").asBoolean()).isFalse();
            assertThat(answer.at("/notJudged/installations").asInt()).isEqualTo(2);
            assertThat(answer.at("/notJudged/firstProducts").toString()).isEqualTo("[\"odd\",\"vpn\"]");
            assertThat(answer.get("sources")).isEmpty();
        }
        assertThat(Api.caller().get("/q/metrics").asString()).contains("\nsekisho_not_judged_installations 2.0");
        analysis.then()
                .statusCode(200)
                .body("sources", hasSize(0))
                .body("items[0].judged", equalTo(false))
                .body("items[0].verdicts", hasSize(0));
        assertThat(vex())
                .containsEntry("sekisho:judged", "false")
                .containsEntry("sekisho:notJudged:installations", "2");
        get("unpatched-software?advisory=CVE-2024-21762")
                .then()
                .statusCode(422)
                .body("detail", containsString("No source is loaded here at all."));
    }

    @Test
    @Order(2)
    void aBillOfMaterialsTellsHowManyPartsASourceNames() {
        sending("application/octet-stream", BILL.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/software-products/odd/versions/1/sbom")
                .then()
                .statusCode(200)
                .body("identified", equalTo(1))
                .body("judged", equalTo(0))
                .body("sources", hasSize(0));
    }

    @Test
    @Order(3)
    void aSourceIsNamedAsSoonAsItIsLoadedThoughItChangesNothing() {
        String before = etag(get("unpatched-software"));
        sending(
                        "application/octet-stream",
                        "cve,epss,percentile\nCVE-2024-21762,0.92345,0.99612\n".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/epss")
                .then()
                .statusCode(200);

        get("unpatched-software", before).then().statusCode(200).body("sources.name", equalTo(List.of("epss")));
        get("unpatched-software?advisory=CVE-2024-21762")
                .then()
                .statusCode(422)
                .body("detail", containsString("No source loaded here says more of this CVE than its EPSS score."))
                .body("detail", containsString("Loaded here are epss (loaded on 2"));
    }

    @Test
    @Order(4)
    void whatIsMissingIsCleanOnlyWhereASourceNamesIt() {
        put("advisories/OWN-1", """
                {'name': 'a', 'published': true, 'affected': [{'product': 'vpn', 'versions': [{'lessThan': '7.0.0'}]}]}""").then().statusCode(201);

        JsonNode vpn = read("unpatched-software?product=vpn");
        JsonNode all = read("unpatched-software");

        assertThat(vpn.get("items")).isEmpty();
        assertThat(vpn.get("judged").asBoolean()).isTrue();
        assertThat(vpn.at("/sources/1/name").asText()).isEqualTo("own");
        assertThat(all.get("judged").asBoolean()).isFalse();
        assertThat(all.at("/notJudged/firstProducts").toString()).isEqualTo("[\"odd\"]");
        assertThat(read("unpatched-software?zone=office").get("judged").asBoolean())
                .isTrue();
        assertThat(read("unpatched-software?zone=plant").get("judged").asBoolean())
                .isFalse();
        assertThat(vex()).containsEntry("sekisho:judged", "false").containsEntry("sekisho:notJudged:product", "odd");
    }

    /** It concerns who supplies it and who can reach it, and nobody else. */
    @Test
    @Order(4)
    void whatIsNotJudgedIsNarrowedByTheThirdParty() {
        put("third-parties/apart", "{'name': 'a', 'kind': 'VENDOR'}").then().statusCode(201);
        put("third-parties/maker", "{'name': 'm', 'kind': 'VENDOR'}").then().statusCode(201);
        put("third-parties/guest", "{'name': 'g', 'kind': 'MSP'}").then().statusCode(201);
        put("software-products/odd", "{'name': 'Odd Tool', 'vendor': 'Nobody Known', 'supplier': 'maker'}")
                .then()
                .statusCode(200);
        put("connection-points/guest-plant", "{'thirdParty': 'guest', 'zone': 'plant'}")
                .then()
                .statusCode(201);

        assertThat(read("unpatched-software?thirdParty=apart")
                        .at("/notJudged/installations")
                        .asInt())
                .isZero();
        assertThat(read("unpatched-software?thirdParty=maker")
                        .at("/notJudged/firstProducts")
                        .toString())
                .isEqualTo("[\"odd\"]");
        assertThat(read("unpatched-software?thirdParty=guest")
                        .at("/notJudged/firstProducts")
                        .toString())
                .contains("odd");
    }

    @Test
    @Order(5)
    void aPartThatASourceNamesJudgesTheWhole() {
        put("advisories/OWN-2", """
                {'name': 'b', 'published': true, 'affected':
                 [{'purl': 'pkg:maven/org.apache.logging.log4j/log4j-core', 'versions': [{'lessThan': '2.0.0'}]}]}""").then().statusCode(201);

        JsonNode all = read("unpatched-software");

        assertThat(all.get("judged").asBoolean()).isTrue();
        assertThat(all.at("/notJudged/installations").asInt()).isZero();
        sending("application/octet-stream", BILL.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/software-products/odd/versions/1/sbom")
                .then()
                .body("judged", equalTo(1))
                .body("sources.name", equalTo(List.of("epss", "own")));
    }

    /** The properties of the exported document; of those that occur several times the last. */
    private static Map<String, String> vex() {
        var properties = new HashMap<String, String>();
        tree(Api.get("unpatched-software/vex"))
                .at("/metadata/properties")
                .forEach(one -> properties.put(
                        one.get("name").asText(), one.get("value").asText()));
        return properties;
    }
}
