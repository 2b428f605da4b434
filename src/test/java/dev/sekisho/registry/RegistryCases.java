package dev.sekisho.registry;

import static dev.sekisho.Api.delete;
import static dev.sekisho.Api.etag;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static dev.sekisho.Api.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.Api;
import dev.sekisho.change.ChangeCases;
import dev.sekisho.database.BesideTheService;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every collection promises, on whichever database. */
abstract class RegistryCases implements ChangeCases {
    /** Collections that show what an assessment says of each, so that their tags change while nobody writes. */
    private static final Set<String> ASSESSED = Set.of("software-products", "installations");

    private static final List<String> SHOWN_BESIDE =
            List.of("identity", "recordedBy", "givenAt", "covers", "coversVulnerabilities", "overrides");

    /** What callers said, without what an assessment adds. */
    private static ObjectNode written(String address) {
        return ((ObjectNode) read(address)).remove(SHOWN_BESIDE);
    }

    /** Waits until everything that was written has been assessed, where an assessment adds something. */
    private static void settle(String collection) {
        if (ASSESSED.contains(collection)) {
            get("findings?limit=1").then().statusCode(200);
        }
    }

    static List<String> collections() {
        return Sample.COLLECTIONS;
    }

    @ParameterizedTest
    @MethodSource("collections")
    void createsAnObject(String collection) {
        Sample sample = Sample.stored();
        ObjectNode body = sample.body(collection).put("key", sample.key("new"));

        Response created = post(collection, body.toString());

        created.then()
                .statusCode(201)
                .header("Location", equalTo("/api/v1/" + collection + "/" + sample.key("new")))
                .header("ETag", matchesPattern("\"[^\"]+\""));
        assertThat(((ObjectNode) tree(created)).remove(SHOWN_BESIDE)).isEqualTo(body);
        assertThat(written(collection + "/" + sample.key("new"))).isEqualTo(body);
        if (!ASSESSED.contains(collection)) {
            assertThat(etag(get(collection + "/" + sample.key("new")))).isEqualTo(etag(created));
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    void makesUpAKeyWhereNoneIsSent(String collection) {
        Sample sample = Sample.stored();

        Response created = post(collection, sample.body(collection).toString());

        created.then().statusCode(201).body("key", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+"));
        get(collection + "/" + tree(created).get("key").asText()).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void replaceCreatesOnceAndReplacesThen(String collection) {
        Sample sample = Sample.stored();
        String address = collection + "/" + sample.key("new");
        put(address, sample.body(collection).toString())
                .then()
                .statusCode(201)
                .header("Location", containsString(address));

        Response replaced =
                put(address, sample.body(collection).put("name", "改名").toString());

        replaced.then().statusCode(200).body("name", equalTo("改名"));
        if (!ASSESSED.contains(collection)) {
            assertThat(etag(get(address))).isEqualTo(etag(replaced));
        }
        sending(sample.body(collection).put("name", "再び").toString())
                .header("If-Match", etag(replaced))
                .put("/api/v1/" + address)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void takesBackUnchangedWhatItGaveOut(String collection) {
        Sample sample = Sample.stored();
        settle(collection);
        Response given = get(sample.address(collection));
        String list = etag(get(collection));

        Response taken = put(sample.address(collection), given.asString());

        taken.then().statusCode(200).header("ETag", etag(given));
        assertThat(taken.asString()).isEqualTo(given.asString());
        get(collection, list).then().statusCode(304);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void patchesOnlyWhatIsNamed(String collection) {
        Sample sample = Sample.stored();
        ObjectNode before = written(sample.address(collection)).put("name", "改名");

        Response patched = patch(sample.address(collection), "{'name': '改名'}");

        patched.then().statusCode(200);
        assertThat(((ObjectNode) tree(patched)).remove(SHOWN_BESIDE)).isEqualTo(before);
        assertThat(written(sample.address(collection))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "zones, cidrs",
        "third-parties, agreement",
        "assets, managedBy",
        "connection-points, firewall",
        "data-holdings, deletionProvenOn",
        "zone-links, egress",
        "software-products, aliases",
        "advisories, exploited",
        "installations, treatments",
        "analyst-verdicts, evidence"
    })
    void removesWithAPatchOfNull(String collection, String property) {
        Sample sample = Sample.stored();

        Response patched = patch(sample.address(collection), "{'" + property + "': null}");

        patched.then().statusCode(200);
        assertThat(tree(patched).has(property)).isFalse();
        assertThat(read(sample.address(collection)).has(property)).isFalse();
    }

    @Test
    void patchesDeepInside() {
        Sample sample = Sample.stored();

        patch(sample.address("third-parties"), "{'agreement': {'end': '2031-01-01', 'start': null}}")
                .then()
                .statusCode(200);

        JsonNode agreement = read(sample.address("third-parties")).get("agreement");
        assertThat(agreement.get("end").asText()).isEqualTo("2031-01-01");
        assertThat(agreement.has("start")).isFalse();
        assertThat(agreement.get("clauses")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'colour': 'red'}          | 400
                    {'key': 'another'}         | 422
                    {'name': 7}                | 400
                    {'name': null}             | 400
                    {'kind': 'FRIEND'}         | 400
                    {'parent': 'nobody-there'} | 422
                    []                         | 400
                    'text'                     | 400
                    null                       | 400
                    """)
    void refusesAPatchThatCannotBe(String patch, String status) {
        Sample sample = Sample.stored();
        String before = get(sample.address("third-parties")).asString();

        Response refused = patch(sample.address("third-parties"), patch);

        assertThat(String.valueOf(refused.statusCode())).as(refused.asString()).matches(status);
        refused.then().contentType(Api.PROBLEM);
        assertThat(get(sample.address("third-parties")).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void deletesAnObject(String collection) {
        Sample sample = Sample.stored();
        String address = collection + "/" + sample.key("new");
        put(address, sample.body(collection).toString()).then().statusCode(201);

        delete(address).then().statusCode(204);

        get(address).then().statusCode(404).contentType(Api.PROBLEM).body("detail", containsString(sample.key("new")));
        delete(address).then().statusCode(404);
        patch(address, "{'name': 'x'}").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, zones/",
        "zones, assets/",
        "zones, connection-points/",
        "zones, zone-links/",
        "assets, installations/",
        "assets, connection-points/",
        "third-parties, connection-points/",
        "third-parties, software-products/",
        "third-parties, assets/",
        "third-parties, data-holdings/",
        "organizations, data-holdings/",
        "software-products, installations/",
        "software-products, connection-points/",
        "software-products, advisories/",
        "installations, analyst-verdicts/",
        "advisories, analyst-verdicts/"
    })
    void refusesToDeleteWhatIsReferredTo(String collection, String referrers) {
        Sample sample = Sample.stored();
        settle(collection);
        String list = etag(get(collection));

        Response refused = delete(sample.address(collection));

        refused.then()
                .statusCode(409)
                .body("type", equalTo("urn:sekisho:problem:still-referenced"))
                .body("detail", containsString(referrers + sample.key("")));
        get(collection, list).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "organizations, parent, /parent",
        "zones, organization, /organization",
        "assets, zone, /zone",
        "assets, managedBy, /managedBy",
        "third-parties, parent, /parent",
        "connection-points, thirdParty, /thirdParty",
        "connection-points, zone, /zone",
        "connection-points, asset, /asset",
        "data-holdings, thirdParty, /thirdParty",
        "data-holdings, organization, /organization",
        "zone-links, from, /from",
        "zone-links, to, /to",
        "software-products, supplier, /supplier",
        "installations, product, /product",
        "analyst-verdicts, installation, /installation",
        "analyst-verdicts, advisory, /advisory"
    })
    void refusesAReferenceToNothing(String collection, String property, String pointer) {
        Sample sample = Sample.stored();
        ObjectNode body = sample.body(collection).put(property, "nothing-there");

        Response refused = put(collection + "/" + sample.key("new"), body.toString());

        refused.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", containsString("nothing-there"));
        get(collection + "/" + sample.key("new")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    connection-points | firewall   | {"product": "nothing-there"}                       | /firewall/product
                    advisories        | affected   | [{"product": "nothing-there"}]                     | /affected/0/product
                    installations     | at         | {"zone": "nothing-there"}                          | /at/zone
                    installations     | at         | {"dataHolding": "nothing-there"}                   | /at/dataHolding
                    installations     | at         | {"zone": "a", "asset": "b"}                        | /at
                    installations     | at         | {"zone": "a", "dataHolding": "b"}                  | /at
                    installations     | at         | {}                                                 | /at
                    third-parties     | agreement  | {"start": "2026-02-01", "end": "2026-01-01"}       | /agreement/end
                    connection-points | firewall   | {"inspectedOn": "2026-02-01", "inspectionDueOn": "2026-01-01"} | /firewall/inspectionDueOn
                    connection-points | state      | "RETIRED"                                          | /state
                    connection-points | approvedFlows | [{"protocol": "ICMP", "destinationPorts": ["1"]}] | /approvedFlows/0/destinationPorts
                    advisories        | affected   | [{"versions": [{"version": "1"}]}]                 | /affected/0
                    """)
    void refusesWhatCannotBeTrueTogether(String collection, String property, String value, String pointer) {
        Sample sample = Sample.stored();

        Response refused = put(
                collection + "/" + sample.key("new"),
                Sample.with(sample.body(collection), property, value).toString());

        refused.then().statusCode(422).contentType(Api.PROBLEM).body("errors[0].pointer", equalTo(pointer));
        get(collection + "/" + sample.key("new")).then().statusCode(404);
    }

    @Test
    void keepsSoftwareThatRunsAtWhatAThirdPartyHolds() {
        Sample sample = Sample.stored();
        String held = sample.key("data-holdings");
        ObjectNode body = Sample.with(sample.body("installations"), "at", "{\"dataHolding\": \"" + held + "\"}");

        put("installations/" + sample.key("there"), body.toString()).then().statusCode(201);

        assertThat(read("installations/" + sample.key("there")).get("at")).isEqualTo(body.get("at"));
        get("installations?dataHolding=" + held).then().body("items.key", equalTo(List.of(sample.key("there"))));
        delete("data-holdings/" + held)
                .then()
                .statusCode(409)
                .body("detail", containsString("installations/" + sample.key("there")));
    }

    @ParameterizedTest
    @CsvSource({"configurationReviewedOn", "deletionProvenOn"})
    void refusesWhatWillHaveHappenedToADataHolding(String property) {
        Sample sample = Sample.stored();

        patch(sample.address("data-holdings"), "{'" + property + "': '2999-01-01'}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + property));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection-points", "zone-links"})
    void refusesATestOfAFirewallThatIsYetToCome(String collection) {
        Sample sample = Sample.stored();

        patch(sample.address(collection), "{'firewall': {'segmentationTestedOn': '2999-01-01'}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/firewall/segmentationTestedOn"));
    }

    @Test
    void listsZonesByWhereTheyAreInTheirLife() {
        Sample sample = Sample.stored();
        String office = "zones?organization=" + sample.key("organizations");
        patch("zones/" + sample.key("other"), "{'state': 'RETIRED'}").then().statusCode(200);

        get(office + "&state=RETIRED").then().body("items.key", equalTo(List.of(sample.key("other"))));
        get(office + "&state=RETIRING").then().body("items.key", equalTo(List.of(sample.key("zones"))));
    }

    @Test
    void keepsNamesOfSourcesInOneFormAndTakesThemAway() {
        Sample sample = Sample.stored();
        String address = sample.address("connection-points");
        var names = "{'sourceNames': ['VPN.Partner.example.', '日本語.example'], 'sourcesDynamic': true}";
        Response stated = patch(address, names);

        stated.then()
                .statusCode(200)
                .body("sourceNames", equalTo(List.of("vpn.partner.example", "xn--wgv71a119e.example")))
                .body("sourcesDynamic", equalTo(true));
        patch(address, names).then().statusCode(200).header("ETag", etag(stated));
        patch(address, "{'sourceNames': null, 'sourcesDynamic': null}").then().statusCode(200);
        assertThat(written(address).has("sourceNames")).isFalse();
        assertThat(written(address).has("sourcesDynamic")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'198.51.100.7'",
                "'partner'",
                "'*.partner.example'",
                "'straße.example'",
                "'a b.example'",
                "''",
                "null"
            })
    void refusesNamesThatAreNone(String name) {
        Sample sample = Sample.stored();

        patch(sample.address("connection-points"), "{'sourceNames': ['vpn.partner.example', " + name + "]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/sourceNames/1"));
    }

    @Test
    void takesFiftyNamesAndNoMore() {
        String address = Sample.stored().address("connection-points");
        var names = Stream.iterate(1, i -> i + 1)
                .limit(51)
                .map(i -> "'h" + i + ".partner.example'")
                .toList();

        patch(address, "{'sourceNames': " + names.subList(0, 50) + "}").then().statusCode(200);
        patch(address, "{'sourceNames': " + names + "}").then().statusCode(400);
    }

    @Test
    void refusesAZoneLinkToWhereItStarts() {
        Sample sample = Sample.stored();
        ObjectNode body = sample.body("zone-links").put("to", sample.key("zones"));

        put("zone-links/" + sample.key("new"), body.toString())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
    }

    @Test
    void refusesALineOfSubcontractorsThatIsTooLong() {
        String prefix = Api.unique();
        line(prefix + "a", 16);
        String last = prefix + "a15";

        put("third-parties/" + prefix + "new", "{'name': 'n', 'kind': 'MSP', 'parent': '" + last + "'}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parent"))
                .body("errors[0].detail", containsString("of 17 that ends at " + prefix + "new"))
                .body("errors[0].detail", containsString("at most 16"));
        line(prefix + "b", 2);
        patch("third-parties/" + prefix + "a0", "{'parent': '" + prefix + "b1'}")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("of 18 that ends at " + last));
        patch("third-parties/" + last, "{'parent': null}").then().statusCode(200);
        patch("third-parties/" + prefix + "a0", "{'parent': '" + prefix + "b0'}")
                .then()
                .statusCode(200);
    }

    /** From before there was a limit. */
    @Test
    void aLineThatIsStoredMayBeTooLong() throws SQLException {
        String prefix = Api.unique();
        line(prefix + "a", 16);
        line(prefix + "b", 16);
        try (Connection database = BesideTheService.connection();
                PreparedStatement join =
                        database.prepareStatement("update third_party set parent = ? where object_key = ?")) {
            join.setString(1, prefix + "a15");
            join.setString(2, prefix + "b0");
            assertThat(join.executeUpdate()).isOne();
        }

        patch("third-parties/" + prefix + "b15", "{'name': 'other'}").then().statusCode(200);
        put("third-parties/" + prefix + "b14", "{'name': 'other', 'kind': 'MSP', 'parent': '" + prefix + "b13'}")
                .then()
                .statusCode(200);
        patch("third-parties/" + prefix + "b15", "{'parent': '" + prefix + "b12'}")
                .then()
                .statusCode(200);
        patch("third-parties/" + prefix + "b15", "{'parent': '" + prefix + "b14'}")
                .then()
                .statusCode(422);
        patch("third-parties/" + prefix + "b0", "{'parent': null}").then().statusCode(200);
    }

    private static void line(String name, int length) {
        for (int i = 0; i < length; i++) {
            String parent = i == 0 ? "" : ", 'parent': '" + name + (i - 1) + "'";
            put("third-parties/" + name + i, "{'name': 'n', 'kind': 'MSP'" + parent + "}")
                    .then()
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "third-parties"})
    void refusesACircleOfParents(String collection) {
        Sample sample = Sample.stored();
        put(
                        collection + "/" + sample.key("child"),
                        sample.child(collection, "child").toString())
                .then()
                .statusCode(201);
        settle(collection);
        String before = etag(get(sample.address(collection)));

        patch(sample.address(collection), "{'parent': '" + sample.key("child") + "'}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parent"));

        patch(sample.address(collection), "{'parent': '" + sample.key(collection) + "'}")
                .then()
                .statusCode(422);
        assertThat(etag(get(sample.address(collection)))).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void refusesKeysThatDifferOnlyByCase(String collection) {
        Sample sample = Sample.stored();
        String twin = sample.key(collection).toUpperCase();

        post(collection, sample.body(collection).put("key", twin).toString())
                .then()
                .statusCode(409)
                .body("detail", containsString(sample.key(collection)));

        put(collection + "/" + twin, sample.body(collection).toString()).then().statusCode(409);
        post(
                        collection,
                        sample.body(collection)
                                .put("key", sample.key(collection))
                                .toString())
                .then()
                .statusCode(409);
        get(collection + "/" + twin).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%E4%B8%89%E8%8F%B1", "-a", ".a", "a%2Fb", "a@b", "aé"})
    void takesOnlyPlainKeys(String key) {
        put("organizations/" + key, "{'name': 'n'}").then().statusCode(400).contentType(Api.PROBLEM);
    }

    @Test
    void takesKeysOfAHundredCharacters() {
        String longest = Api.unique() + "k".repeat(90);

        put("organizations/" + longest, "{'name': 'n'}").then().statusCode(201);

        put("organizations/" + longest + "k", "{'name': 'n'}").then().statusCode(400);
    }

    @Test
    void refusesABodyForAnotherKey() {
        put("organizations/" + Api.unique(), "{'key': 'another', 'name': 'n'}")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void neverTakesPropertiesThatAreNotTheCallers(String collection) {
        Sample sample = Sample.stored();
        settle(collection);
        String before = get(sample.address(collection)).asString();

        for (String property : List.of(
                "id",
                "version_",
                "createdAt",
                "updatedAt",
                "createdBy",
                "keyFolded",
                "riskScore",
                "score",
                "tenantId",
                "@class",
                "findings",
                "recordedOn",
                "__proto__")) {
            String body = sample.body(collection).put(property, "1").toString();
            for (Response refused : List.of(
                    post(collection, body),
                    put(sample.address(collection), body),
                    patch(sample.address(collection), "{'" + property + "': '1'}"))) {
                assertThat(refused.statusCode())
                        .as(property + " " + refused.asString())
                        .isEqualTo(400);
                assertThat(tree(refused).at("/errors/0/pointer").asText()).isEqualTo("/" + property);
            }
        }

        assertThat(get(sample.address(collection)).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void honoursIfMatch(String collection) {
        Sample sample = Sample.stored();
        String address = sample.address(collection);
        String stale = etag(get(address));
        String fresh = etag(patch(address, "{'name': 'second'}"));
        String body = sample.body(collection).put("name", "third").toString();

        sending(body)
                .header("If-Match", stale)
                .put("/api/v1/" + address)
                .then()
                .statusCode(412)
                .header("ETag", fresh);
        sending("application/merge-patch+json", "{\"name\":\"x\"}".getBytes())
                .header("If-Match", stale)
                .patch("/api/v1/" + address)
                .then()
                .statusCode(412)
                .header("ETag", fresh);
        Api.caller()
                .header("If-Match", stale)
                .delete("/api/v1/" + address)
                .then()
                .statusCode(412)
                .header("ETag", fresh);
        sending(body)
                .header("If-Match", fresh)
                .put("/api/v1/" + address)
                .then()
                .statusCode(200)
                .body("name", equalTo("third"));
        sending(body).header("If-Match", "*").put("/api/v1/" + address).then().statusCode(200);
        sending(body)
                .header("If-Match", fresh)
                .put("/api/v1/" + collection + "/" + sample.key("absent"))
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void onlyCreatesWhereThatIsTheCondition(String collection) {
        Sample sample = Sample.stored();
        String body = sample.body(collection).put("name", "second").toString();
        String present = "/api/v1/" + sample.address(collection);
        String absent = "/api/v1/" + collection + "/" + sample.key("absent");
        settle(collection);
        String etag = etag(get(sample.address(collection)));

        sending(body).header("If-None-Match", "*").put(absent).then().statusCode(201);
        sending(body)
                .header("If-None-Match", "*")
                .put(present)
                .then()
                .statusCode(412)
                .header("ETag", etag);
        sending(body)
                .header("If-None-Match", "\"other\", W/" + etag)
                .put(present)
                .then()
                .statusCode(412);
        Api.caller().header("If-None-Match", "*").delete(present).then().statusCode(412);
        assertThat(etag(get(sample.address(collection)))).isEqualTo(etag);

        sending(body).header("If-None-Match", "\"other\"").put(present).then().statusCode(200);
    }

    @Test
    void takesAConditionInSeveralLinesAsOneList() {
        Sample sample = Sample.stored();
        String etag = etag(get(sample.address("zones")));

        sending(sample.body("zones").toString())
                .header("If-Match", "\"other\"")
                .header("If-Match", etag)
                .put("/api/v1/" + sample.address("zones"))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void answersConditionalReads(String collection) {
        Sample sample = Sample.stored();
        settle(collection);
        String one = etag(get(sample.address(collection)));
        String list = etag(get(collection));
        assertThat(get(sample.address(collection), one)
                        .then()
                        .statusCode(304)
                        .extract()
                        .asString())
                .isEmpty();
        get(collection, list)
                .then()
                .statusCode(304)
                .header("ETag", list)
                .header("Cache-Control", containsString("no-cache"));

        patch(sample.address(collection), "{'name': 'changed'}").then().statusCode(200);

        get(sample.address(collection), one).then().statusCode(200).header("ETag", not(equalTo(one)));
        String filtered = collection + "?limit=1000&" + sample.filter(collection);
        get(filtered, list).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void listsWithFilters(String collection) {
        Sample sample = Sample.stored();
        put(
                        collection + "/" + sample.key("child"),
                        sample.child(collection, "child").toString())
                .then()
                .statusCode(201);

        Response listed = get(collection + "?limit=1000&" + sample.filter(collection));

        listed.then()
                .statusCode(200)
                .body("items.key", hasItem(sample.key("child")))
                .body("total.count", notNullValue())
                .body("total.exact", notNullValue());
        assertThat(listed.header("Vary")).contains("Authorization");
    }

    @Test
    void listsZoneLinksByBothTheirEnds() {
        Sample sample = Sample.stored();
        String link = sample.key("zone-links");

        get("zone-links?from=" + sample.key("zones")).then().body("items.key", equalTo(List.of(link)));
        get("zone-links?to=" + sample.key("other")).then().body("items.key", equalTo(List.of(link)));
        get("zone-links?to=" + sample.key("zones")).then().body("items", empty());
        get("zone-links?from=" + sample.key("zones") + "&to=" + sample.key("zones"))
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void pagesWithoutSkipOrRepeatWhileRowsAreAdded(String collection) {
        Sample sample = Sample.stored();
        for (String name : List.of("b", "d", "f", "h", "j")) {
            put(
                            collection + "/" + sample.key(name),
                            sample.child(collection, name).toString())
                    .then()
                    .statusCode(201);
        }
        // Advisories have no filter that narrows to these; newest last, they are on the last pages.
        String query = collection.equals("advisories") ? "sort=-updatedAt" : "sort=name&" + sample.filter(collection);
        var seen = new ArrayList<String>();
        String token = "";
        boolean added = false;

        do {
            JsonNode page = read(collection + "?limit=2&" + query + token);
            page.get("items").forEach(item -> seen.add(item.get("key").asText()));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            if (!added) {
                added = true;
                put(
                        collection + "/" + sample.key("a0"),
                        sample.child(collection, "0")
                                .put("key", sample.key("a0"))
                                .toString());
            }
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty() && seen.size() < 400);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .contains(sample.key("b"), sample.key("d"), sample.key("f"), sample.key("h"), sample.key("j"))
                .doesNotContain(collection.equals("advisories") ? sample.key("a0") : "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "-key", "name", "-name", "updatedAt", "-updatedAt"})
    void sorts(String sort) {
        Sample sample = Sample.stored();
        for (String name : List.of("c", "a", "B", "あ", "b", "Z1", "10", "9")) {
            String key = sample.key("k" + Integer.toHexString(name.hashCode()));
            put("zones/" + key, sample.body("zones").put("name", name).toString())
                    .then()
                    .statusCode(201);
        }

        List<JsonNode> all = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = read("zones?limit=3&sort=" + sort + "&" + sample.filter("zones") + token);
            page.get("items").forEach(all::add);
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());

        assertThat(all).hasSize(10);
        if (!sort.endsWith("updatedAt")) {
            Comparator<String> order = sort.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder();
            assertThat(all.stream().map(item -> item.get(sort.replace("-", "")).asText()))
                    .isSortedAccordingTo(order);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=many",
                "limit=1e2",
                "limit=99999999999",
                "limit=",
                "sort=colour",
                "sort=",
                "sort=name;select%20pg_sleep(5)",
                "sort=name,key",
                "colour=red",
                "limit=1&limit=9999",
                "zone=a&zone=b",
                "pageToken=x",
                "pageToken=AAAA",
                "pageToken=",
                "state=SLEEPING",
                "state=active",
                "zone=%00",
                "pageSize=1"
            })
    void refusesListsThatCannotBe(String query) {
        long began = System.nanoTime();

        Response refused = get("connection-points?" + query);

        refused.then().statusCode(400).contentType(Api.PROBLEM);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    @Test
    void refusesATokenOfAnotherListOrOrderOrFilter() {
        Sample sample = Sample.stored();
        String token = read("zones?limit=1&" + sample.filter("zones"))
                .get("nextPageToken")
                .asText();

        get("zones?limit=1&pageToken=" + token).then().statusCode(400);
        get("zones?limit=1&sort=name&" + sample.filter("zones") + "&pageToken=" + token)
                .then()
                .statusCode(400);
        get("zones?limit=5&" + sample.filter("zones") + "&pageToken=" + token)
                .then()
                .statusCode(200);
        get("zones?limit=5&" + sample.filter("zones") + "&pageToken=" + token.substring(0, token.length() - 2))
                .then()
                .statusCode(400);
        String plain = read("organizations?limit=1").path("nextPageToken").asText();
        get("third-parties?pageToken=" + plain).then().statusCode(400);
        get("organizations?pageToken=" + plain).then().statusCode(200);
    }

    @Test
    void answersARepeatedPostWithItsFirstOutcome() {
        String key = Api.unique();
        Response first =
                sending("{'name': 'once'}").header("Idempotency-Key", key).post("/api/v1/organizations");

        Response again =
                sending("{'name': 'once'}").header("Idempotency-Key", key).post("/api/v1/organizations");

        again.then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", etag(first));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void refusesAnIdempotencyKeyForAnotherRequest() {
        String key = Api.unique();
        sending("{'name': 'once'}")
                .header("Idempotency-Key", key)
                .post("/api/v1/organizations")
                .then()
                .statusCode(201);

        sending("{'name': 'twice'}")
                .header("Idempotency-Key", key)
                .post("/api/v1/organizations")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:sekisho:problem:idempotency-key-reused"));
        sending("{'name': 'once', 'kind': 'MSP'}")
                .header("Idempotency-Key", key)
                .post("/api/v1/third-parties")
                .then()
                .statusCode(422);
    }

    static Stream<List<String>> idempotencyKeysThatAreNone() {
        return Stream.of(
                List.of(""),
                List.of(" \t"),
                List.of("k".repeat(201)),
                List.of("a\tb"),
                List.of("caf\u00e9"),
                List.of("one", "two"));
    }

    @ParameterizedTest
    @MethodSource("idempotencyKeysThatAreNone")
    void refusesAnIdempotencyKeyThatIsNone(List<String> sent) {
        for (String collection : List.of("organizations", "advisories", "inspections")) {
            RequestSpecification request = sending("{'name': 'x'}");
            sent.forEach(key -> request.header("Idempotency-Key", key));

            request.post("/api/v1/" + collection)
                    .then()
                    .statusCode(400)
                    .contentType(Api.PROBLEM)
                    .body("detail", containsString("Idempotency-Key"))
                    .body("errors[0].pointer", equalTo("Idempotency-Key"));
        }
    }

    @Test
    void forgetsAnIdempotencyKeyWhoseRequestFailed() {
        String key = Api.unique();
        sending("{'key': '" + key + "z', 'name': 'z', 'organization': '" + key + "o'}")
                .header("Idempotency-Key", key)
                .post("/api/v1/zones")
                .then()
                .statusCode(422);
        put("organizations/" + key + "o", "{'name': 'o'}").then().statusCode(201);

        sending("{'key': '" + key + "z', 'name': 'z', 'organization': '" + key + "o'}")
                .header("Idempotency-Key", key)
                .post("/api/v1/zones")
                .then()
                .statusCode(201);
    }

    @Test
    void says415ForOtherTypesOfBodies() {
        sending("text/plain", "{}".getBytes())
                .post("/api/v1/organizations")
                .then()
                .statusCode(415)
                .contentType(Api.PROBLEM);
        sending("application/xml", "<a/>".getBytes())
                .put("/api/v1/organizations/a")
                .then()
                .statusCode(415);
    }

    @Test
    void keepsARuleSetWithItsHistory() {
        Sample sample = Sample.stored();
        String rules = sample.address("connection-points") + "/ruleset";
        get(rules).then().statusCode(404);
        put(rules + "?format=RULES_JSON", "{'defaultAction': 'DENY', 'rules': []}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));

        put(rules + "?format=RULES_JSON", "{'defaultAction': 'PERMIT', 'rules': []}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));

        get(rules)
                .then()
                .statusCode(200)
                .body("defaultAction", equalTo("PERMIT"))
                .body("current", equalTo(true));
        get(rules + "/history").then().statusCode(200).body("revision", equalTo(List.of(2, 1)));
        put(
                        rules + "?format=RULES_JSON",
                        "{'defaultAction': 'DENY', 'rules': [{'action': 'PERMIT', 'sources': ['10.0.0.1/8']}]}")
                .then()
                .statusCode(400);
        put(rules + "?format=NONSENSE", "{}").then().statusCode(400);
        put(rules, "{}").then().statusCode(400);
        delete(rules).then().statusCode(204);
        get(rules).then().statusCode(404);
    }
}
