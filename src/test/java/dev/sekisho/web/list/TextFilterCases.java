package dev.sekisho.web.list;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.importing;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list of things that have a name finds them by it, in whatever case and form it is written. */
abstract class TextFilterCases {
    private final String key = Api.unique();

    /** One of everything, each called so; the link has no firewall and the software a flaw. */
    private void register(String name) {
        String estate = """
                {"collection": "organizations", "key": "~org", "name": "%1$s"}
                {"collection": "zones", "key": "~z1", "name": "%1$s", "organization": "~org"}
                {"collection": "zones", "key": "~z2", "name": "other", "organization": "~org"}
                {"collection": "third-parties", "key": "~msp", "name": "%1$s", "kind": "MSP"}
                {"collection": "data-holdings", "key": "~held", "name": "%1$s", "thirdParty": "~msp", "organization": "~org"}
                {"collection": "assets", "key": "~host", "name": "%1$s", "zone": "~z1"}
                {"collection": "software-products", "key": "~tool", "name": "%1$s", "supplier": "~msp"}
                {"collection": "advisories", "key": "~flaw", "name": "%1$s", "affected": [{"product": "~tool"}]}
                {"collection": "connection-points", "key": "~line", "name": "%1$s", "thirdParty": "~msp", "zone": "~z1", "firewall": {"state": "NONE"}}
                {"collection": "zone-links", "key": "~inner", "name": "%1$s", "from": "~z1", "to": "~z2", "firewall": {"state": "NONE"}}
                {"collection": "installations", "key": "~inst", "name": "%1$s", "product": "~tool", "version": "1", "at": {"zone": "~z1"}, "useState": "IN_USE"}
                """;
        importing(estate.formatted(name).replace("~", key)).then().statusCode(200);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> found(String list, String filter) {
        return read(list + (list.contains("?") ? "&" : "?") + filter + "&limit=1000")
                .get("items")
                .findValuesAsText("key")
                .stream()
                .filter(one -> one.startsWith(key))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizations",
                "zones",
                "third-parties",
                "assets",
                "software-products",
                "advisories",
                "connection-points",
                "data-holdings",
                "zone-links",
                "installations",
                "risk-scores",
                "risk-scores?subject=CONNECTION_POINT",
                "unfiltered-links",
                "unpatched-software"
            })
    void findsByNameAndByPartOfKeyOrName(String list) {
        String name = "㈱日立 ＭＳＰ ｶﾞｽ " + key;
        register(name);

        for (String filter : List.of(
                "name=" + coded("(株)日立 msp ガス " + key),
                "q=" + coded("ＭＳＰ ガス " + key.toUpperCase(Locale.ROOT)),
                "q=" + key)) {
            assertThat(found(list, filter)).as(filter).isNotEmpty();
        }
        for (String filter : List.of("name=" + coded("日立"), "q=" + key + "nothing", "q=%25" + key, "q=" + key + "_")) {
            assertThat(found(list, filter)).as(filter).isEmpty();
        }
        assertThat(read(list + (list.contains("?") ? "&" : "?") + "q=" + key + "nothing")
                        .at("/total/count")
                        .asInt())
                .isZero();
    }

    @Test
    void findsFindingsByWhatTheyAreAbout() {
        register("Pump Works " + key);

        List<String> about = read("findings?limit=1000&q=" + coded("pump works " + key))
                .get("items")
                .findValuesAsText("key");
        JsonNode findings = read("findings?limit=1000&name=" + coded("PUMP WORKS " + key));

        assertThat(findings.get("items"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).contains("Pump Works " + key));
        assertThat(read("findings?q=" + key + "nothing").get("items")).isEmpty();
        assertThat(about).isNotEmpty().allMatch(one -> one.startsWith(key));
    }

    @Test
    void goesByTheNameOfNow() {
        put("organizations/" + key, "{'name': 'Before " + key + "'}").then().statusCode(201);
        put("organizations/" + key, "{'name': 'Danach ÄÖÜ " + key + "'}").then().statusCode(200);

        assertThat(found("organizations", "q=" + coded("danach äöü " + key))).containsExactly(key);
        assertThat(found("organizations", "q=" + coded("before " + key))).isEmpty();
    }

    @Test
    void leadsFromPageToPageOfWhatIsFoundOnly() {
        for (int i = 0; i < 3; i++) {
            put("organizations/" + key + i, "{'name': 'Page " + key + "'}")
                    .then()
                    .statusCode(201);
        }
        JsonNode first = read("organizations?limit=2&q=page%20" + key);
        String token = first.get("nextPageToken").asText();

        assertThat(first.at("/total/count").asInt()).isEqualTo(3);
        assertThat(read("organizations?limit=2&q=page%20" + key + "&pageToken=" + token)
                        .get("items"))
                .hasSize(1);
        get("organizations?limit=2&q=page&pageToken=" + token)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("pageToken"));
        get("organizations?limit=2&name=page%20" + key + "&pageToken=" + token)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zones              | q
            risk-scores        | q
            findings           | name
            unfiltered-links   | name
            unpatched-software | q
            """)
    void refusesTextThatIsNoneOrTooLong(String list, String parameter) {
        get(list + "?" + parameter + "=" + coded("機".repeat(200))).then().statusCode(200);
        for (String text : List.of("機".repeat(201), " ", "\u3000")) {
            get(list + "?" + parameter + "=" + coded(text))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(parameter))
                    .body("detail", equalTo(parameter + " takes text of 1 to 200 characters."));
        }
    }
}
