package dev.sekisho.software.identity;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product that no feed knows does not read as clean, and can be told what it is, on whichever database. */
abstract class IdentityCases {
    private static final AtomicInteger COUNT = new AtomicInteger(30_000);

    private final String key = Api.unique().replaceAll("\\W", "");
    private final String maker = "Zephyr " + key;
    private final String name = "Westwind Portal " + key;

    @BeforeEach
    void registerAProductThatIsMisspelled() {
        Api.importing("""
                {"collection": "organizations", "key": "~org", "name": "org"}
                {"collection": "zones", "key": "~front", "name": "front", "organization": "~org"}
                {"collection": "zones", "key": "~back", "name": "back", "organization": "~org"}
                {"collection": "third-parties", "key": "~msp", "name": "msp ~", "kind": "MSP"}
                {"collection": "connection-points", "key": "~point", "name": "point", "thirdParty": "~msp", "zone": "~front"}
                {"collection": "software-products", "key": "~portal", "name": "Westwnid Portal ~", "supplier": "~msp"}
                {"collection": "installations", "key": "~at-front", "product": "~portal", "version": "3.1", "at": {"zone": "~front"}}
                {"collection": "installations", "key": "~at-back", "product": "~portal", "version": "3.1", "at": {"zone": "~back"}}
                """.replace("~", key)).then().statusCode(200);
        publish(maker, name, "4.0");
    }

    /** A record of a flaw in every version below one. */
    private static String publish(String maker, String product, String fixed) {
        String cve = "CVE-2026-" + COUNT.incrementAndGet();
        String text = "{'dataType':'CVE_RECORD','dataVersion':'5.1','cveMetadata':{'cveId':'" + cve
                + "','state':'PUBLISHED'},'containers':{'cna':{'providerMetadata':{'shortName':'cna'},'affected':["
                + "{'vendor':'" + maker + "','product':'" + product + "','defaultStatus':'unaffected','versions':"
                + "[{'version':'0','lessThan':'" + fixed + "','status':'affected','versionType':'custom'}]}]}}}";
        Api.sending("application/octet-stream", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/cve")
                .then()
                .statusCode(200);
        return cve;
    }

    private JsonNode identity() {
        return read("software-products/" + key + "portal/identity");
    }

    private Response accept(String candidate, String ifMatch) {
        var call = Api.sending("{'candidate': '" + candidate + "'}");
        return (ifMatch.isEmpty() ? call : call.header("If-Match", ifMatch))
                .post("/api/v1/software-products/" + key + "portal/identity");
    }

    private static String severity(String installation) {
        JsonNode found = read("findings?code=SW-08&status=OPEN&subject=INSTALLATION&key=" + installation);
        return found.at("/items/0/severity").asText();
    }

    @Test
    void whatNoFeedKnowsDoesNotReadAsClean() {
        JsonNode known = identity();
        JsonNode list = read("unpatched-software?product=" + key + "portal");

        assertThat(known.at("/product/identity").asText()).isEqualTo("UNMATCHED");
        assertThat(known.at("/product/installations").asInt()).isEqualTo(2);
        assertThat(known.at("/product/notJudged").asInt()).isEqualTo(2);
        assertThat(known.get("names").findValuesAsText("records")).containsOnly("0");
        assertThat(list.get("items")).isEmpty();
        assertThat(list.get("judged").asBoolean()).isFalse();
        assertThat(list.at("/notJudged/unmatched").asInt()).isEqualTo(2);
        assertThat(list.at("/notJudged/noFeed").asInt()).isZero();
        assertThat(list.at("/notJudged/why").asText()).contains("No loaded source speaks of 2 installations");
        assertThat(severity(key + "at-front")).isEqualTo("HIGH");
        assertThat(severity(key + "at-back")).isEqualTo("MEDIUM");
        assertThat(read("software-products/" + key + "portal").get("identity").asText())
                .isEqualTo("UNMATCHED");
        assertThat(read("installations/" + key + "at-back").get("identity").asText())
                .isEqualTo("UNMATCHED");
        assertThat(read("portfolio/risk").at("/notJudged/unmatched").asInt()).isGreaterThanOrEqualTo(2);
        get("unpatched-software/vex").then().body(containsString("sekisho:notJudged:why"));
        post("software/analyze", "{'items': [{'product': 'Westwnid Portal " + key + "'}, {'product': '" + name + "'}]}")
                .then()
                .statusCode(200)
                .body("items[0].identity", equalTo("UNMATCHED"))
                .body("items[1].judged", equalTo(true))
                .body("notJudged", equalTo(1))
                .body("why", containsString("1 of the items"));
    }

    @Test
    void isToldWhatItMayBeAndByOneCallWhatItIs() {
        String tag = Api.etag(get("software-products/" + key + "portal"));
        JsonNode candidate = identity().at("/candidates/0");
        assertThat(candidate.get("vendor").asText()).isEqualTo(maker);
        assertThat(candidate.get("product").asText()).isEqualTo(name);
        assertThat(candidate.get("score").asInt()).isBetween(90, 99);
        assertThat(candidate.get("why").asText()).startsWith("The names are spelled alike");

        String id = candidate.get("candidate").asText();
        accept(id, "\"other\"").then().statusCode(412);
        accept(id, tag)
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of(name)))
                .body("vendor", equalTo(maker));

        assertThat(identity().at("/product/identity").asText()).isEqualTo("MATCHED");
        assertThat(identity().at("/product/records").asInt()).isEqualTo(1);
        assertThat(read("unpatched-software?product=" + key + "portal").get("items"))
                .hasSize(2);
        assertThat(severity(key + "at-front")).isEmpty();
        assertThat(read("installations/" + key + "at-back").get("identity").asText())
                .isEqualTo("MATCHED");
        // The same once more changes nothing.
        accept(id, "").then().statusCode(200).body("aliases", equalTo(List.of(name)));
    }

    /** One vulnerability that two sources name differently tells that both names may be of one product. */
    @Test
    void isToldWhatElseRecordsCallWhatTheyName() {
        put("software-products/" + key + "portal", "{'name': '" + name + "', 'vendor': '" + maker + "'}");
        String together = publish(maker, name, "4.0");
        String cpe = "cpe:2.3:a:notus_" + key.toLowerCase(Locale.ROOT) + ":gate:*:*:*:*:*:*:*:*";
        for (String cve : List.of(together, "CVE-2026-" + COUNT.incrementAndGet())) {
            String page =
                    "{'cve':{'id':'" + cve + "','lastModified':'2026-01-01T00:00:00.000','configurations':[{'nodes':"
                            + "[{'operator':'OR','negate':false,'cpeMatch':[{'vulnerable':true,'criteria':'" + cpe
                            + "','versionEndExcluding':'4.0'}]}]}]}}";
            Api.sending("application/octet-stream", page.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                    .put("/api/v1/feeds/nvd")
                    .then()
                    .statusCode(200);
        }

        JsonNode candidate = StreamSupport.stream(identity().get("candidates").spliterator(), false)
                .filter(one -> cpe.equals(one.path("cpe").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(candidate.get("why").asText())
                .isEqualTo("1 of the 2 vulnerabilities that name it name this as well.");
        assertThat(candidate.get("records").asInt()).isEqualTo(2);
        accept(candidate.get("candidate").asText(), "").then().statusCode(200).body("cpe", equalTo(cpe));
        assertThat(identity().at("/product/records").asInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotThere() {
        accept("name:nobody/nothing", "").then().statusCode(422).body("errors[0].pointer", equalTo("/candidate"));
        accept("nonsense", "").then().statusCode(422);
        Api.sending("{}")
                .post("/api/v1/software-products/" + key + "portal/identity")
                .then()
                .statusCode(400);
        get("software-products/" + key + "none/identity").then().statusCode(404);
        String id = identity().at("/candidates/0/candidate").asText();
        Api.sending("{'candidate': '" + id + "'}")
                .post("/api/v1/software-products/" + key + "none/identity")
                .then()
                .statusCode(404);
        get("software-identities?identity=NOPE").then().statusCode(400);
        get("software-identities?supplier=" + key + "none").then().statusCode(422);
    }

    @Test
    void listsAllThatAreUnknown() {
        put("software-products/" + key + "known", "{'name': '" + name + "', 'vendor': '" + maker + "'}")
                .then()
                .statusCode(201);

        assertThat(keys("software-identities?identity=UNMATCHED&q=" + key)).containsExactly(key + "portal");
        assertThat(keys("software-identities?identity=MATCHED&q=" + key)).containsExactly(key + "known");
        assertThat(keys("software-identities?q=" + key)).containsExactly(key + "portal", key + "known");
        assertThat(keys("software-identities?inUse=false&q=" + key)).containsExactly(key + "known");
        assertThat(keys("software-identities?sort=-records&q=" + key)).containsExactly(key + "known", key + "portal");
        assertThat(keys("software-identities?supplier=" + key + "msp")).containsExactly(key + "portal");
        JsonNode first = read("software-identities?limit=1&q=" + key);
        assertThat(first.at("/total/count").asInt()).isEqualTo(2);
        assertThat(keys("software-identities?limit=1&q=" + key + "&pageToken="
                        + first.get("nextPageToken").asText()))
                .containsExactly(key + "known");
    }

    private static List<String> keys(String address) {
        return StreamSupport.stream(read(address).get("items").spliterator(), false)
                .map(row -> row.get("key").asText())
                .toList();
    }

    @Test
    void tellsWhereTheMereNameIsThatOfSeveralMakers() {
        publish("Boreas " + key, name, "2.0");
        put("software-products/" + key + "portal", "{'name': '" + name + "'}")
                .then()
                .statusCode(200);

        JsonNode known = identity();

        assertThat(known.at("/product/identity").asText()).isEqualTo("AMBIGUOUS");
        assertThat(known.get("makers")).hasSize(2);
        assertThat(known.at("/product/why").asText()).contains("boreas" + key).contains("zephyr" + key);
        assertThat(severity(key + "at-front")).isEmpty();
        accept(
                        "name:boreas" + key.toLowerCase(Locale.ROOT) + "/"
                                + ("westwindportal" + key).toLowerCase(Locale.ROOT),
                        "")
                .then()
                .statusCode(200)
                .body("vendor", equalTo("Boreas " + key));
        assertThat(identity().at("/product/identity").asText()).isEqualTo("MATCHED");
        assertThat(read("unpatched-software?product=" + key + "portal").get("items"))
                .isEmpty();
    }

    /** Nobody wrote in between, so whoever read it before it was assessed may write. */
    @Test
    void aTagFromBeforeItWasAssessedHolds() {
        String product = "software-products/" + key + "new";
        String tag = Api.etag(put(product, "{'name': 'New " + key + "'}"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(product).has("identity"));
        assertThat(Api.etag(get(product))).isNotEqualTo(tag);

        JsonNode shown = read(product);
        Api.sending(shown.toString())
                .header("If-Match", tag)
                .put("/api/v1/" + product)
                .then()
                .statusCode(200);
        Api.sending("{'name': 'Newer'}")
                .header("If-Match", tag)
                .put("/api/v1/" + product)
                .then()
                .statusCode(200);
        Api.sending("{'name': 'Newest'}")
                .header("If-Match", tag)
                .put("/api/v1/" + product)
                .then()
                .statusCode(412);
    }
}
