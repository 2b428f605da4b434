package dev.sekisho.ruleset.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sekisho.ruleset.Site;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Links that name a device whose configuration is stored once, on whichever database. */
abstract class DeviceCases {
    private static final String API = "/api/v1/";
    private static final String IOS = """
            version 15.2
            enable secret 5 $1$CANARY$CANARY
            interface GigabitEthernet0/0
             ip address 203.0.113.2 255.255.255.0
             ip access-group OUT in
            interface GigabitEthernet0/1
             ip address 10.1.0.1 255.255.255.0
             ip access-group DMZ in
            ip access-list extended OUT
             permit tcp any host 10.9.0.7 eq 443
            ip access-list extended DMZ
             permit tcp any host 10.9.0.8 eq 22
            ip access-list extended OLD
             permit ip any any
            end
            """;

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private Site site() {
        return Site.with(adminKey, "'10.9.0.0/16'");
    }

    private static String device(Site site) {
        return "devices/" + site.key("edge") + "/configuration";
    }

    private static String point(Site site) {
        return "connection-points/" + site.key("link");
    }

    private static String inner(Site site) {
        return "zone-links/" + site.key("inner");
    }

    private static ValidatableResponse send(Site site, String query, String configuration) {
        return site.caller()
                .contentType("application/octet-stream")
                .body(configuration.getBytes(StandardCharsets.UTF_8))
                .put(API + device(site) + "?format=CISCO_IOS" + query)
                .then();
    }

    private static ValidatableResponse name(Site site, String link, int position, String query) {
        return site.caller()
                .put(API + link + "/rulesets/" + position + "?device=" + site.key("edge") + query)
                .then();
    }

    /** A device that guards a connection point by one interface and a zone link by another. */
    private Site guarded() {
        Site site = site();
        send(site, "", IOS)
                .statusCode(200)
                .body("device.revision", equalTo(1))
                .body("links", empty())
                .body("unused.name", contains("access list OUT", "access list DMZ", "access list OLD"));
        name(site, point(site), 1, "&interface=GigabitEthernet0/0")
                .statusCode(200)
                .body("device", equalTo(site.key("edge")))
                .body("guard", equalTo("interface=GigabitEthernet0/0"))
                .body("format", equalTo("CISCO_IOS"))
                .body("rules.destinations[0]", contains("10.9.0.7"));
        name(site, inner(site), 1, "&interface=GigabitEthernet0/1&rewriting=NONE")
                .statusCode(200)
                .body("rewriting", equalTo("NONE"));
        return site;
    }

    @Test
    void aConfigurationIsStoredOnceForManyLinks() {
        Site site = guarded();

        String shown = site.get(device(site))
                .then()
                .statusCode(200)
                .body("links.key", contains(site.key("link"), site.key("inner")))
                .body("links.guard", contains("interface=GigabitEthernet0/0", "interface=GigabitEthernet0/1"))
                .body("links.change", not(hasItem(notNullValue())))
                .body("device.links", equalTo(2))
                .body("sections", equalTo(3))
                .body("unusedSections", equalTo(1))
                .body("unused.name", contains("access list OLD"))
                .body("unused.line", contains(14))
                .extract()
                .asString();

        assertThat(shown).doesNotContain("CANARY");
        site.caller()
                .queryParam("limit", 1000)
                .get(API + "devices")
                .then()
                .statusCode(200)
                .body("items.find { it.key == '" + site.key("edge") + "' }.links", equalTo(2));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get(point(site) + "/traffic")
                        .then()
                        .body("state", equalTo("MEASURED"))
                        .body("permitted", equalTo(1)));
    }

    @Test
    void sentAgainItJudgesEveryLinkAndTellsWhichGotWorse() {
        Site site = guarded();
        site.post(point(site) + "/rulesets/1/approval", "{'revision': 1}").statusCode(200);

        send(site, "", IOS).statusCode(200).body("device.revision", equalTo(1)).body("links.revision", contains(1, 1));
        send(site, "", IOS.replace("10.9.0.7 eq 443", "10.9.0.7"))
                .statusCode(200)
                .body("device.revision", equalTo(2))
                .body("links.revision", contains(2, 2))
                .body("links.change", contains("WIDER", "SAME"))
                .body("links[0].traffic.added.destination", hasItem("10.9.0.7"))
                .body("links[0].traffic.removed", empty())
                .body("links[1].traffic", nullValue());

        site.get(point(site) + "/rulesets/1")
                .then()
                .body("revision", equalTo(2))
                .body("approved", equalTo(false))
                .body("device", equalTo(site.key("edge")));
        site.get(point(site) + "/rulesets/1?revision=1").then().body("approved", equalTo(true));
        site.get(inner(site) + "/rulesets/1").then().body("rewriting", equalTo("NONE"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(site.get("findings?connectionPoint=" + site.key("link"))
                                .jsonPath()
                                .getList("items.code"))
                        .contains("NET-14"));
    }

    @Test
    void anInterfaceThatIsGoneIsRefusedUnlessTheLinkIsToCountAsOpen() {
        Site site = guarded();
        String renamed = IOS.replace("interface GigabitEthernet0/0", "interface GigabitEthernet0/7");

        send(site, "", renamed)
                .statusCode(422)
                .body("detail", containsString("Nothing was stored"))
                .body("errors.detail", contains(containsString(site.key("link") + " at position 1")));
        site.get(device(site)).then().body("device.revision", equalTo(1)).body("links.revision", contains(1, 1));

        send(site, "&missing=NOT_ASSESSABLE", renamed)
                .statusCode(200)
                .body("links.change", contains("WIDER", "SAME"))
                .body("links[0].missing", containsString("GigabitEthernet0/0"))
                .body("links[1].missing", nullValue());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get(point(site) + "/traffic")
                        .then()
                        .body("state", equalTo("NOT_ASSESSABLE"))
                        .body("openness", equalTo(1.0f)));

        name(site, point(site), 1, "&interface=GigabitEthernet0/7")
                .statusCode(200)
                .body("missing", nullValue());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> site.get(point(site) + "/traffic").then().body("state", equalTo("MEASURED")));
    }

    @Test
    void whileLinksNameItItIsNotForgotten() {
        Site site = guarded();

        site.caller()
                .delete(API + device(site))
                .then()
                .statusCode(409)
                .body("detail", allOf(containsString(point(site)), containsString(inner(site))));
        site.caller().delete(API + inner(site)).then().statusCode(204);
        site.caller().delete(API + point(site) + "/rulesets/1").then().statusCode(204);
        site.get(device(site)).then().body("links", empty());
        site.caller().delete(API + device(site)).then().statusCode(204);

        site.get(device(site)).then().statusCode(404);
        site.get(point(site) + "/rulesets/1?revision=1")
                .then()
                .statusCode(200)
                .body("device", equalTo(site.key("edge")));
        name(site, point(site), 1, "&interface=GigabitEthernet0/0")
                .statusCode(422)
                .body("detail", containsString(site.key("edge")));
        send(site, "", IOS).statusCode(200).body("device.revision", equalTo(1));
    }

    @Test
    void aTextOfItsOwnTakesTheLinkFromTheDevice() {
        Site site = guarded();

        site.caller()
                .contentType("application/octet-stream")
                .body(IOS.getBytes(StandardCharsets.UTF_8))
                .put(API + point(site) + "/rulesets/1?format=CISCO_IOS&interface=GigabitEthernet0/0")
                .then()
                .statusCode(200)
                .body("device", nullValue())
                .body("revision", equalTo(2));

        site.get(device(site))
                .then()
                .body("links.key", contains(site.key("inner")))
                .body("unused.name", contains("access list OUT", "access list OLD"));
        send(site, "", IOS.replace("eq 443", "eq 8443")).statusCode(200).body("links.key", contains(site.key("inner")));
        site.get(point(site) + "/rulesets/1").then().body("revision", equalTo(2));
    }

    @Test
    void conditionsAreKept() {
        Site site = guarded();
        String etag = site.get(device(site)).header("ETag");
        String wider = IOS.replace("10.9.0.7 eq 443", "10.9.0.7");

        site.caller()
                .header("If-None-Match", etag)
                .get(API + device(site))
                .then()
                .statusCode(304);
        conditional(site, "If-Match", "\"stale\"", wider).statusCode(412);
        conditional(site, "If-None-Match", "*", wider).statusCode(412);
        site.get(device(site)).then().body("device.revision", equalTo(1));
        conditional(site, "If-Match", etag, wider).statusCode(200).body("device.revision", equalTo(2));
        site.caller().header("If-Match", etag).delete(API + device(site)).then().statusCode(412);
        site.caller()
                .header("If-Match", "*")
                .contentType("application/octet-stream")
                .body(IOS.getBytes(StandardCharsets.UTF_8))
                .put(API + "devices/" + site.key("none") + "/configuration?format=CISCO_IOS")
                .then()
                .statusCode(412);
    }

    private static ValidatableResponse conditional(Site site, String header, String value, String configuration) {
        return site.caller()
                .header(header, value)
                .contentType("application/octet-stream")
                .body(configuration.getBytes(StandardCharsets.UTF_8))
                .put(API + device(site) + "?format=CISCO_IOS")
                .then();
    }

    @Test
    void whatContradictsItselfIsRefusedByName() {
        Site site = guarded();

        name(site, point(site), 2, "&format=CISCO_IOS").statusCode(400).body("errors[0].pointer", equalTo("format"));
        site.caller()
                .contentType("application/octet-stream")
                .body("version 15.2\nend\n".getBytes(StandardCharsets.UTF_8))
                .put(API + point(site) + "/rulesets/2?device=" + site.key("edge"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("device"));
        name(site, point(site), 2, "&interface=nowhere")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("interface"));
        name(site, "connection-points/" + site.key("nothing"), 1, "").statusCode(404);
        send(site, "&missing=MAYBE", IOS).statusCode(400).body("errors[0].pointer", equalTo("missing"));
        site.caller()
                .contentType("application/octet-stream")
                .body(IOS.getBytes(StandardCharsets.UTF_8))
                .put(API + "devices/" + site.key("EDGE") + "/configuration?format=CISCO_IOS")
                .then()
                .statusCode(409);
    }
}
