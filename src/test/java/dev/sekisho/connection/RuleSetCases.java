package dev.sekisho.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sekisho.registry.Changed;
import dev.sekisho.risk.traffic.RuleSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.data.Offset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rule set of a link promises, on whichever database. */
abstract class RuleSetCases {
    private static final String SIXTEEN = "'10.9.0.0/16'";
    private static final String HTTPS =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.7'], 'protocol': 'TCP', 'destinationPorts': ['443']}";
    private static final String SSH =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.8'], 'protocol': 'TCP', 'destinationPorts': ['22']}";

    private static final Map<String, String> SAMPLES = Map.of(
            "RULES_JSON",
            "{\"defaultAction\": \"DENY\",\n \"rules\": [{\"action\": \"PERMIT\", \"sources\": [\"10.0.0.0/8\"]}]}",
            "IPTABLES_SAVE",
            "*filter\n:FORWARD DROP [0:0]\n-A FORWARD -s 10.0.0.0/8 -m comment --comment \"password CANARY\""
                    + " -p tcp -m tcp --dport 443 -j ACCEPT\n-A FORWARD -m frob --key CANARY -j DROP\nCOMMIT\n",
            "NFTABLES_JSON",
            "{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"f\", \"name\": \"forward\", \"hook\":"
                    + " \"forward\"}}, {\"rule\": {\"family\": \"ip\", \"table\": \"f\", \"chain\": \"forward\", \"comment\":"
                    + " \"CANARY\", \"expr\": [{\"accept\": null}]}}]}",
            "CISCO_ASA",
            ": Saved\nhostname a\nenable password CANARY encrypted\nsnmp-server community CANARY\nusername x password"
                    + " CANARY\naccess-list A remark CANARY\naccess-list A extended permit tcp any any eq 443\n: end\n",
            "CISCO_IOS",
            "version 15.2\nenable secret 5 $1$CANARY$CANARY\ncrypto isakmp key CANARY address 0.0.0.0\n"
                    + "access-list 101 remark CANARY\naccess-list 101 permit tcp any any eq 443\nend\n",
            "FORTIOS",
            "config vpn ipsec phase1-interface\n edit \"p\"\n  set psksecret ENC CANARY\n next\nend\nconfig firewall"
                    + " policy\n edit 1\n  set name \"psk CANARY\"\n  set comments \"CANARY\"\n  set action accept\n  set srcaddr all\n"
                    + "  set dstaddr all\n  set service ALL\n next\nend\n",
            "AWS_VPC",
            "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"Description\": \"CANARY\", \"IpPermissions\": [{\"IpProtocol\":"
                    + " \"-1\", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\", \"Description\": \"CANARY\"}]}]}]}",
            "AZURE_NSG",
            "{\"name\": \"n\", \"properties\": {\"securityRules\": [{\"name\": \"r\", \"properties\": {\"priority\": 100,"
                    + " \"description\": \"CANARY\", \"access\": \"Allow\", \"direction\": \"Inbound\", \"protocol\": \"*\"}}]}}");

    @ConfigProperty(name = "sekisho.admin-key")
    String adminKey;

    @Inject
    RuleSets ruleSets;

    @Inject
    Onlooker onlooker;

    private Site site() {
        return Site.with(adminKey, SIXTEEN);
    }

    private static String set(String... rules) {
        return "{'defaultAction': 'DENY', 'rules': [" + String.join(", ", rules) + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An assessment follows every write, on a busy machine not within the time a read waits for it. */
    private static JsonPath traffic(Site site, String state) {
        String address = site.link() + "/traffic";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state.equals(site.get(address).path("state")));
        return site.get(address).jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "RULES_JSON, ''",
        "IPTABLES_SAVE, &chain=FORWARD&table=filter",
        "NFTABLES_JSON, &chain=forward",
        "CISCO_ASA, &acl=A",
        "CISCO_IOS, &acl=101",
        "FORTIOS, ''",
        "AWS_VPC, &securityGroup=sg-1",
        "AZURE_NSG, &nsg=n"
    })
    void readsEveryFormatAndKeepsNoSecret(String format, String guard) {
        Site site = site();

        String stored = site.put("format=" + format + guard, bytes(SAMPLES.get(format)))
                .statusCode(200)
                .body("format", equalTo(format))
                .body("revision", equalTo(1))
                .body("current", equalTo(true))
                .body("rules", not(empty()))
                .extract()
                .asString();

        String read = site.get(site.link() + "/ruleset")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String history = site.get(site.link() + "/ruleset/history").asString();
        String traffic = site.get(site.link() + "/traffic").asString();
        assertThat(read).isEqualTo(stored);
        assertThat(stored + history + traffic).doesNotContain("CANARY");
    }

    @Test
    void readsARealConfigurationOfAFirewall() throws IOException {
        Site site = site();

        site.put("format=IPTABLES_SAVE&chain=FORWARD", resource("iptables-verified-sample/openvpn.eu/iptables-save"))
                .statusCode(200)
                .body("rules.line", hasItem(notNullValue()));
        site.put("format=AWS_VPC&instance=nosuch", resource("npguard-aws/input_aws_sg_1.json"))
                .statusCode(422);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = RuleSetCases.class.getResourceAsStream("/firewall/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RULES_JSON    | {"defaultAction": "DENY",            | line 1, column
            RULES_JSON    | {"defaultAction": "DENY", "rules": [{"action": "ALLOW"}]} | line 1, column
            IPTABLES_SAVE | *filter                              | line
            CISCO_ASA     | {"rules": []}                        | line 1, column 1
            AWS_VPC       | not json at all                      | line 1, column 1
            """)
    void saysWhereAConfigurationCannotBeRead(String format, String configuration, String place) {
        site().put("format=" + format, bytes(configuration))
                .statusCode(400)
                .body("type", equalTo("urn:sekisho:problem:invalid"))
                .body("detail", allOf(containsString(format), containsString(place)));
    }

    @Test
    void refusesAnEmptyBody() {
        site().put("format=RULES_JSON", new byte[0]).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format=IPTABLES_SAVE&chain=NOSUCH    | 422 | there is no chain
            format=IPTABLES_SAVE&acl=A           | 422 | knows no acl
            format=IPTABLES_SAVE&direction=UP    | 422 | direction
            format=PIX                           | 400 | format takes one of
            chain=FORWARD                        | 400 | format
            format=IPTABLES_SAVE&chian=FORWARD   | 400 | chian
            """)
    void refusesWhatDoesNotFitTheConfiguration(String query, int status, String detail) {
        site().put(query, bytes(SAMPLES.get("IPTABLES_SAVE")))
                .statusCode(status)
                .body("detail", containsString(detail));
    }

    @Test
    void refusesMoreThanTwentyMegabytes() {
        Site site = site();

        site.put("format=RULES_JSON", new byte[20_000_001]).statusCode(413);

        site.get(site.link() + "/ruleset").then().statusCode(404);
    }

    @Test
    void refusesHostileConfigurationsClearly() {
        Site site = site();
        String deny = "{\"action\":\"DENY\"},";

        site.put("format=RULES_JSON", bytes("{\"defaultAction\":\"DENY\",\"rules\":[" + deny.repeat(1_000_000) + "]}"))
                .statusCode(400)
                .body("detail", containsString("line 1, column"));
        site.put("format=RULES_JSON", bytes("[".repeat(100_000))).statusCode(400);
        site.put(
                        "format=IPTABLES_SAVE",
                        bytes("*filter\n:FORWARD DROP [0:0]\n:a - [0:0]\n:b - [0:0]\n-A FORWARD -j a\n"
                                + "-A a -j b\n-A b -j a\nCOMMIT\n"))
                .statusCode(400);
        site.put("format=CISCO_ASA", bytes("a ".repeat(9_000_000))).statusCode(400);
        site.get(site.link() + "/ruleset").then().statusCode(404);
    }

    @Test
    void keepsEarlierRevisionsReadable() {
        Site site = site();
        site.rules(set(HTTPS)).statusCode(200).body("revision", equalTo(1));
        site.rules(set(SSH)).statusCode(200).body("revision", equalTo(2));

        site.get(site.link() + "/ruleset/history")
                .then()
                .statusCode(200)
                .body("revision", contains(2, 1))
                .body("current", contains(true, false))
                .body("sha256[0].length()", equalTo(64))
                .body("sizeBytes[1]", equalTo(set(HTTPS).length()))
                .body("storedAt", hasSize(2))
                .body("storedBy", hasItem("abcdefghijkl"))
                .body("rules[0]", nullValue());
        site.get(site.link() + "/ruleset?revision=1")
                .then()
                .statusCode(200)
                .body("current", equalTo(false))
                .body("rules[0].destinationPorts", contains("443"));
        site.get(site.link() + "/ruleset").then().body("rules[0].destinationPorts", contains("22"));
        site.get(site.link() + "/ruleset?revision=3").then().statusCode(404);
        site.get(site.link() + "/ruleset?revision=zero")
                .then()
                .statusCode(400)
                .body("detail", containsString("revision"));
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        Site site = site();
        String first = site.rules(set(HTTPS)).extract().asString();
        String etag = site.get(site.link() + "/ruleset").header("ETag");

        assertThat(site.rules(set(HTTPS)).statusCode(200).extract().asString()).isEqualTo(first);

        site.get(site.link() + "/ruleset/history").then().body("", hasSize(1));
        site.caller()
                .header("If-None-Match", etag)
                .get("/api/v1/" + site.link() + "/ruleset")
                .then()
                .statusCode(304);
    }

    @Test
    void takesARuleSetOutOfForceButNotOutOfHistory() {
        Site site = site();
        site.rules(set(HTTPS));

        site.caller().delete("/api/v1/" + site.link() + "/ruleset").then().statusCode(204);

        site.caller().delete("/api/v1/" + site.link() + "/ruleset").then().statusCode(404);
        site.get(site.link() + "/ruleset").then().statusCode(404);
        site.get(site.link() + "/ruleset?revision=1").then().statusCode(200);
        assertThat(traffic(site, "NO_RULE_SET").getDouble("openness")).isEqualTo(1);
    }

    @Test
    void forgetsTheRuleSetsOfALinkThatIsDeleted() {
        Site site = site();
        site.rules(set(HTTPS));

        site.caller().delete("/api/v1/" + site.link()).then().statusCode(204);

        site.get(site.link() + "/ruleset").then().statusCode(404);
        site.point("'state': 'UNVERIFIED'");
        site.get(site.link() + "/ruleset/history").then().statusCode(200).body("", empty());
        site.rules(set(SSH)).body("revision", equalTo(1));
    }

    @Test
    void takesTheRuleSetOfAZoneLink() {
        Site site = site();

        site.json(set(HTTPS))
                .put("/api/v1/zone-links/" + site.key("inner") + "/ruleset?format=RULES_JSON")
                .then()
                .statusCode(200)
                .body("subject", equalTo("ZONE_LINK"));
        site.json(set(HTTPS))
                .put("/api/v1/zone-links/" + site.key("nosuch") + "/ruleset?format=RULES_JSON")
                .then()
                .statusCode(404);
    }

    @Test
    void countsIpv6AsUnfilteredWhereItIsUsedAndTheConfigurationIsSilent() {
        Site four = site();
        Site six = Site.with(adminKey, "'10.9.0.0/16', '2001:db8:9::/48'");
        byte[] configuration = bytes("*filter\n:FORWARD DROP [0:0]\nCOMMIT\n");

        four.put("format=IPTABLES_SAVE&chain=FORWARD", configuration)
                .statusCode(200)
                .body("opaqueRules", equalTo(0));
        six.put("format=IPTABLES_SAVE&chain=FORWARD", configuration)
                .statusCode(200)
                .body("opaqueRules", equalTo(1))
                .body("rules.destinations.flatten()", org.hamcrest.Matchers.hasItem("::/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'action': 'PERMIT'}                                                                                      | 1.000
            {'action': 'DENY', 'destinationPorts': ['1-10'], 'protocol': 'TCP'}, {'action': 'PERMIT'}                 | 1.000
            {'action': 'PERMIT', 'destinations': ['10.9.1.0/24'], 'protocol': 'TCP'}                                  | .727
            {'action': 'PERMIT', 'destinations': ['10.9.1.1']}                                                        | .515
            {'action': 'PERMIT', 'destinations': ['10.9.1.0/24'], 'protocol': 'TCP', 'destinationPorts': ['443']}     | .243
            {'action': 'PERMIT', 'destinations': ['10.9.1.1'], 'protocol': 'TCP', 'destinationPorts': ['1024-2047']}  | .303
            {'action': 'PERMIT', 'destinations': ['10.9.1.1'], 'protocol': 'TCP', 'destinationPorts': ['443']}        | .030
            {'action': 'DENY'}                                                                                        | 0
            """)
    void measuresOpenness(String rules, double openness) {
        Site site = site();
        site.rules(set(rules)).statusCode(200);

        JsonPath traffic = traffic(site, "MEASURED");

        assertThat(traffic.getDouble("openness")).isCloseTo(openness, Offset.offset(.0006));
        assertThat(traffic.getString("possible")).isEqualTo("8589934592");
        assertThat(traffic.<Object>get("witness") == null).isEqualTo(openness == 0);
    }

    @Test
    void saysThatAZoneWithoutAddressesCannotBeAssessed() {
        Site site = Site.with(adminKey, "");
        site.rules(set(HTTPS));

        JsonPath traffic = traffic(site, "NOT_ASSESSABLE");

        assertThat(traffic.getDouble("openness")).isEqualTo(1);
        assertThat(traffic.getString("note")).contains("no addresses");
    }

    @Test
    void answersWhatBecomesOfTraffic() {
        Site site = site();
        site.rules(set("{'action': 'DENY', 'sources': ['198.51.100.66']}", HTTPS));
        String query = site.link() + "/traffic/query";

        site.post(
                        query,
                        "{'source': '198.51.100.7', 'destination': '10.9.0.7', 'protocol': 'TCP', 'destinationPort': '443'}")
                .statusCode(200)
                .body("verdict", equalTo("PERMITTED_ALL"))
                .body("denied", nullValue())
                .body("permitted.packet", containsString("-> 10.9.0.7:443"))
                .body("decidedBy", hasSize(1));
        site.post(
                        query,
                        "{'source': '198.51.100.0/24', 'destination': '10.9.0.7', 'protocol': 'TCP', 'destinationPort': '443'}")
                .body("verdict", equalTo("PERMITTED_SOME"))
                .body("denied.source", equalTo("198.51.100.66"))
                .body("decidedBy.action", contains("DENY", "PERMIT"));
        site.post(query, "{'destination': ['10.9.0.7'], 'protocol': 'TCP', 'destinationPort': ['22', '80-90']}")
                .body("verdict", equalTo("PERMITTED_NONE"))
                .body("permitted", nullValue());
        site.post(query, "{'destination': 'nowhere'}").statusCode(400);
        site.caller().delete("/api/v1/" + site.link() + "/ruleset");
        site.post(query, "{}").statusCode(404);
    }

    @Test
    void comparesRevisionsByWhatTheyPermit() {
        Site site = site();
        site.rules(set(HTTPS, SSH));
        site.rules(set(SSH, HTTPS)).body("revision", equalTo(2));
        site.rules(set(HTTPS)).body("revision", equalTo(3));
        String diff = site.link() + "/traffic/diff?from=";

        site.get(diff + "1&to=2")
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("added", empty())
                .body("removed", empty());
        site.get(diff + "1")
                .then()
                .body("same", equalTo(false))
                .body("added", empty())
                .body("removed[0].destination", equalTo("10.9.0.8"))
                .body("removed[0].destinationPort", equalTo(22));
        site.get(diff + "3&to=1").then().body("added[0].rule.destinationPorts", contains("22"));
        site.get(diff + "9").then().statusCode(404);
        site.get(diff + "x").then().statusCode(400);
    }

    @Test
    void saysWhenRulesAreTooManyToMeasureAndGoesOnAssessing() {
        Site site = site();
        site.rules(set(String.join(",", Collections.nCopies(100_001, "{'action': 'PERMIT'}"))))
                .statusCode(200);

        JsonPath traffic = traffic(site, "NOT_ASSESSABLE");

        assertThat(traffic.getDouble("openness")).isEqualTo(1);
        assertThat(traffic.getString("note")).contains("more ways");
        site.post(site.link() + "/traffic/query", "{}").statusCode(422).body("detail", containsString("100000 rules"));
    }

    @Test
    void tellsWhenTheRunningRulesDriftedFromTheApprovedOnes() {
        Site site = site();
        site.rules(set(HTTPS, SSH));
        site.rules(set(HTTPS));
        String approval = site.link() + "/ruleset/approval";

        site.post(approval, "{'revision': 1}")
                .statusCode(200)
                .body("approved", equalTo(true))
                .body("approvedBy", equalTo("abcdefghijkl"))
                .body("approvedAt", notNullValue());

        drift(site, "OPEN");
        site.rules(set(SSH, HTTPS));
        drift(site, "RESOLVED");
        site.get(site.link() + "/ruleset/history").then().body("approved", contains(false, false, true));
        site.post(approval, "{'revision': 9}").statusCode(404);
        site.post(approval, "{}").statusCode(400);
    }

    private static void drift(Site site, String status) {
        String address = "findings?code=NET-14&connectionPoint=" + site.key("link");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status.equals(site.get(address).path("items[0].status")));
        assertThat(site.get(address).<String>path("items[0].evidence.removed")).contains("10.9.0.8:22");
    }

    @Test
    void holdsTheSameRulesOfManyLinksOnce() {
        Site here = site();
        Site there = site();

        here.rules(set(HTTPS, SSH)).statusCode(200);
        there.rules(set(HTTPS, SSH)).statusCode(200);

        assertThat(ruleSets.current(LinkKind.CONNECTION_POINT, here.key("link")))
                .isNotNull()
                .isSameAs(ruleSets.current(LinkKind.CONNECTION_POINT, there.key("link")));
    }

    /** Hears of a commit as the assessor does, and looks at once. */
    @ApplicationScoped
    static class Onlooker {
        @Inject
        RuleSets ruleSets;

        private final Map<String, Integer> seen = new ConcurrentHashMap<>();

        void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
            change.keys().getOrDefault("connection-points", Set.of()).forEach(this::look);
        }

        Map<String, Integer> seen() {
            return seen;
        }

        private void look(String link) {
            CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
                        RuleSet rules = ruleSets.current(LinkKind.CONNECTION_POINT, link);
                        seen.put(link, rules == null ? 0 : rules.rules().size());
                    }))
                    .join();
        }
    }

    @Test
    void whoeverHearsOfACommitReadsWhatWasCommitted() {
        Site site = site();
        String link = site.key("link");

        site.rules(set(HTTPS)).statusCode(200);
        assertThat(onlooker.seen()).containsEntry(link, 1);
        site.rules(set(HTTPS, SSH)).statusCode(200);
        assertThat(onlooker.seen()).containsEntry(link, 2);
        site.caller().delete("/api/v1/" + site.link() + "/ruleset").then().statusCode(204);
        assertThat(onlooker.seen()).containsEntry(link, 0);
    }
}
