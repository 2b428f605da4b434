package dev.sekisho.ruleset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One company with one zone and one third party connected to it; every site has its own keys. */
public final class Site {
    private static final String API = "/api/v1/";
    private static final RestAssuredConfig UNICODE = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                    .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT));

    private final String prefix = "s" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final String adminKey;

    private Site(String adminKey) {
        this.adminKey = adminKey;
    }

    /** @param cidrs of the landing zone, as the inside of a JSON array */
    public static Site with(String adminKey, String cidrs) {
        var site = new Site(adminKey);
        site.have("organizations/" + site.key("org"), "{'name': 'Company'}");
        site.zone(cidrs);
        site.have("zones/" + site.key("other"), "{'name': 'Other', 'organization': '" + site.key("org") + "'}");
        site.have("third-parties/" + site.key("party"), "{'name': 'Partner', 'kind': 'PARTNER'}");
        site.point("'state': 'UNVERIFIED'");
        site.have(
                "zone-links/" + site.key("inner"),
                "{'from': '" + site.key("other") + "', 'to': '" + site.key("zone") + "'}");
        return site;
    }

    /** (Re)states the landing zone. */
    void zone(String cidrs) {
        have(
                "zones/" + key("zone"),
                "{'name': 'Landing', 'organization': '" + key("org") + "', 'cidrs': [" + cidrs + "]}");
    }

    /** (Re)states the connection point, with these properties of its firewall. */
    public void point(String firewall) {
        have(
                "connection-points/" + key("link"),
                "{'thirdParty': '" + key("party") + "', 'zone': '" + key("zone")
                        + "', 'sourceCidrs': ['198.51.100.0/24']," + " 'firewall': {" + firewall + "}}");
    }

    public String key(String name) {
        return prefix + name;
    }

    public RequestSpecification caller() {
        return given().config(UNICODE).auth().oauth2(adminKey);
    }

    public Response have(String address, String body) {
        Response put = json(body).put(API + address);
        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
        return put;
    }

    public RequestSpecification json(String body) {
        return caller().contentType(ContentType.JSON).body(body.replace('\'', '"'));
    }

    public ValidatableResponse post(String address, String body) {
        return json(body).post(API + address).then();
    }

    public Response get(String address) {
        return caller().get(API + address);
    }

    String link() {
        return "connection-points/" + key("link");
    }

    ValidatableResponse put(String query, byte[] configuration) {
        return caller().contentType("application/octet-stream")
                .body(configuration)
                .put(API + link() + "/ruleset?" + query)
                .then();
    }

    ValidatableResponse rules(String json) {
        return put("format=RULES_JSON", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
