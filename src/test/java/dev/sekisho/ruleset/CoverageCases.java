package dev.sekisho.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many links are proven, and how many are only talked about. */
abstract class CoverageCases {
    private static final String RULES =
            "{'defaultAction': 'DENY', 'rules': [{'action': 'PERMIT', 'sources': ['198.51.100.0/24'], 'destinations': ['10.9.0.7'], 'protocol': 'TCP', 'destinationPorts': ['443']}]}";
    private static final String UNKNOWN_MODULE =
            "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -s 198.51.100.0/24 -p tcp -m frob --key x -j ACCEPT\nCOMMIT\n";

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    private Site site() {
        return Site.with(adminKey, "'10.9.0.0/16'");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String inspected(String state, int daysAgo) {
        return "'state': '" + state + "', 'inspectedOn': '" + today().minusDays(daysAgo) + "'";
    }

    private static JsonNode read(Site site, String address) {
        return Api.tree(site.get(address));
    }

    /** What is counted of the third party alone, once an assessment counts it so. */
    private static JsonNode coverage(Site site, String kind) {
        String address = "rulesets/coverage?thirdParty=" + site.key("party");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(site, address).at("/total/" + kind).asInt() == 1);
        return read(site, address);
    }

    private static JsonNode unmeasured(Site site, String filter) {
        return read(site, "unfiltered-links?" + filter).get("unmeasured");
    }

    @Test
    void countsALinkAsProvenByRulesBehindAVerifiedFirewall() {
        Site site = site();
        site.point(inspected("VERIFIED", 30));
        site.rules(RULES).statusCode(200);

        JsonNode coverage = coverage(site, "proven");

        assertThat(coverage.get("doubts")).isEmpty();
        assertThat(coverage.at("/zoneLinks/links").asInt()).isZero();
        assertThat(coverage.at("/thirdParties/0/key").asText()).isEqualTo(site.key("party"));
        assertThat(coverage.at("/thirdParties/0/connectionPoints")).isEqualTo(coverage.get("connectionPoints"));
        assertThat(unmeasured(site, "thirdParty=" + site.key("party")).toString())
                .isEqualTo("{\"links\":0,\"noRuleSet\":0,\"notAssessable\":0}");
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED, 400, STALE", "UNVERIFIED, 30, NOT_VERIFIED", "HOST_ONLY, 30, NOT_VERIFIED"})
    void saysWhyMeasuredRulesProveNothing(String state, int daysAgo, String doubt) {
        Site site = site();
        site.point(inspected(state, daysAgo));
        site.rules(RULES).statusCode(200);

        JsonNode coverage = coverage(site, "measuredWithDoubt");

        assertThat(coverage.get("doubts").findValuesAsText("doubt")).containsExactly(doubt);
        assertThat(unmeasured(site, "thirdParty=" + site.key("party"))
                        .get("links")
                        .asInt())
                .isZero();
    }

    @Test
    void countsRulesThatCouldNotBeModelledAsDoubtful() {
        Site site = site();
        site.point(inspected("VERIFIED", 30));
        site.put("format=IPTABLES_SAVE&chain=FORWARD&family=IPV4", RuleSetStorageCases.bytes(UNKNOWN_MODULE))
                .statusCode(200);

        JsonNode coverage = coverage(site, "measuredWithDoubt");

        assertThat(coverage.get("doubts").findValuesAsText("doubt")).contains("OPAQUE_RULES");
        assertThat(unmeasured(site, "connectionPoint=" + site.key("link")).toString())
                .isEqualTo("{\"links\":1,\"noRuleSet\":0,\"notAssessable\":1}");
    }

    @Test
    void countsWhatIsOnlySaid() {
        Site site = site();
        site.point(inspected("VERIFIED", 30));

        assertThat(coverage(site, "onlyDeclared")
                        .at("/total/declaredUnfiltered")
                        .asInt())
                .isZero();
        assertThat(unmeasured(site, "thirdParty=" + site.key("party")).toString())
                .isEqualTo("{\"links\":1,\"noRuleSet\":1,\"notAssessable\":0}");

        site.point("'state': 'NONE'");
        site.rules(RULES).statusCode(200);

        assertThat(coverage(site, "declaredUnfiltered")
                        .at("/total/onlyDeclared")
                        .asInt())
                .isOne();
        assertThat(unmeasured(site, "thirdParty=" + site.key("party"))
                        .get("links")
                        .asInt())
                .isZero();
    }

    @Test
    void countsALinkOfWhichNobodySaidAnything() {
        Site site = site();
        site.point("");

        assertThat(coverage(site, "unknown").at("/total/links").asInt()).isOne();
    }

    @Test
    void countsEveryKindForTheOrganizationAndZoneItLandsIn() {
        Site site = site();
        coverage(site, "onlyDeclared");

        for (String filter : List.of("organization=" + site.key("org"), "zone=" + site.key("zone"))) {
            JsonNode coverage = read(site, "rulesets/coverage?" + filter);
            assertThat(coverage.at("/total/links").asInt()).isEqualTo(2);
            assertThat(coverage.at("/connectionPoints/onlyDeclared").asInt()).isOne();
            assertThat(coverage.at("/zoneLinks/unknown").asInt()).isOne();
            assertThat(unmeasured(site, filter).get("links").asInt()).isOne();
        }
        assertThat(read(site, "rulesets/coverage?zone=" + site.key("other"))
                        .at("/total/links")
                        .asInt())
                .isZero();
        assertThat(unmeasured(site, "zone=" + site.key("other")).get("links").asInt())
                .isZero();
    }

    @Test
    void countsUnmeasuredLinksOverAllPagesAndWhateverTheSeverity() {
        Site site = site();
        coverage(site, "onlyDeclared");
        String organization = "organization=" + site.key("org");

        for (String more : List.of("&limit=1", "&severity=CRITICAL", "&q=" + site.key("link"))) {
            assertThat(unmeasured(site, organization + more).get("links").asInt())
                    .as(more)
                    .isOne();
        }
        assertThat(unmeasured(site, organization + "&name=nobody").get("links").asInt())
                .isZero();
    }

    @Test
    void countsNoLinkThatIsCutForCertain() {
        Site site = site();
        coverage(site, "onlyDeclared");
        site.caller()
                .contentType("application/merge-patch+json")
                .body("{\"state\": \"CUT_VERIFIED\"}")
                .patch("/api/v1/" + site.link())
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(site, "rulesets/coverage?thirdParty=" + site.key("party"))
                                .at("/total/links")
                                .asInt()
                        == 0);
        assertThat(unmeasured(site, "thirdParty=" + site.key("party"))
                        .get("links")
                        .asInt())
                .isZero();
    }

    @Test
    void addsUp() {
        Site site = site();
        coverage(site, "onlyDeclared");

        JsonNode coverage = read(site, "rulesets/coverage");

        for (String part : List.of("total", "connectionPoints", "zoneLinks")) {
            assertThat(sum(coverage.get(part), "proven", "measuredWithDoubt", "onlyDeclared", "unknown"))
                    .as(part)
                    .isEqualTo(coverage.get(part).get("links").asInt())
                    .isPositive();
        }
        assertThat(sum(coverage.get("connectionPoints"), "links") + sum(coverage.get("zoneLinks"), "links"))
                .isEqualTo(sum(coverage.get("total"), "links"));
        assertThat(coverage.get("thirdParties").size()).isBetween(1, 100);
    }

    private static int sum(JsonNode counted, String... fields) {
        return List.of(fields).stream()
                .mapToInt(field -> counted.get(field).asInt())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thirdParty=nobody-at-all", "organization=nobody-at-all", "zone=nobody-at-all"})
    void refusesWhatNamesNothing(String filter) {
        site().get("rulesets/coverage?" + filter).then().statusCode(422);
    }
}
