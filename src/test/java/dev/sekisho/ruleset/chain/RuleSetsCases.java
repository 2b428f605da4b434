package dev.sekisho.ruleset.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sekisho.database.EarlierSchema;
import dev.sekisho.ruleset.Site;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several devices that guard one link, on whichever database. */
abstract class RuleSetsCases extends DeviceCases {
    private static final String API = "/api/v1/";
    private static final String HTTPS =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.7'], 'protocol': 'TCP', 'destinationPorts': ['443']}";
    private static final String SSH =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.8'], 'protocol': 'TCP', 'destinationPorts': ['22']}";
    private static final String MASQUERADING = """
            *nat
            -A POSTROUTING -j MASQUERADE
            COMMIT
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -s 192.168.1.0/24 -p tcp -m tcp --dport 443 -j ACCEPT
            COMMIT
            """;

    private Site site() {
        return Site.with(adminKey, "'10.9.0.0/16'");
    }

    private static String point(Site site) {
        return "connection-points/" + site.key("link");
    }

    private static ValidatableResponse put(Site site, String address, String query, String configuration) {
        return site.caller()
                .contentType("application/octet-stream")
                .body(configuration.getBytes(StandardCharsets.UTF_8))
                .put(API + address + "?" + query)
                .then();
    }

    private static ValidatableResponse rules(Site site, int position, String... rules) {
        return put(
                site,
                point(site) + "/rulesets/" + position,
                "format=RULES_JSON",
                ("{'defaultAction': 'DENY', 'rules': [" + String.join(", ", rules) + "]}").replace('\'', '"'));
    }

    /** An assessment follows every write, on a busy machine not within the time a read waits for it. */
    private static JsonPath chain(Site site, String link, Integer... positions) {
        String address = link + "/rulesets";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var devices = site.get(address).jsonPath();
            assertThat(devices.getList("devices.position", Integer.class)).containsExactly(positions);
            assertThat(devices.getList("devices.opennessAlone")).doesNotContainNull();
        });
        return site.get(address).jsonPath();
    }

    @Test
    void onlyWhatAllDevicesPermitGetsThrough() {
        Site site = site();
        rules(site, 1, HTTPS, SSH).statusCode(200).body("position", equalTo(1)).body("revision", equalTo(1));
        rules(site, 3, HTTPS)
                .statusCode(200)
                .body("position", equalTo(3))
                .body("revision", equalTo(1))
                .body("rewriting", equalTo("NONE"));

        JsonPath whole = chain(site, point(site), 1, 3);

        assertThat(whole.getString("state")).isEqualTo("MEASURED");
        assertThat(whole.getString("witness.packet")).contains("-> 10.9.0.7:443");
        assertThat(whole.getList("onTheWay.position", Integer.class)).containsExactly(1, 3);
        assertThat(whole.getList("onTheWay.action", String.class)).containsExactly("PERMIT", "PERMIT");
        assertThat(whole.getList("devices[0].deniesAlone")).isEmpty();
        assertThat(whole.getList("devices[1].deniesAlone.packet", String.class))
                .singleElement()
                .asString()
                .contains("-> 10.9.0.8:22");
        double openness = whole.getDouble("openness");
        assertThat(openness).isPositive();
        assertThat(whole.getDouble("devices[0].opennessWithout")).isEqualTo(openness);
        assertThat(whole.getDouble("devices[1].opennessWithout")).isGreaterThan(openness);
        assertThat(whole.getDouble("devices[0].opennessAlone"))
                .isEqualTo(whole.getDouble("devices[1].opennessWithout"));
        assertThat(whole.getString("devices[0].ruleSet.rules")).isNull();
        site.get(point(site) + "/traffic")
                .then()
                .body("openness", equalTo(whole.get("openness")))
                .body("permitted", equalTo(1))
                .body("witness.rule.position", equalTo(3));
        site.post(
                        point(site) + "/traffic/query",
                        "{'source': ['198.51.100.7'], 'destination': ['10.9.0.8'], 'protocol': 'TCP', 'destinationPort': ['22']}")
                .statusCode(200)
                .body("verdict", equalTo("PERMITTED_NONE"))
                .body("decidedBy.position", contains(1));
    }

    @Test
    void theSoleAddressIsThatOfTheFirstPosition() {
        Site site = site();
        rules(site, 1, HTTPS).statusCode(200);
        site.get(point(site) + "/ruleset").then().statusCode(200).body("position", equalTo(1));
        put(site, point(site) + "/ruleset", "format=RULES_JSON", "{\"defaultAction\": \"DENY\", \"rules\": []}")
                .statusCode(200)
                .body("revision", equalTo(2));
        rules(site, 2, SSH).statusCode(200).body("revision", equalTo(1));

        site.get(point(site) + "/rulesets/1").then().statusCode(200).body("revision", equalTo(2));
        site.get(point(site) + "/rulesets/1?revision=1").then().statusCode(200).body("current", equalTo(false));
        site.get(point(site) + "/rulesets/1/history").then().body("revision", contains(2, 1));
        site.get(point(site) + "/rulesets/2/history").then().body("revision", contains(1));
        site.get(point(site) + "/ruleset/history").then().body("position", contains(1, 1));
        site.get(point(site) + "/traffic/diff?from=1&to=1&position=2")
                .then()
                .statusCode(200)
                .body("same", equalTo(true));
        rules(site, 2, SSH).statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void aDeviceIsTakenOutOfTheWay() {
        Site site = site();
        rules(site, 1, HTTPS).statusCode(200);
        rules(site, 2, SSH).statusCode(200);
        assertThat(chain(site, point(site), 1, 2).getDouble("openness")).isZero();
        assertThat(site.get(point(site) + "/rulesets").jsonPath().getString("witness"))
                .isNull();

        site.caller().delete(API + point(site) + "/rulesets/1").then().statusCode(204);

        assertThat(chain(site, point(site), 2).getDouble("openness")).isPositive();
        site.get(point(site) + "/ruleset")
                .then()
                .statusCode(404)
                .body("detail", containsString("those at other positions guard it"));
        site.get(point(site) + "/rulesets/1/history").then().statusCode(200).body("current", contains(false));
        site.caller().delete(API + point(site) + "/rulesets/2").then().statusCode(204);
        site.caller().delete(API + point(site) + "/rulesets/2").then().statusCode(404);
        site.get(point(site) + "/rulesets").then().statusCode(200).body("devices", empty());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        "NO_RULE_SET".equals(site.get(point(site) + "/rulesets").path("state")));
        site.get(point(site) + "/rulesets").then().body("openness", equalTo(1.0F));
    }

    @Test
    void sourcesThatADeviceRewritesCloseNothing() {
        Site site = site();
        put(site, point(site) + "/rulesets/1", "format=IPTABLES_SAVE&chain=FORWARD&family=IPV4", MASQUERADING)
                .statusCode(200)
                .body("rewriting", equalTo("SOURCES"));
        rules(site, 2, HTTPS.replace("'action'", "'sources': ['198.51.100.1'], 'action'"))
                .statusCode(200);

        JsonPath whole = chain(site, point(site), 1, 2);
        assertThat(whole.getString("state")).isEqualTo("NOT_ASSESSABLE");
        assertThat(whole.getString("witness.packet")).contains("-> 10.9.0.7:443");

        put(
                        site,
                        point(site) + "/rulesets/1",
                        "format=IPTABLES_SAVE&chain=FORWARD&family=IPV4&rewriting=NONE",
                        MASQUERADING)
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("rewriting", equalTo("NONE"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get(point(site) + "/rulesets").then().body("witness", nullValue()));
    }

    @Test
    void whatWasApprovedIsTheWhole() {
        Site site = site();
        rules(site, 1, HTTPS, SSH).statusCode(200);
        rules(site, 2, HTTPS).statusCode(200);
        site.post(point(site) + "/rulesets/2/approval", "{'revision': 1}")
                .statusCode(200)
                .body("approved", equalTo(true));
        String findings = "findings?code=NET-14&connectionPoint=" + site.key("link");
        chain(site, point(site), 1, 2);
        site.get(findings).then().statusCode(200).body("items", empty());

        rules(site, 2, HTTPS, SSH).statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get(findings).then().body("items", hasSize(1)));
        site.post(point(site) + "/rulesets/2/approval", "{'revision': 9}").statusCode(404);
    }

    @Test
    void aLinkBetweenZonesHasDevicesToo() {
        Site site = site();
        String link = "zone-links/" + site.key("inner");
        String some = ("{'defaultAction': 'DENY', 'rules': [" + HTTPS + "]}").replace('\'', '"');
        put(site, link + "/rulesets/1", "format=RULES_JSON", some).statusCode(200);
        put(site, link + "/rulesets/10", "format=RULES_JSON", some).statusCode(200);

        assertThat(chain(site, link, 1, 10).getList("devices.deniesAlone"))
                .allSatisfy(denied -> assertThat((List<?>) denied).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "x", "-1", "01"})
    void refusesAPositionThatIsNone(String position) {
        Site site = site();

        put(site, point(site) + "/rulesets/" + position, "format=RULES_JSON", "{}")
                .statusCode(400)
                .body("errors.pointer", hasItem("position"));
    }

    @Test
    void refusesWhatIsNotStatedRight() {
        Site site = site();

        put(site, point(site) + "/rulesets/1", "format=RULES_JSON&rewriting=SOME", "{}")
                .statusCode(400)
                .body("errors.pointer", hasItem("rewriting"));
        put(site, point(site) + "/rulesets/1", "format=RULES_JSON", "{").statusCode(400);
        site.get("connection-points/" + site.key("none") + "/rulesets").then().statusCode(404);
        site.get(point(site) + "/rulesets/2").then().statusCode(404);
        site.get(point(site) + "/rulesets").then().body("devices", empty()).body("state", not(equalTo("MEASURED")));
    }

    @Test
    void whatWasStoredBeforeStandsAtTheFirstPlace() throws SQLException {
        var schema = new EarlierSchema("places");
        try {
            schema.migrate("12");
            for (int revision = 1; revision <= 2; revision++) {
                schema.execute("insert into ~.rule_set (link_kind, link_key, revision, is_current, format, sha256,"
                        + " size_bytes, rules, stored_at, stored_by, is_approved) values ('ZONE_LINK', 'Some', "
                        + revision
                        + ", " + (revision == 2) + ", 'FORTIOS', 'abc', 7, '{}', current_timestamp, 'me', "
                        + (revision == 1) + ")");
            }

            schema.migrate("13");
            schema.execute(
                    "insert into ~.rule_set (link_kind, link_key, place, revision, is_current, format, rewriting,"
                            + " sha256, size_bytes, rules, stored_at, stored_by, is_approved) values ('ZONE_LINK', 'Some', 2, 1,"
                            + " true, 'FORTIOS', 'NONE', 'abc', 7, '{}', current_timestamp, 'me', false)");

            Set<String> rows = new TreeSet<>(schema.rows(
                    "select place, revision, is_current, is_approved, rewriting, rules, link_key from ~.rule_set"));
            assertThat(rows.stream()
                            .map(row -> row.replace("TRUE", "t").replace("FALSE", "f"))
                            .map(row -> row.replace("true", "t").replace("false", "f")))
                    .containsExactly(
                            "1, 1, f, t, null, {}, Some", "1, 2, t, f, null, {}, Some", "2, 1, t, f, NONE, {}, Some");
        } finally {
            schema.drop();
        }
    }
}
