package dev.sekisho.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends every example of the contract, against the objects of the demonstration estate that the examples refer to. */
@QuarkusTest
class ContractExamplesTest {
    private static final String KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";

    /** In the order in which they may refer to each other. */
    private static final Map<String, String> COLLECTIONS = new LinkedHashMap<>();

    static {
        COLLECTIONS.put("organizations", "Organization");
        COLLECTIONS.put("zones", "Zone");
        COLLECTIONS.put("third-parties", "ThirdParty");
        COLLECTIONS.put("assets", "Asset");
        COLLECTIONS.put("connection-points", "ConnectionPoint");
        COLLECTIONS.put("zone-links", "ZoneLink");
        COLLECTIONS.put("software-products", "SoftwareProduct");
        COLLECTIONS.put("installations", "Installation");
        COLLECTIONS.put("advisories", "Advisory");
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + KEY).contentType("application/json;charset=UTF-8");
    }

    @BeforeEach
    void haveWhatTheExamplesReferTo() {
        have("organizations/mirai-heavy", "{'name': '未来重工'}");
        have("organizations/mirai-power", "{'name': '未来パワー', 'parent': 'mirai-heavy'}");
        for (String zone : new String[] {"power-unix", "power-office", "power-vendor"}) {
            have("zones/" + zone, "{'name': '" + zone + "', 'organization': 'mirai-power'}");
        }
        have("third-parties/msp-1", "{'name': '運用委託先', 'kind': 'MSP'}");
        have("third-parties/turbine-vendor", "{'name': 'タービン', 'kind': 'VENDOR'}");
        have("assets/unix-01", "{'name': 'UNIX', 'zone': 'power-unix'}");
        have("assets/edi-01", "{'name': 'EDI', 'zone': 'power-office'}");
        have("connection-points/msp-unix", "{'thirdParty': 'msp-1', 'zone': 'power-unix'}");
        have("zone-links/unix-office", "{'from': 'power-unix', 'to': 'power-office'}");
        have("software-products/msp-remote-tool", "{'name': '遠隔運用ツール'}");
        have("software-products/fortios", "{'name': 'FortiOS'}");
        have("installations/msp-tool-unix-01", "{'product': 'msp-remote-tool', 'at': {'asset': 'unix-01'}}");
        have("advisories/MSP-2020-001", "{'name': '未公表の欠陥'}");
    }

    private static void have(String address, String body) {
        Response put = caller().body(body.replace('\'', '"')).put("/api/v1/" + address);
        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
    }

    @Test
    void everyExampleWorksAsDescribed() {
        JsonPath contract = caller().get("/q/openapi?format=json").jsonPath();

        COLLECTIONS.forEach((collection, item) -> {
            String base = "/api/v1/" + collection;
            Map<String, Object> example = contract.getMap("components.examples." + item + ".value");
            String body = text(example);
            String patch = text(contract.getMap("components.examples." + item + "Patch.value"));
            String one = base + "/" + example.get("key");
            String demonstrated = demonstrated(contract, base);

            check(201, caller().body(body).put(one));
            check(200, caller().body(body).put(one));
            check(
                    200,
                    caller().body(patch)
                            .contentType("application/merge-patch+json;charset=UTF-8")
                            .patch(base + "/" + demonstrated));
            check(200, caller().get(base + "/" + demonstrated));
            check(204, caller().delete(one));
            check(201, caller().body(body).post(base));
            check(204, caller().delete(one));
        });
    }

    private static String demonstrated(JsonPath contract, String base) {
        return contract.getString("paths.'" + base + "/{key}'.get.parameters.find { it.name == 'key' }.example");
    }

    private static String text(Map<String, Object> example) {
        return new JsonObject(example).encode();
    }

    private static void check(int expected, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(expected);
    }
}
