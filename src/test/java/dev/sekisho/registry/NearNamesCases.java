package dev.sekisho.registry;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.importing;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.tree;
import static dev.sekisho.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names what is not there is told what is near, and of everything that is wrong at once. */
abstract class NearNamesCases {
    private static String detail(Response answer) {
        return tree(answer).get("detail").asText();
    }

    private static List<String> places(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        var places = new ArrayList<String>();
        for (JsonNode error : tree(answer).get("errors")) {
            places.add(error.get("pointer").asText());
        }
        return places;
    }

    private static String organization() {
        String key = unique() + "power";
        put("organizations/" + key, "{'name': 'o'}").then().statusCode(201);
        return key;
    }

    @Test
    void namesWhatIsNearAReferenceToNothing() {
        String key = organization();
        String zone = "{'name': 'z', 'organization': '" + key.replace("power", "powr") + "'}";

        Response sent = put("zones/" + unique(), zone);
        Response imported =
                importing(zone.replace('\'', '"').replace("{", "{\"collection\": \"zones\", \"key\": \"k\", "));

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(detail(sent)).contains("which is not in organizations; near").contains(key);
        assertThat(imported.statusCode()).isEqualTo(422);
        assertThat(detail(imported))
                .contains("which is not in organizations; near")
                .contains(key);
    }

    @Test
    void namesWhatIsNearInTheSameFile() {
        String key = unique();
        Response imported = importing("""
                {"collection": "organizations", "key": "~power", "name": "o"}
                {"collection": "zones", "key": "~z", "name": "z", "organization": "~powr"}
                """.replace("~", key));

        assertThat(imported.statusCode()).isEqualTo(422);
        assertThat(detail(imported)).contains(key + "power");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations/~", "organizations/~/risk"})
    void namesWhatIsNearAnAddressOfNothing(String address) {
        String key = organization();

        Response answer = get(address.replace("~", key.replace("power", "powr")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).contains("near").contains(key);
    }

    @Test
    void namesTheRuleTheFeedTheParameterAndTheCollectionThatAreNear() {
        assertThat(detail(get("rules/NET-1"))).contains("near").contains("NET-01");
        assertThat(detail(Api.sending("application/octet-stream", new byte[] {'{', '}'})
                        .put("/api/v1/feeds/kew")))
                .contains("near is kev");
        assertThat(detail(get("zones?organisation=x")))
                .contains("organisation is not known; near is organization; known are [");
        assertThat(detail(importing("{\"collection\": \"zone\", \"key\": \"k\", \"name\": \"n\"}")))
                .contains("near")
                .contains("zones");
    }

    @Test
    void namesOnlyCveIdsNearACveId() {
        String id = "CVE-2031-" + (10_000 + (unique().hashCode() & 0xfff));
        put("advisories/" + id, "{'name': 'a', 'cve': '" + id + "'}").then().statusCode(201);
        put("advisories/OSV-9", "{'name': 'a'}");

        assertThat(detail(get("advisories?cve=" + id + "0"))).contains("near").contains(id);
        assertThat(detail(get("advisories?cve=OSV-9"))).doesNotContain("near");
    }

    @Test
    void tellsOfAWrongFormAndAMissingReferenceAtOnce() {
        String zone = "{'name': 'z', 'organization': 'nobody', 'criticality': 101}";

        assertThat(places(put("zones/" + unique(), zone), 400)).containsExactly("/criticality", "/organization");
        assertThat(places(put("zones/" + unique(), zone.replace("101", "'x'")), 400))
                .containsExactly("/criticality", "/organization");
        assertThat(places(put("zones/" + unique(), zone.replace("nobody", "no body")), 400))
                .containsExactly("/criticality", "/organization");
        assertThat(places(
                        post(
                                "third-parties",
                                "{'name': '', 'kind': 'MSP', 'parent': 'nobody', 'assessedOn': '2999-01-01'}"),
                        400))
                .containsExactly("/name", "/parent", "/assessedOn");
    }

    /** Where a part is missing or null, what is looked for in it is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizations",
                "zones",
                "assets",
                "third-parties",
                "connection-points",
                "data-holdings",
                "zone-links",
                "software-products",
                "installations",
                "advisories",
                "inspection-campaigns",
                "inspections"
            })
    void looksForReferencesInWhateverIsThere(String collection) {
        for (String body : new String[] {
            "{'name': ''}",
            "{'name': '', 'links': [null], 'affected': [null], 'at': null, 'treatments': [null]}",
            "{'name': 5, 'links': null, 'affected': null, 'at': {}}"
        }) {
            assertThat(post(collection, body).statusCode())
                    .as(collection + " " + body)
                    .isEqualTo(400);
        }
    }

    @Test
    void tellsOfAllParametersAtOnce() {
        assertThat(places(get("unpatched-software?limit=0&zone=nowhere&severity=bad&noFix=1&colour=red&product="), 400))
                .containsExactlyInAnyOrder("limit", "zone", "severity", "noFix", "colour", "product");
        assertThat(places(get("unpatched-software?zone=nowhere&organization=nobody"), 422))
                .containsExactlyInAnyOrder("zone", "organization");
    }

    @Test
    void tellsOfAllItemsToAnalyzeAtOnce() {
        assertThat(places(
                        post(
                                "software/analyze",
                                "{'items': [{'purl': 'x'}, {'version': '1'}, {'product': ''}, null, {'cpe': 'y'}]}"),
                        400))
                .containsExactlyInAnyOrder("/items/0/purl", "/items/1", "/items/2/product", "/items/3", "/items/4/cpe");
        assertThat(places(post("software/analyze", "{'items': [{'purl': 'x'}, {'product': 5}]}"), 400))
                .contains("/items/0/purl", "/items/1/product");
    }
}
