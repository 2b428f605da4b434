package dev.sekisho.demo;

import static dev.sekisho.Api.patch;
import static dev.sekisho.Api.put;
import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The incident of 2020 replayed: what the service says the day before, as the flaw becomes known, and as it is mended. */
abstract class StoryCases {
    /**
     * The worst target, the company network, comes to 79.5: criticality 90, -20 for one break, -22.5, a quarter of E 97.5
     * (all but TRANSPORT, 2.5 of 5), .08 of A 32.9 (2.9 for 35 of 365 days, 12.5, 10, 7.5), and 5 for nothing that filters
     * inside. The group company's network, 5 less, the server's zone, 30 less, and the control network, three breaks away,
     * add 3.
     */
    private static final String ON_THE_EVE = "82.5";

    private static final String TOOL = "installations/msp-tool-unix-01";
    private static final String FULL_MONITORING =
            "{'flowLogsToSiem': true, 'endpointDetection': true, 'alertsWatched24x7': true, 'logRetentionDays': 400}";

    @BeforeEach
    void standOnTheEve() {
        Demo.load();
        awaitScore(ON_THE_EVE);
    }

    /** Its connection is cut; its tool is still in use on our server. */
    private static final String WITH_ITS_TOOL_ALONE = "52.6";

    private static JsonNode risk() {
        return read("third-parties/msp-1/risk");
    }

    /** A read waits for the assessment of earlier writes, but not without end on a busy machine. */
    private static void awaitScore(String score) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(risk().get("score").decimalValue()).isEqualByComparingTo(score));
    }

    private static List<String> lines(JsonNode risk) {
        return texts(risk.get("contributions"), "code");
    }

    private static BigDecimal points(JsonNode risk, String code) {
        return StreamSupport.stream(risk.get("contributions").spliterator(), false)
                .filter(line -> line.get("code").asText().equals(code))
                .map(line -> line.get("points").decimalValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private static JsonNode findings(String filter) {
        return read("findings?limit=1000&" + filter).get("items");
    }

    private static List<String> openCodes(String filter) {
        return texts(findings("status=OPEN&" + filter), "code");
    }

    private static JsonNode finding(String code, String key) {
        JsonNode found = findings("code=" + code + "&key=" + key);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void makeTheFlawKnown() {
        put(
                        "advisories/MSP-2020-001",
                        "{'name': 'A flaw nobody published', 'published': false, 'affected': [{'product': 'msp-remote-tool'}],"
                                + " 'knownOn': '" + Demo.today() + "'}")
                .then()
                .statusCode(201);
        awaitScore("100.0");
    }

    private static void stopUsingTheTool(String state) {
        patch(TOOL, "{'useState': '" + state + "'}").then().statusCode(200);
    }

    private static void putUpFirewalls() {
        String filtered =
                "'firewall': {'state': 'VERIFIED', 'product': 'fortios', 'inspectedOn': '%1$s', 'reviewedOn': '%1$s'}, 'egress': 'DENY_BY_DEFAULT',"
                                .formatted(Demo.today())
                        + "'authentication': 'MFA', 'monitoring': " + FULL_MONITORING;
        patch(
                        "connection-points/msp-unix",
                        "{" + filtered + ", 'approvedFlows': [{'sources': ['198.51.100.0/24'],"
                                + " 'destinations': ['10.77.16.10'], 'protocol': 'TCP', 'destinationPorts': ['443'], 'owner': 'CIO',"
                                + " 'need': 'operation', 'expiresOn': '"
                                + Demo.today().plusDays(300) + "'}]}")
                .then()
                .statusCode(200);
        put(
                        "connection-points/msp-unix/ruleset?format=RULES_JSON",
                        "{'defaultAction': 'DENY', 'rules': [{'action': 'PERMIT', 'sources': ['198.51.100.0/24'],"
                                + " 'destinations': ['10.77.16.10/32'], 'protocol': 'TCP', 'destinationPorts': ['443']}]}")
                .then()
                .statusCode(200);
        for (String link : List.of("unix-office", "office-sister")) {
            patch("zone-links/" + link, "{" + filtered + "}").then().statusCode(200);
            put("zone-links/" + link + "/ruleset?format=RULES_JSON", "{'defaultAction': 'DENY', 'rules': []}")
                    .then()
                    .statusCode(200);
        }
    }

    private static void watchTheServers() {
        for (String watched : List.of(
                "zones/power-unix", "zones/power-office", "zones/sister-office", "assets/unix-01", "assets/file-01")) {
            patch(watched, "{'monitoring': " + FULL_MONITORING + "}").then().statusCode(200);
        }
        patch("zones/power-unix", "{'egress': 'DENY_BY_DEFAULT'}").then().statusCode(200);
    }

    private static void putTheRelationInOrder() {
        patch("connection-points/msp-unix", "{'access': 'JUST_IN_TIME'}").then().statusCode(200);
        patch(
                        "third-parties/msp-1",
                        "{'assessedOn': '" + Demo.today() + "', 'subprocessorsDeclared': 1, 'agreement': {'clauses': ["
                                + "'INCIDENT_NOTIFICATION', 'AUDIT_RIGHT', 'ACCESS_CONTROL', 'VULNERABILITY_HANDLING',"
                                + " 'SUBCONTRACTING', 'DATA_PROTECTION', 'LOGGING', 'CONTINUITY', 'PERSONNEL', 'TERMINATION']}}")
                .then()
                .statusCode(200);
    }

    @Test
    void isCriticalWithoutAnyKnownVulnerability() {
        JsonNode risk = risk();

        assertThat(risk.get("score").decimalValue()).isEqualByComparingTo(ON_THE_EVE);
        assertThat(risk.get("band").asText()).isEqualTo("CRITICAL");
        JsonNode link = read("connection-points/msp-unix/risk");
        assertThat(link.get("score").decimalValue()).isEqualByComparingTo(ON_THE_EVE);
        assertThat(lines(link))
                .startsWith("CONSEQUENCE", "BREAK.1", "BASE", "E.FILTER")
                .contains("INNER", "BREADTH")
                .doesNotContain("BREAK.2", "V");
        assertThat(points(link, "CONSEQUENCE")).isEqualByComparingTo("90");
        assertThat(points(link, "BREAK.1")).isEqualByComparingTo("-20");
        assertThat(read("unpatched-software?thirdParty=msp-1").get("items")).isEmpty();
        assertThat(finding("NET-01", "msp-unix").get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(finding("NET-01", "msp-unix").get("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void namesTheUnfilteredLinksAndWhatTheyOpen() {
        JsonNode links = read("unfiltered-links?limit=1000");

        assertThat(texts(links.get("items"), "key"))
                .contains("msp-unix", "unix-office", "office-sister")
                .doesNotContain("edi-gateway", "turbine-remote", "office-ot");
        JsonNode msp = read("unfiltered-links?thirdParty=msp-1").at("/items/0");
        assertThat(msp.get("key").asText()).isEqualTo("msp-unix");
        assertThat(msp.get("codes").get(0).asText()).isEqualTo("NET-01");
        assertThat(msp.get("thirdPartyName").asText()).startsWith("運用管理事業者");
        assertThat(msp.get("since").asText()).isNotBlank();
        assertThat(msp.at("/opens/zones"))
                .as("the product on the server is still to be broken")
                .isEmpty();
        JsonNode inner = read("unfiltered-links?zone=power-office").at("/items/0");
        assertThat(inner.get("key").asText()).isEqualTo("unix-office");
        assertThat(inner.at("/opens/zones").toString()).contains("power-office", "sister-office");
        assertThat(inner.at("/opens/organizations").toString()).contains("mirai-power", "mirai-sister");
    }

    @Test
    void isWorseOnceTheFlawIsKnown() {
        makeTheFlawKnown();

        JsonNode risk = read("connection-points/msp-unix/risk");

        assertThat(risk.get("score").decimalValue()).isEqualByComparingTo("100.0");
        assertThat(lines(risk)).contains("V", "CAP").doesNotContain("BREAK.1");
        assertThat(openCodes("thirdParty=msp-1")).contains("SW-03", "PTH-01");
        JsonNode flaw = read("unpatched-software?thirdParty=msp-1").at("/items/0");
        assertThat(flaw.get("key").asText()).isEqualTo("msp-tool-unix-01");
        assertThat(flaw.get("verdict").asText()).isEqualTo("AFFECTED");
        assertThat(flaw.has("fix")).isFalse();
        assertThat(flaw.get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(flaw.get("reachableBy").toString()).contains("msp-1");
        assertThat(read("attack-paths?from=msp-1&to=power-office")
                        .at("/items/0/distance/atLeast")
                        .asInt())
                .isZero();
    }

    @Test
    void isNotClearedByAStopThatIsOnlyDeclared() {
        makeTheFlawKnown();

        stopUsingTheTool("STOPPED_DECLARED");

        assertThat(risk().get("score").decimalValue()).isGreaterThanOrEqualTo(new BigDecimal(ON_THE_EVE));
        assertThat(risk().get("band").asText()).isEqualTo("CRITICAL");
        assertThat(openCodes("thirdParty=msp-1")).contains("NET-01");
        assertThat(read("unpatched-software?thirdParty=msp-1").get("items")).isNotEmpty();
    }

    @Test
    void isNotClearedByAStopThatIsVerified() {
        makeTheFlawKnown();

        stopUsingTheTool("STOPPED_VERIFIED");

        awaitScore(ON_THE_EVE);
        assertThat(lines(read("connection-points/msp-unix/risk")))
                .contains("BREAK.1")
                .doesNotContain("V", "CAP");
        assertThat(openCodes("thirdParty=msp-1")).contains("NET-01").doesNotContain("SW-03", "PTH-01");
        assertThat(finding("SW-03", "msp-tool-unix-01").get("status").asText()).isEqualTo("RESOLVED");
    }

    @Test
    void comesDownOnceItIsFilteredAndWatchedAndInOrder() {
        makeTheFlawKnown();
        stopUsingTheTool("STOPPED_VERIFIED");

        putUpFirewalls();
        watchTheServers();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(risk().get("band").asText()).isEqualTo("MODERATE"));
        putTheRelationInOrder();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(risk().get("score").decimalValue()).isLessThan(BigDecimal.valueOf(30)));
        assertThat(risk().get("band").asText()).isEqualTo("LOW");
        assertThat(texts(read("unfiltered-links?thirdParty=msp-1").get("items"), "key"))
                .isEmpty();
        JsonNode mended = finding("NET-01", "msp-unix");
        assertThat(mended.get("status").asText()).isEqualTo("RESOLVED");
        assertThat(mended.get("resolvedAt").asText()).isNotBlank();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read("attack-paths?from=msp-1&to=power-office&maxBreaks=2")
                                .get("items"))
                        .isEmpty());
    }

    @Test
    void knowsAFindingAgainThatComesBack() {
        JsonNode first = finding("NET-01", "msp-unix");
        patch(
                        "connection-points/msp-unix",
                        "{'firewall': {'state': 'VERIFIED', 'inspectedOn': '" + Demo.today() + "'}}")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        finding("NET-01", "msp-unix").get("status").asText().equals("RESOLVED"));

        patch("connection-points/msp-unix", "{'firewall': {'state': 'NONE', 'inspectedOn': null}}")
                .then()
                .statusCode(200);

        awaitScore(ON_THE_EVE);
        JsonNode again = finding("NET-01", "msp-unix");
        assertThat(again.get("status").asText()).isEqualTo("OPEN");
        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(again.get("firstSeen")).isEqualTo(first.get("firstSeen"));
        assertThat(again.has("resolvedAt")).isFalse();
    }

    @Test
    void getsItsFormerScoreBackWhenACutIsUndone() {
        patch("connection-points/msp-unix", "{'state': 'CUT_VERIFIED'}").then().statusCode(200);
        awaitScore(WITH_ITS_TOOL_ALONE);
        assertThat(read("connection-points/msp-unix/risk").get("score").decimalValue())
                .isZero();

        patch("connection-points/msp-unix", "{'state': 'ACTIVE'}").then().statusCode(200);

        awaitScore(ON_THE_EVE);
    }

    @Test
    void isNotClearedByACutThatIsOnlyDeclared() {
        patch("connection-points/msp-unix", "{'state': 'CUT_DECLARED'}").then().statusCode(200);

        awaitScore(ON_THE_EVE);
    }

    @Test
    void isWorstWhenTheProviderIsCompromised() {
        patch("third-parties/msp-1", "{'notice': 'COMPROMISED'}").then().statusCode(200);

        awaitScore("100.0");
        assertThat(lines(read("connection-points/msp-unix/risk"))).contains("NOTICE", "CAP");
    }

    @Test
    void findsNothingGraveAtAnOrdinaryPartner() {
        JsonNode open = findings("status=OPEN&thirdParty=edi-partner");

        assertThat(open).isNotEmpty();
        assertThat(new TreeSet<>(texts(open, "severity"))).isSubsetOf("MEDIUM", "LOW");
        assertThat(read("third-parties/edi-partner/risk").get("score").decimalValue())
                .isBetween(BigDecimal.TEN, BigDecimal.valueOf(40));
    }

    @Test
    void findsNothingAtAWellRunVendor() {
        assertThat(openCodes("thirdParty=turbine-vendor")).isEmpty();
        assertThat(read("third-parties/turbine-vendor/risk").get("band").asText())
                .isEqualTo("LOW");
        // Its own zone, of criticality 50, one break away: 50 - 20 - 22.5 + 5 there, less than 1 for how it is kept,
        // and
        // 40 - 20 - 22.5 + 5 for what it holds.
        assertThat(read("third-parties/turbine-vendor/risk").get("score").decimalValue())
                .isBetween(new BigDecimal("14"), new BigDecimal("15"));
    }
}
