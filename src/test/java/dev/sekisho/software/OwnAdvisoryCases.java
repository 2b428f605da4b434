package dev.sekisho.software;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What persons wrote of a product of ours, by its key alone, counts for software of that name that is not registered. */
abstract class OwnAdvisoryCases {
    private final String key = Api.unique();

    /** No feed speaks of either product. */
    @BeforeEach
    void registerTwoProductsAndAFlawOfEach() {
        Api.importing("""
                {"collection": "software-products", "key": "~vpn", "name": "Gate ~", "vendor": "Maker ~", "aliases": ["Tor ~"], "purl": "pkg:npm/gate-~"}
                {"collection": "software-products", "key": "~tool", "name": "Remote Tool ~"}
                {"collection": "advisories", "key": "~flaw", "name": "flaw", "published": false, "affected": [{"product": "~vpn", "versions": [{"lessThan": "7.2.7"}]}]}
                {"collection": "advisories", "key": "~flaw-of-the-tool", "name": "flaw", "published": false, "affected": [{"product": "~tool"}]}
                """.replace("~", key)).then().statusCode(200);
    }

    private List<String> verdicts(String item) {
        JsonNode answer = Api.tree(Api.post("software/analyze", "{'items': [" + item.replace("~", key) + "]}"))
                .at("/items/0");
        assertThat(answer.get("judged").asBoolean())
                .isEqualTo(!answer.get("verdicts").isEmpty());
        return answer.get("verdicts").findValuesAsText("advisory").stream()
                .map(advisory -> advisory.replace(key, "") + " "
                        + answer.get("verdicts").get(0).get("answer").asText())
                .toList();
    }

    @Test
    void seesThemByNameMakerAliasAndPackage() {
        assertThat(verdicts("{'product': 'Gate ~', 'vendor': 'Maker ~', 'version': '7.2.6'}"))
                .containsExactly("flaw AFFECTED");
        assertThat(verdicts("{'product': 'Gate ~', 'version': '7.2.6'}")).containsExactly("flaw AFFECTED");
        assertThat(verdicts("{'product': 'Tor ~', 'version': '7.2.6'}")).containsExactly("flaw AFFECTED");
        assertThat(verdicts("{'purl': 'pkg:npm/gate-~@7.2.6', 'version': '7.2.6'}"))
                .containsExactly("flaw AFFECTED");
        assertThat(verdicts("{'product': 'Gate ~', 'vendor': 'Maker ~'}")).containsExactly("flaw UNKNOWN");
        assertThat(verdicts("{'product': 'Remote Tool ~', 'vendor': 'anybody', 'version': '1'}"))
                .containsExactly("flaw-of-the-tool AFFECTED");
    }

    @Test
    void seesThemOfThatProductAndVersionOnly() {
        assertThat(verdicts("{'product': 'Gate ~', 'vendor': 'Somebody Else', 'version': '7.2.6'}"))
                .isEmpty();
        assertThat(verdicts("{'product': 'Gate ~', 'vendor': 'Maker ~', 'version': '7.2.7'}"))
                .containsExactly("flaw NOT_AFFECTED");
        Api.delete("advisories/" + key + "flaw").then().statusCode(204);
        assertThat(verdicts("{'product': 'Gate ~', 'vendor': 'Maker ~', 'version': '7.2.6'}"))
                .isEmpty();
    }

    /** A CVE whose record names no versions and one of a person's own that proves it, in one installation each. */
    private void install() {
        Api.importing("""
                {"collection": "organizations", "key": "~o", "name": "o"}
                {"collection": "zones", "key": "~z", "name": "z", "organization": "~o"}
                {"collection": "installations", "key": "~gate", "name": "gate", "product": "~vpn", "version": "7.2.6", "at": {"zone": "~z"}}
                {"collection": "installations", "key": "~other", "name": "other", "product": "~vpn", "version": "7.2.6", "at": {"zone": "~z"}}
                """.replace("~", key)).then().statusCode(200);
        // Whoever says something of it has read it: what is proven is known by then.
        row("gate");
    }

    private Response say(String name, String said) {
        return Api.put(
                "analyst-verdicts/" + key + name,
                ("{" + said + ", 'reason': 'compiled out', 'until': '" + LocalDate.now(ZoneOffset.UTC) + "'}")
                        .replace("~", key));
    }

    private JsonNode row(String installation) {
        return Api.read("unpatched-software?installation=" + key + installation).at("/items/0");
    }

    private static final String CLEAR = "'state': 'NOT_AFFECTED', 'justification': 'VULNERABLE_CODE_NOT_PRESENT'";

    @Test
    void keepsWhatAPersonClearedAndSaysWhoAndUntilWhen() {
        install();
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");

        say("word", "'installation': '~gate', 'advisory': '~flaw', " + CLEAR)
                .then()
                .statusCode(201)
                .body("covers", Matchers.equalTo(List.of("7.2.6")))
                .body("overrides", Matchers.equalTo(true))
                .body("recordedBy", Matchers.notNullValue());

        JsonNode cleared = row("gate");
        assertThat(cleared.get("certainty").asText()).isEqualTo("CLEARED");
        assertThat(cleared.get("verdict").asText()).isEqualTo("NOT_AFFECTED");
        assertThat(cleared.get("score").asDouble()).isZero();
        assertThat(cleared.get("codes")).isEmpty();
        assertThat(cleared.at("/analyst/sources").asText()).isEqualTo("AFFECTED");
        assertThat(cleared.at("/analyst/until").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(cleared.get("reason").asText()).contains("compiled out", "7.2.7");
        assertThat(row("other").get("certainty").asText()).isEqualTo("PROVEN");
        JsonNode counted = Api.read("unpatched-software?product=" + key + "vpn");
        assertThat(List.of("proven", "possible", "cleared"))
                .extracting(one -> counted.at("/" + one + "/flaws").asInt())
                .containsExactly(1, 0, 1);
        for (String asked : List.of("verdict=CLEARED", "verdict=CLEARED&exploited=false", "severity=LOW")) {
            assertThat(Api.read("unpatched-software?" + asked + "&installation=" + key + "gate")
                            .get("items"))
                    .as(asked)
                    .hasSize(1);
        }
        // Who asks what is left to do is not told what somebody cleared.
        for (String asked : List.of("exploited=false", "noFix=false", "overdue=true", "overdue=false")) {
            assertThat(Api.read("unpatched-software?" + asked + "&installation=" + key + "gate")
                            .get("items"))
                    .as(asked)
                    .isEmpty();
        }

        Api.delete("analyst-verdicts/" + key + "word").then().statusCode(204);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
    }

    @Test
    void saysNothingOfAnotherVersionUntilItIsSaidOfThatToo() {
        install();
        String word = "'product': '~vpn', 'advisory': '~flaw', " + CLEAR;
        say("word", word).then().statusCode(201);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");

        Api.patch("installations/" + key + "gate", "{'version': '7.2.5'}")
                .then()
                .statusCode(200);

        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
        assertThat(row("other").get("certainty").asText()).isEqualTo("CLEARED");
        say("word", word + ", 'author': 'Sato'").then().body("covers", Matchers.equalTo(List.of("7.2.6")));
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
        say("word", word + ", 'versions': ['vers:generic/<7.2.7']").then().statusCode(200);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");
    }

    /** What others call a flaw may come to name another one, and software may become other software. */
    @Test
    void clearsNothingButWhatItWasGivenFor() {
        install();
        say("word", "'installation': '~gate', 'advisory': '~flaw', " + CLEAR)
                .then()
                .statusCode(201)
                .body("coversVulnerabilities", Matchers.equalTo(List.of(key + "flaw")));
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");
        Api.delete("advisories/" + key + "flaw").then().statusCode(409);

        Api.patch("software-products/" + key + "vpn", "{'vendor': 'Another'}")
                .then()
                .statusCode(200);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
        Api.patch("software-products/" + key + "vpn", "{'vendor': 'Maker " + key + "'}")
                .then()
                .statusCode(200);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");

        String cve = "CVE-2087-" + (10_000 + Math.floorMod(key.hashCode(), 80_000));
        Api.patch("advisories/" + key + "flaw", "{'cve': '" + cve + "'}").then().statusCode(200);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
    }

    /** Whoever repeats it every night does not say more by leaving something out. */
    @Test
    void keepsWhatItWasGivenForWhenThatIsLeftOut() {
        install();
        String word = "'installation': '~gate', 'advisory': '~flaw', " + CLEAR;
        say("word", word + ", 'versions': ['7.2.5'], 'overridesProof': false")
                .then()
                .statusCode(201);

        say("word", word)
                .then()
                .statusCode(200)
                .body("covers", Matchers.equalTo(List.of("7.2.5")))
                .body("overrides", Matchers.equalTo(false));
    }

    /** Nobody knew of the proof when it was said. */
    @Test
    void countsNoCleanWordAgainstAProofThatCameLater() {
        install();
        Api.patch("advisories/" + key + "flaw", "{'affected': [{'product': '~tool'}]}".replace("~", key))
                .then()
                .statusCode(200);
        // What was assessed last is what a person can know of.
        row("gate");
        say("word", "'installation': '~gate', 'advisory': '~flaw', " + CLEAR)
                .then()
                .body("overrides", Matchers.equalTo(false));
        Api.patch("advisories/" + key + "flaw", "{'affected': [{'product': '~vpn'}]}".replace("~", key))
                .then()
                .statusCode(200);

        JsonNode row = row("gate");
        assertThat(row.get("verdict").asText()).isEqualTo("CONFLICT");
        assertThat(row.get("certainty").asText()).isEqualTo("PROVEN");
        assertThat(row.at("/resolve/verdict/path").asText()).isEqualTo("/api/v1/analyst-verdicts");

        say("word", "'installation': '~gate', 'advisory': '~flaw', 'overridesProof': true, " + CLEAR);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");
    }

    /** It is a proof of its own, though the version was proven before and that was known. */
    @Test
    void countsNoCleanWordAgainstAFurtherAdvisoryOfOurs() {
        install();
        String cve = "CVE-2086-" + (10_000 + Math.floorMod(key.hashCode(), 80_000));
        Api.patch("advisories/" + key + "flaw", "{'cve': '" + cve + "'}").then().statusCode(200);
        row("gate");
        say("word", "'installation': '~gate', 'advisory': '~flaw', " + CLEAR)
                .then()
                .body("overrides", Matchers.equalTo(true));
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");

        Api.put(
                        "advisories/" + key + "further",
                        "{'name': 'Seen again', 'cve': '" + cve
                                + "', 'affected': [{'product': '~vpn'}]}".replace("~", key))
                .then()
                .statusCode(201);

        JsonNode row = row("gate");
        assertThat(row.get("verdict").asText()).isEqualTo("CONFLICT");
        assertThat(row.get("certainty").asText()).isEqualTo("PROVEN");
        say("word", "'installation': '~gate', 'advisory': '~flaw', 'author': 'Sato', " + CLEAR);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("PROVEN");
        say("word", "'installation': '~gate', 'advisory': '~flaw', 'overridesProof': true, " + CLEAR);
        assertThat(row("gate").get("certainty").asText()).isEqualTo("CLEARED");
    }

    @Test
    void takesAPersonsWordThatNoSourceSpeaksOf() {
        install();
        say("word", "'installation': '~gate', 'advisory': '~flaw-of-the-tool', 'state': 'AFFECTED'")
                .then()
                .statusCode(201);

        assertThat(Api.read("unpatched-software?installation=" + key + "gate&advisory=" + key + "flaw-of-the-tool")
                        .at("/items/0/certainty")
                        .asText())
                .isEqualTo("PROVEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'installation': '~gate', 'product': '~vpn', 'advisory': '~flaw', 'state': 'FIXED' | /installation",
                "'advisory': '~flaw', 'state': 'FIXED' | /installation",
                "'installation': '~gate', 'advisory': '~flaw', 'state': 'NOT_AFFECTED' | /justification",
                "'installation': '~gate', 'advisory': '~flaw', 'state': 'FIXED', 'justification': 'CODE_NOT_PRESENT' | /justification",
                "'installation': '~gate', 'advisory': '~no-flaw', 'state': 'FIXED' | /advisory",
                "'installation': '~gate', 'advisory': '~flaw', 'state': 'FIXED', 'versions': ['vers:generic/!=1'] | /versions/0",
                "'installation': '~gate', 'advisory': '~flaw', 'state': 'FIXED', 'versions': ['vers:none/*'] | /versions/0",
                "'product': '~tool', 'advisory': '~flaw', 'state': 'FIXED' | /versions"
            },
            quoteCharacter = '^')
    void refusesWhatSaysTooLittleOrTooMuch(String said, String pointer) {
        install();
        say("word", said).then().statusCode(422).body("errors[0].pointer", Matchers.equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({"-1", "366"})
    void refusesAWordThatHasExpiredOrNeverSoonDoes(int days) {
        install();
        Api.put(
                        "analyst-verdicts/" + key + "word",
                        ("{'installation': '~gate', 'advisory': '~flaw', 'state': 'FIXED', 'reason': 'r', 'until': '"
                                        + LocalDate.now(ZoneOffset.UTC).plusDays(days) + "'}")
                                .replace("~", key))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", Matchers.equalTo("/until"));
    }

    @Test
    void tellsWhatWouldDecideWhatIsOpen() {
        install();
        Api.patch("installations/" + key + "gate", "{'version': null}").then().statusCode(200);

        JsonNode resolve = row("gate").get("resolve");

        assertThat(resolve.at("/reasons/0/why").asText()).isEqualTo("VERSION_MISSING");
        assertThat(resolve.at("/reasons/0/call/path").asText()).isEqualTo("/api/v1/installations/" + key + "gate");
        assertThat(resolve.at("/verdict/body/installation").asText()).isEqualTo(key + "gate");
    }

    @Test
    void exportsTheWordAsVex() {
        install();
        say("word", "'installation': '~gate', 'advisory': '~flaw', 'author': 'Sato', " + CLEAR);
        row("gate");

        JsonNode said = null;
        for (JsonNode one : Api.read("unpatched-software/vex?verdict=CLEARED").get("vulnerabilities")) {
            said = one.get("id").asText().equals(key + "flaw") ? one : said;
        }

        assertThat(said).isNotNull();
        assertThat(said.at("/analysis/state").asText()).isEqualTo("not_affected");
        assertThat(said.at("/analysis/justification").asText()).isEqualTo("code_not_present");
        assertThat(said.at("/analysis/lastUpdated").asText()).isNotEmpty();
        assertThat(said.at("/affects/0/ref").asText()).isEqualTo(key + "vpn@7.2.6#" + key + "gate");
        assertThat(said.get("properties").toString()).contains("Sato", "VULNERABLE_CODE_NOT_PRESENT");
    }

    @Test
    void refusesAVerdictThatIsNone() {
        Api.get("findings?verdict=MAYBE").then().statusCode(400);
        Api.get("unpatched-software?verdict=MAYBE").then().statusCode(400);
        Api.get("findings?verdict=POSSIBLE").then().statusCode(200);
        assertThat(Api.read("findings?verdict=PROVEN&limit=1000").findValuesAsText("code"))
                .doesNotContain("SW-10");
    }
}
