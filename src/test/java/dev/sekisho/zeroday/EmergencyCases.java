package dev.sekisho.zeroday;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first minutes of an emergency and an analysis promise, on whichever database. */
abstract class EmergencyCases {
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

    private ValidatableResponse post(String path, String body) {
        return caller().body(body.replace('\'', '"')).post("/api/v1/" + path).then();
    }

    @BeforeEach
    void setUp() {
        register("organizations", "em-org", "{'name':'Plant'}");
        register("zones", "em-zone", "{'name':'office','organization':'em-org'}");
        register("third-parties", "em-msp", "{'name':'MSP','kind':'MSP'}");
        register("software-products", "em-rmm", "{'name':'Remote Hand','vendor':'Handy','supplier':'em-msp'}");
        register("connection-points", "em-point", "{'name':'msp vpn','thirdParty':'em-msp','zone':'em-zone'}");
        register(
                "installations",
                "em-agent",
                "{'name':'agent','product':'em-rmm','version':'1.0','at':{'zone':'em-zone'}}");
    }

    @Test
    void tellsWhatAnIntruderAtAThirdPartyHas() {
        post("third-parties/em-msp/notice", "{'notice':'COMPROMISED'}")
                .statusCode(200)
                .body("notice", equalTo("COMPROMISED"))
                .body("links.key", hasItem("em-point"))
                .body("installations.key", hasItem("em-agent"))
                .body("zones.key", hasItem("em-zone"))
                .body("organizations.key", hasItem("em-org"))
                .body("actions.key", hasItems("em-point", "em-agent"))
                .body("actions[0].rank", equalTo(1));

        caller().get("/api/v1/third-parties/em-msp").then().body("notice", equalTo("COMPROMISED"));
        post("third-parties/em-msp/notice", "{'notice':'NONE'}").statusCode(200);
        caller().get("/api/v1/third-parties/em-msp").then().body("notice", equalTo("NONE"));
    }

    /** What the third party holds for us is in its hands too, and in no zone of ours. */
    @Test
    void tellsWhatRunsAtWhatTheThirdPartyHolds() {
        register("organizations", "em-owner", "{'name':'Owner'}");
        register("data-holdings", "em-held", "{'name':'logs','thirdParty':'em-msp','organization':'em-owner'}");
        register("software-products", "em-db", "{'name':'Store','vendor':'Somebody'}");
        register(
                "installations",
                "em-store",
                "{'name':'store','product':'em-db','version':'1.0','at':{'dataHolding':'em-held'}}");

        post("third-parties/em-msp/notice", "{'notice':'COMPROMISED'}")
                .statusCode(200)
                .body("installations.find { it.key == 'em-store' }.zone", nullValue())
                .body("organizations.key", hasItems("em-org", "em-owner"))
                .body("actions.find { it.key == 'em-store' }.reason", equalTo("in use at logs"));
        post("third-parties/em-msp/notice", "{'notice':'NONE'}").statusCode(200);
    }

    @Test
    void refusesANoticeOfNobodyAndOfNothing() {
        post("third-parties/em-nobody/notice", "{'notice':'COMPROMISED'}").statusCode(404);
        post("third-parties/em-msp/notice", "{}").statusCode(400);
        post("third-parties/em-msp/notice", "{'notice':'MAYBE'}").statusCode(400);
    }

    @Test
    void tellsWhatAFlawNobodyPublishedTouches() {
        String advisory = post("software-products/em-rmm/zero-day", "{'title':'login without password'}")
                .statusCode(201)
                .header("Location", containsString("/api/v1/advisories/"))
                .body("advisory", notNullValue())
                .body("installations.key", hasItem("em-agent"))
                .body("links.key", hasItem("em-point"))
                .body("actions.action", hasItems("CUT", "STOP"))
                .extract()
                .path("advisory");

        caller().get("/api/v1/unpatched-software?installation=em-agent&advisory=" + advisory)
                .then()
                .statusCode(200)
                .body("items[0].verdict", equalTo("AFFECTED"))
                .body("items[0].codes", hasItem("SW-03"));
        post("software-products/em-none/zero-day", "{'title':'x'}").statusCode(404);
    }

    /** One product stands under as many keys as there are who supply it, and is affected under all of them. */
    @Test
    void touchesTheProductUnderWhicheverKeyItStands() {
        register("third-parties", "em-other", "{'name':'Other','kind':'MSP'}");
        register("third-parties", "em-maker", "{'name':'Quill Inc.','kind':'VENDOR'}");
        register("software-products", "em-quill", "{'name':'Quill Agent','vendor':'Quill','supplier':'em-msp'}");
        register("software-products", "em-quill-too", "{'name':'Quill Agent','supplier':'em-other'}");
        register("software-products", "em-quill-apart", "{'name':'Quill Agent','vendor':'Goose'}");
        register("software-products", "em-quill-near", "{'name':'Quill Agnet','vendor':'Quill'}");
        for (String product : List.of("em-quill", "em-quill-too", "em-quill-apart", "em-quill-near")) {
            register(
                    "installations",
                    product + "-here",
                    "{'product':'" + product + "','version':'1.0','at':{'zone':'em-zone'}}");
        }

        post("software-products/em-quill/zero-day", "{'title':'anybody may'}")
                .statusCode(201)
                .body("products.key", equalTo(List.of("em-quill", "em-quill-too")))
                .body("counts.products", equalTo(2))
                .body("installations.key", equalTo(List.of("em-quill-here", "em-quill-too-here")))
                .body("notTouched.key", equalTo(List.of("em-quill-apart", "em-quill-near")))
                .body("notTouched[0].why", containsString("Goose makes it and not Quill"))
                .body("notTouched[1].why", containsString("almost the same"));
        for (String touched : List.of("em-quill", "em-quill-too")) {
            caller().get("/api/v1/unpatched-software?installation=" + touched + "-here")
                    .then()
                    .body("items.verdict", hasItem("AFFECTED"));
        }
        caller().get("/api/v1/unpatched-software?installation=em-quill-apart-here")
                .then()
                .body("items.size()", equalTo(0));

        // Who makes it loses it under every key; who only supplies it, under its own.
        post("third-parties/em-maker/notice", "{'notice':'COMPROMISED'}")
                .statusCode(200)
                .body("products.key", hasItems("em-quill", "em-quill-too"))
                .body("installations.key", hasItems("em-quill-here", "em-quill-too-here"))
                .body("notTouched.key", hasItem("em-quill-apart"));
        post("third-parties/em-maker/notice", "{'notice':'NONE'}").statusCode(200);
        post("third-parties/em-msp/notice", "{'notice':'COMPROMISED'}")
                .statusCode(200)
                .body("products.key", hasItem("em-quill"))
                .body("products.key", not(hasItem("em-quill-too")))
                .body("notTouched.find { it.key == 'em-quill-too' }.why", containsString("MSP only supplies"));
        post("third-parties/em-msp/notice", "{'notice':'NONE'}").statusCode(200);
    }

    @Test
    void judgesSoftwareWithoutStoringIt() {
        register(
                "advisories",
                "em-own",
                "{'name':'own','affected':[{'vendor':'Forge','productName':'Anvil','versions':[{'lessThan':'2.0'}]}]}");
        post(
                        "software/analyze",
                        "{'items':[{'vendor':'Forge','product':'Anvil','version':'1.9'},{'vendor':'Forge','product':'Anvil','version':'2.0'},"
                                + "{'vendor':'Forge','product':'Anvil'},{'cpe':'cpe:2.3:a:forge:anvil:1.0:*:*:*:*:*:*:*'},{'purl':'pkg:npm/nobody@1.0'}]}")
                .statusCode(200)
                .body("items[0].verdicts[0].advisory", equalTo("em-own"))
                .body("items[0].verdicts[0].answer", equalTo("AFFECTED"))
                .body("items[0].verdicts[0].evidence[0].comparison", notNullValue())
                .body("items[1].verdicts[0].answer", equalTo("NOT_AFFECTED"))
                .body("items[2].verdicts[0].answer", equalTo("UNKNOWN"))
                .body("items[3].verdicts[0].answer", equalTo("AFFECTED"))
                .body("items[4].verdicts.size()", equalTo(0));
    }

    @Test
    void refusesToAnalyzeWhatNamesNothing() {
        post("software/analyze", "{'items':[]}").statusCode(400);
        post("software/analyze", "{'items':[{'version':'1'}]}").statusCode(400);
        post("software/analyze", "{'items':[{'purl':'not a purl'}]}").statusCode(400);
    }
}
