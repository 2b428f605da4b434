package dev.sekisho.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sekisho.change.Changed;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.risk.traffic.rule.RuleSet;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of the rule sets of a link, on whichever database. */
abstract class RuleSetStorageCases {
    static final String SIXTEEN = "'10.9.0.0/16'";
    static final String HTTPS =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.7'], 'protocol': 'TCP', 'destinationPorts': ['443']}";
    static final String SSH =
            "{'action': 'PERMIT', 'destinations': ['10.9.0.8'], 'protocol': 'TCP', 'destinationPorts': ['22']}";

    static final Map<String, String> SAMPLES = Map.of(
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

    Site site() {
        return Site.with(adminKey, SIXTEEN);
    }

    static String set(String... rules) {
        return "{'defaultAction': 'DENY', 'rules': [" + String.join(", ", rules) + "]}";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An assessment follows every write, on a busy machine not within the time a read waits for it. */
    static JsonPath traffic(Site site, String state) {
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

        // Read by the assessment, some time after the commit.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ruleSets.current(LinkKind.CONNECTION_POINT, here.key("link")))
                        .isNotNull()
                        .isSameAs(ruleSets.current(LinkKind.CONNECTION_POINT, there.key("link"))));
    }

    /** Hears of a commit as the assessor does, and looks at once. */
    @ApplicationScoped
    static class Onlooker {
        @Inject
        RuleSets ruleSets;

        @Inject
        Transactions transactions;

        private final Map<String, Integer> seen = new ConcurrentHashMap<>();

        void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
            change.keys()
                    .getOrDefault(CollectionName.CONNECTION_POINTS, Set.of())
                    .forEach(this::look);
        }

        Map<String, Integer> seen() {
            return seen;
        }

        private void look(String link) {
            CompletableFuture.runAsync(() -> transactions.read(() -> {
                        RuleSet rules = ruleSets.stored(LinkKind.CONNECTION_POINT, link);
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
