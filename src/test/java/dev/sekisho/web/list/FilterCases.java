package dev.sekisho.web.list;

import static dev.sekisho.Api.delete;
import static dev.sekisho.Api.etag;
import static dev.sekisho.Api.get;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sekisho.Api;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter names something that exists: an empty list means that there is nothing, and never that a name was wrong. */
abstract class FilterCases {
    private static final String NOT_KNOWN_HERE = "urn:sekisho:problem:not-known-here";

    /** One leads to another page, the others are free text: they name nothing. */
    private static final Set<String> FREE = Set.of("pageToken", "name", "q");

    @Test
    void everyParameterThatNamesSomethingRefusesWhatDoesNotExist() throws IOException {
        List<String> naming = naming();

        assertThat(naming).hasSizeGreaterThan(35);
        assertThat(naming).allSatisfy(address -> {
            Response answer = get(address + "=no-such-thing-9");
            assertThat(answer.statusCode()).as(address + answer.asString()).isEqualTo(422);
            JsonNode problem = tree(answer);
            assertThat(problem.get("type").asText()).as(address).isEqualTo(NOT_KNOWN_HERE);
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(address.replaceAll(".*[?&]", ""));
            assertThat(get(address + "=").statusCode()).as(address).isEqualTo(400);
        });
    }

    /** Every text in the query of a read that is neither a choice nor a time nor of a form. */
    private static List<String> naming() throws IOException {
        JsonNode contract =
                new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("openapi/openapi.yaml")));
        var naming = new ArrayList<String>();
        contract.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().at("/get/parameters").forEach(parameter -> {
                    JsonNode resolved = parameter.has("$ref")
                            ? contract.at(parameter.get("$ref").asText().substring(1))
                            : parameter;
                    JsonNode schema = resolved.path("schema");
                    boolean text = schema.path("type").asText().equals("string")
                            && !schema.has("enum")
                            && !schema.has("format")
                            && !schema.path("pattern").asText().equals(DayOrInstant.PATTERN)
                            && !path.getKey().endsWith("/history");
                    String name = resolved.path("name").asText();
                    if (resolved.path("in").asText().equals("query") && text && !FREE.contains(name)) {
                        naming.add(path.getKey().replace("/api/v1/", "")
                                + (path.getKey().endsWith("/changes") && name.equals("key")
                                        ? "?collection=zones&"
                                        : "?")
                                + name);
                    }
                }));
        return naming;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            findings?code=NET-99                   | code       | NET-09, NET-01, NET-02
            findings?code=net-01                   | code       | NET-01
            findings?code=UNFILTERED               | code       | no rule of that name.
            """)
    void namesTheCodesThatAreNear(String address, String parameter, String near) {
        get(address)
                .then()
                .statusCode(422)
                .contentType(Api.PROBLEM)
                .body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].detail", containsString(near));
    }

    @Test
    void namesAtMostThreeKeysThatAreNear() {
        String own = Api.unique();
        for (String one : List.of("alpha-1", "alpha-2", "alpha-3", "alpha-4")) {
            put("third-parties/" + own + one, "{'name': 'x', 'kind': 'MSP'}")
                    .then()
                    .statusCode(201);
        }

        String upper = tree(get("unfiltered-links?thirdParty=" + (own + "alpha-2").toUpperCase()))
                .at("/errors/0/detail")
                .asText();
        String wrong = tree(get("connection-points?thirdParty=" + own + "alhpa-1"))
                .at("/errors/0/detail")
                .asText();

        assertThat(upper).contains("near are " + own + "alpha-2, ");
        assertThat(wrong).contains("near are " + own + "alpha-1, ");
        assertThat(wrong.split(own + "alpha-")).hasSize(4);
    }

    @Test
    void reportsEveryParameterThatNamesNothing() {
        get("findings?thirdParty=no-such-thing&zone=nowhere-at-all&code=NET-01")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors.pointer", equalTo(List.of("thirdParty", "zone")));
    }

    @Test
    void takesWhatWasJustCreatedAndRefusesWhatWasJustDeleted() {
        String key = Api.unique() + "party";
        String address = "connection-points?thirdParty=" + key;
        get(address).then().statusCode(422);
        put("third-parties/" + key, "{'name': 'x', 'kind': 'MSP'}").then().statusCode(201);

        Response empty = get(address);
        empty.then().statusCode(200).body("items", hasSize(0));
        get("findings?thirdParty=" + key).then().statusCode(200);
        Response assessed = get("unfiltered-links?thirdParty=" + key);
        get("unpatched-software?thirdParty=" + key).then().statusCode(200);
        delete("third-parties/" + key).then().statusCode(204);

        get(address).then().statusCode(422);
        get(address, etag(empty)).then().statusCode(422);
        get("unfiltered-links?thirdParty=" + key, etag(assessed)).then().statusCode(422);
        get("findings?thirdParty=" + key).then().statusCode(422);
        get("unpatched-software?thirdParty=" + key).then().statusCode(422);
    }

    @Test
    void looksForAKeyAmongThoseOfTheKindAskedFor() {
        String own = Api.unique();
        put("organizations/" + own + "org", "{'name': 'x'}").then().statusCode(201);

        get("findings?key=" + own + "org").then().statusCode(200);
        get("findings?subject=ORGANIZATION&key=" + own + "org").then().statusCode(200);
        get("findings?subject=PORTFOLIO&key=portfolio").then().statusCode(200);
        get("risk-scores?subject=ORGANIZATION&key=" + own + "org").then().statusCode(200);
        get("findings?subject=ZONE&key=" + own + "org")
                .then()
                .statusCode(422)
                .body("detail", containsString("there is no zone of that name"));
        get("risk-scores?key=" + own + "org")
                .then()
                .statusCode(422)
                .body("detail", containsString("there is no third party of that name"));
        get("risk-scores?subject=MOON&key=" + own + "org")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("subject"));
        get("risk-scores?subject=ASSET").then().statusCode(422).body("errors[0].pointer", equalTo("subject"));
        get("questions?subject=PORTFOLIO").then().statusCode(422).body("errors[0].pointer", equalTo("subject"));
    }

    @Test
    void takesTheCredentialGroupsThatHostsName() {
        String own = Api.unique();
        put("organizations/" + own + "org", "{'name': 'x'}").then().statusCode(201);
        put("zones/" + own + "zone", "{'name': 'x', 'organization': '" + own + "org'}")
                .then()
                .statusCode(201);
        put(
                        "assets/" + own + "host",
                        "{'name': 'x', 'zone': '" + own + "zone', 'credentialGroup': '" + own + "admins'}")
                .then()
                .statusCode(201);

        get("assets?credentialGroup=" + own + "admins").then().statusCode(200).body("items", hasSize(1));
        get("assets?credentialGroup=" + own + "admin")
                .then()
                .statusCode(422)
                .body("detail", containsString("near is " + own + "admins"));
    }

    @Test
    void findsAnAdvisoryByAnyOfItsNames() {
        String own = Api.unique();
        String cve = "CVE-2019-" + (own.hashCode() & 0x7fffffff) + "0";
        put("advisories/" + own + "adv", "{'name': 'x', 'published': true, 'cve': '" + cve + "'}")
                .then()
                .statusCode(201);

        for (String name : List.of(own + "adv", (own + "adv").toUpperCase(), cve, cve.toLowerCase())) {
            get("unpatched-software?advisory=" + name).then().statusCode(200);
        }
        get("advisories?cve=" + cve).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void saysOfACveThatNobodyHoldsWhatIsLoaded() {
        put("advisories/" + Api.unique() + "adv", "{'name': 'x', 'published': true}")
                .then()
                .statusCode(201);

        for (String address : List.of("unpatched-software?advisory=", "advisories?cve=")) {
            get(address + "CVE-1999-99999")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo(NOT_KNOWN_HERE))
                    .body("detail", containsString("No source loaded here says anything of this CVE."))
                    .body("detail", containsString("Loaded here are "))
                    .body("detail", containsString("own (loaded on 20"));
        }
    }
}
