package dev.sekisho.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rule set of a link promises. */
abstract class RuleSetCases extends RuleSetStorageCases {
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
                .body("detail", allOf(containsString(format), containsString(place)))
                .body("errors.line", contains(greaterThan(0)));
    }

    @Test
    void namesTheKindOfAConfigurationThatOnlyLooksLikeTheStatedOne() {
        site().put(
                        "format=CISCO_IOS&interface=GigabitEthernet0/0/0/0",
                        bytes("!! IOS XR Configuration 6.1\nipv4 access-list IN\n 10 deny ipv4 any any\nend\n"))
                .statusCode(422)
                .body("type", equalTo("urn:sekisho:problem:impossible"))
                .body("detail", allOf(containsString("IOS XR"), containsString("RULES_JSON")))
                .body("errors.pointer", contains("format"));
    }

    @Test
    void refusesAnEmptyBody() {
        site().put("format=RULES_JSON", new byte[0]).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format=IPTABLES_SAVE&chain=NOSUCH      | 422 | chain     | there is no chain
            format=IPTABLES_SAVE&acl=A             | 422 | acl       | knows no acl
            format=IPTABLES_SAVE&direction=UP      | 422 | direction | direction
            format=IPTABLES_SAVE&family=SIX        | 422 | family    | IPV4, IPV6 or BOTH
            format=PIX                             | 400 | format    | format takes one of
            chain=FORWARD                          | 400 | format    | format
            format=IPTABLES_SAVE&chian=FORWARD     | 400 | chian     | chian
            """)
    void refusesWhatDoesNotFitTheConfiguration(String query, int status, String parameter, String detail) {
        site().put(query, bytes(SAMPLES.get("IPTABLES_SAVE")))
                .statusCode(status)
                .body("detail", containsString(detail))
                .body("errors.pointer", contains(parameter));
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
                        bytes("*filter\n:FORWARD DROP [0:0]\n:a - [0:0]\n-A FORWARD -j a\n-A a -j ACC"))
                .statusCode(400)
                .body("detail", containsString("ends before the COMMIT"));
        site.put("format=CISCO_ASA", bytes("a ".repeat(9_000_000))).statusCode(400);
        site.get(site.link() + "/ruleset").then().statusCode(404);
    }

    @Test
    void takesChainsThatJumpInACycleForAnything() {
        site().put(
                        "format=IPTABLES_SAVE&family=IPV4",
                        bytes("*filter\n:FORWARD DROP [0:0]\n:a - [0:0]\n:b - [0:0]\n-A FORWARD -j a\n"
                                + "-A a -j b\n-A b -j a\nCOMMIT\n"))
                .statusCode(200)
                .body("rules.find { it.line == 7 }.opaque", containsString("cycle"))
                .body("notes", hasItem(containsString("line 7: the chains jump in a cycle")));
    }

    @Test
    void countsIpv6AsUnfilteredOnceItIsUsedWhereTheConfigurationIsSilent() {
        Site site = site();
        site.put(
                        "format=IPTABLES_SAVE&chain=FORWARD",
                        bytes("# Generated by iptables-save v1.8.7\n*filter\n:FORWARD DROP [0:0]\nCOMMIT\n"))
                .statusCode(200);

        JsonPath closed = traffic(site, "MEASURED");

        assertThat(closed.getDouble("openness")).isZero();
        assertThat(closed.getList("opaque")).isEmpty();

        site.zone(SIXTEEN + ", '2001:db8:9::/48'");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> site.get(site.link() + "/traffic").<Float>path("openness") == 1);

        site.get(site.link() + "/traffic")
                .then()
                .body("opaque.opaque", contains("the configuration does not say how IPv6 is filtered"))
                .body("witness.destination", containsString("2001:db8:9:"));
    }

    @Test
    void saysThatARuleItCannotModelIsNotAssessableAndCountsItAsPermitting() {
        Site site = site();
        site.put(
                        "format=IPTABLES_SAVE&chain=FORWARD",
                        bytes(
                                "*filter\n:FORWARD DROP [0:0]\n"
                                        + "-A FORWARD -p tcp -m bpf --bytecode \"1,6 0 0 1\" -d 10.9.0.7/32 -j ACCEPT\nCOMMIT\n"))
                .statusCode(200);

        JsonPath traffic = traffic(site, "NOT_ASSESSABLE");

        assertThat(traffic.getList("opaque")).hasSize(1);
        assertThat(traffic.getString("note")).contains("could not be modelled");
        assertThat(traffic.getString("witness.destination")).isEqualTo("10.9.0.7");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"destination": "10.9.0.7", "protocol": "TCP", "destinationPort": 443}     | PERMITTED_ALL
            {"destination": "10.9.0.7", "protocol": 6, "destinationPort": [443, "80"]} | PERMITTED_SOME
            {"destination": "10.9.0.7", "protocol": 17, "destinationPort": 443}        | PERMITTED_NONE
            """)
    void takesPortsAndProtocolsAsNumbers(String asked, String verdict) {
        Site site = site();
        site.rules(set(HTTPS));

        site.post(site.link() + "/traffic/query", asked).statusCode(200).body("verdict", equalTo(verdict));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"protocol": "ICMP", "destinationPort": "8"}               | 422 | no such traffic
            {"source": [], "destination": "10.9.0.7"}                  | 422 | no such traffic
            {"source": "198.51.100.7", "destination": "2001:db8::7"}   | 422 | no such traffic
            {"destinationPort": 70000}                                 | 400 | not a port
            {"destinationPort": 4.5}                                   | 400 | wrong type
            """)
    void saysThatNoTrafficIsLikeThat(String asked, int status, String detail) {
        Site site = site();
        site.rules(set(HTTPS));

        site.post(site.link() + "/traffic/query", asked).statusCode(status).body("detail", containsString(detail));
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
}
