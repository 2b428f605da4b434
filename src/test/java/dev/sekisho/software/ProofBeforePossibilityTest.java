package dev.sekisho.software;

import static dev.sekisho.Api.get;
import static dev.sekisho.Api.importing;
import static dev.sekisho.Api.post;
import static dev.sekisho.Api.read;
import static dev.sekisho.Api.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Thirty vendors who keep their links well, each with a product in its zone that the catalogue of exploited vulnerabilities
 * names, which names no versions. Two of the products are affected by what their makers say.
 */
@QuarkusTest
@TestProfile(ProofBeforePossibilityTest.Empty.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofBeforePossibilityTest {
    private static final int VENDORS = 30;
    private static final String TODAY = LocalDate.now().toString();
    private static Map<String, String> before = Map.of();

    /** A database of its own, with nothing in it. */
    public static class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:proof;DB_CLOSE_DELAY=-1");
        }
    }

    @Test
    @Order(1)
    void theCatalogueAloneMovesNoScore() {
        importing("{\"collection\": \"organizations\", \"key\": \"org\", \"name\": \"org\"}\n"
                        + lines(number -> """
                {"collection": "zones", "key": "z%1$d", "name": "z", "organization": "org", "criticality": 60, "egress": "DENY_BY_DEFAULT"}
                {"collection": "third-parties", "key": "v%1$d", "name": "v", "kind": "VENDOR", "assessedOn": "%2$s"}
                {"collection": "connection-points", "key": "c%1$d", "name": "c", "thirdParty": "v%1$d", "zone": "z%1$d", "authentication": "MFA", "access": "JUST_IN_TIME", "egress": "DENY_BY_DEFAULT", "privileged": true, "firewall": {"state": "VERIFIED", "inspectedOn": "%2$s", "reviewedOn": "%2$s"}}
                {"collection": "software-products", "key": "p%1$d", "name": "Box %1$d", "vendor": "Maker %1$d"}
                {"collection": "installations", "key": "i%1$d", "name": "i", "product": "p%1$d", %3$s"at": {"zone": "z%1$d"}, "useState": "%4$s"}
                """.formatted(
                                        number,
                                        TODAY,
                                        number == VENDORS ? "" : "\"version\": \"1.0\", ",
                                        number == 1 ? "STOPPED_DECLARED" : "IN_USE")))
                .then()
                .statusCode(200);
        before = scores();
        assertThat(before).hasSize(VENDORS);

        feed("kev", catalogue());

        assertThat(scores()).isEqualTo(before);
        JsonNode list = read("unpatched-software?limit=100");
        assertThat(list.get("items")).hasSize(VENDORS).allSatisfy(row -> {
            assertThat(row.get("certainty").asText()).isEqualTo("POSSIBLE");
            assertThat(row.get("severity").asText()).isEqualTo("MEDIUM");
            assertThat(row.get("codes").toString()).isEqualTo("[\"SW-10\"]");
            assertThat(row.get("reason").asText()).contains("names no versions");
            assertThat(row.at("/resolve/reasons/0/why").asText()).isEqualTo("NO_VERSIONS");
            assertThat(row.at("/resolve/reasons/0/call/path").asText()).isEqualTo("/api/v1/advisories?format=CVE5");
        });
        assertThat(list.at("/proven/flaws").asInt()).isZero();
        assertThat(list.at("/possible/flaws").asInt()).isEqualTo(VENDORS);
        assertThat(list.at("/possible/exploited").asInt()).isEqualTo(VENDORS);
        for (String code : List.of("SW-01", "SW-02", "SW-03", "SW-07")) {
            assertThat(read("findings?code=" + code).get("items")).as(code).isEmpty();
        }
        assertThat(read("findings?code=SW-06").at("/items/0/detail").asText())
                .endsWith("so every advisory that names versions of the product counts as if it were affected.");
        assertThat(metrics())
                .contains(
                        "sekisho_exploited_in_use 0.0",
                        "sekisho_unpatched_installations 0.0",
                        "sekisho_possibly_exploited_in_use 30.0",
                        "sekisho_possibly_unpatched_installations 30.0");
    }

    @Test
    @Order(2)
    void recordsMoveTheScoresOfTheAffectedAndOfNobodyElse() {
        feed("cve", IntStream.of(7, 8, 9).mapToObj(this::cve).collect(Collectors.joining("\n")));

        Map<String, String> after = scores();
        var moved = new HashSet<String>();
        after.forEach((vendor, score) -> {
            if (!score.equals(before.get(vendor))) {
                moved.add(vendor);
            }
        });
        assertThat(moved).containsExactlyInAnyOrder("v7", "v8");
    }

    @Test
    @Order(3)
    void whatIsProvenStandsFirstWhicheverEndComesFirst() {
        for (String sort : List.of("severity", "-severity", "score", "-score")) {
            List<String> told = certainties("unpatched-software?sort=" + sort);
            assertThat(told).as(sort).hasSize(VENDORS - 1).startsWith("PROVEN", "PROVEN", "POSSIBLE");
            assertThat(told.subList(2, told.size())).as(sort).containsOnly("POSSIBLE");
            List<JsonNode> groups = pages("unpatched-software?groupBy=PRODUCT&sort=" + sort);
            assertThat(groups.stream().map(group -> group.at("/proven/flaws").asInt()))
                    .as(sort)
                    .startsWith(1, 1, 0)
                    .filteredOn(count -> count == 1)
                    .hasSize(2);
        }
    }

    @Test
    @Order(3)
    void eachIsCountedAndFoundApart() {
        JsonNode proven = read("unpatched-software?verdict=PROVEN");
        JsonNode possible = read("unpatched-software?verdict=POSSIBLE&limit=3");
        JsonNode party = read("unpatched-software?groupBy=THIRD_PARTY&thirdParty=v7");

        assertThat(proven.at("/total/count").asInt()).isEqualTo(2);
        assertThat(proven.at("/possible/flaws").asInt()).isZero();
        assertThat(possible.at("/total/count").asInt()).isEqualTo(VENDORS - 3);
        assertThat(possible.at("/possible/installations").asInt()).isEqualTo(VENDORS - 3);
        assertThat(possible.at("/proven/flaws").asInt()).isZero();
        assertThat(party.at("/items/0/proven/flaws").asInt()).isEqualTo(1);
        assertThat(party.at("/items/0/possible").asInt()).isZero();
        get("unpatched-software?verdict=MAYBE").then().statusCode(400);
        get("unpatched-software/vex?verdict=MAYBE").then().statusCode(400);
    }

    @Test
    @Order(3)
    void theSeverityOfThePossibleIsNeverAboveThatOfTheProven() {
        String least = read("unpatched-software?sort=severity&verdict=PROVEN")
                .at("/items/0/severity")
                .asText();

        assertThat(least).isIn("HIGH", "CRITICAL");
        assertThat(read("unpatched-software?severity=HIGH&verdict=POSSIBLE").get("items"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void softwareThatIsNotStoredIsJudgedInTheSameWords() {
        post("software/analyze", """
                {'items': [{'vendor': 'Maker 7', 'product': 'Box 7', 'version': '1.0'},
                           {'vendor': 'Maker 1', 'product': 'Box 1', 'version': '1.0'},
                           {'vendor': 'Maker 7', 'product': 'Box 7', 'version': '2.0'}]}""")
                .then()
                .statusCode(200)
                .body("items[0].verdicts[0].certainty", equalTo("PROVEN"))
                .body("items[0].proven", equalTo(1))
                .body("items[1].verdicts[0].certainty", equalTo("POSSIBLE"))
                .body("items[1].verdicts[0].evidence[0].certainty", equalTo("POSSIBLE"))
                .body("items[1].possible", equalTo(1))
                .body("items[1].proven", equalTo(0))
                .body("items[2].verdicts[0].certainty", nullValue());
    }

    @Test
    @Order(3)
    void theDocumentForOthersTellsThemApart() {
        JsonNode all = read("unpatched-software/vex").get("vulnerabilities");
        JsonNode proven = read("unpatched-software/vex?verdict=PROVEN").get("vulnerabilities");

        assertThat(all).hasSize(VENDORS - 1);
        assertThat(all.at("/0/properties/0/value").asText()).isEqualTo("PROVEN");
        assertThat(all.at("/2/properties/0/value").asText()).isEqualTo("POSSIBLE");
        assertThat(all.at("/2/analysis/state").asText()).isEqualTo("in_triage");
        assertThat(all.at("/2/analysis/detail").asText()).startsWith("Possible, not proven");
        assertThat(proven).hasSize(2);
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.rangeClosed(1, VENDORS).mapToObj(line).collect(Collectors.joining());
    }

    private static void feed(String name, String text) {
        sending("application/octet-stream", text.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/feeds/" + name)
                .then()
                .statusCode(200);
    }

    private static String catalogue() {
        return "{\"catalogVersion\": \"2025.01.01\", \"count\": " + VENDORS + ", \"vulnerabilities\": ["
                + IntStream.rangeClosed(1, VENDORS)
                        .mapToObj(number -> """
                                {"cveID": "CVE-2024-7%1$03d", "vendorProject": "Maker %1$d", "product": "Box %1$d",
                                 "vulnerabilityName": "Flaw", "dateAdded": "2024-06-01", "shortDescription": "s",
                                 "requiredAction": "r", "dueDate": "2024-06-22", "knownRansomwareCampaignUse": "Known",
                                 "notes": "", "cwes": []}""".formatted(number))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    /** The maker says of versions below 2.0 that they are affected; of Box 9 that those below 0.5 are, and no other. */
    private String cve(int number) {
        return """
                {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2024-7%1$03d", "state": "PUBLISHED"}, "containers": {"cna": {"providerMetadata": {"shortName": "maker"}, "descriptions": [{"lang": "en", "value": "d"}], "affected": [{"vendor": "Maker %1$d", "product": "Box %1$d", "defaultStatus": "unaffected", "versions": [{"version": "0", "lessThan": "%2$s", "status": "affected", "versionType": "custom"}]}]}}}""".formatted(number, number == 9 ? "0.5" : "2.0");
    }

    private static Map<String, String> scores() {
        var scores = new TreeMap<String, String>();
        read("risk-scores?subject=THIRD_PARTY&limit=100")
                .get("items")
                .forEach(item ->
                        scores.put(item.get("key").asText(), item.get("score").asText()));
        return scores;
    }

    private static List<String> certainties(String address) {
        return pages(address).stream().map(row -> row.get("certainty").asText()).toList();
    }

    /** All rows, in pages of seven; no row comes twice. */
    private static List<JsonNode> pages(String address) {
        var all = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page = read(address + "&limit=7" + token);
            page.get("items").forEach(all::add);
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").asText()
                    : "";
        } while (!token.isEmpty());
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private static List<String> metrics() {
        return Api.caller().get("/q/metrics").asString().lines().toList();
    }
}
