package dev.sekisho.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A metric names the third parties it is about, the worst of them only. */
@QuarkusTest
@TestProfile(ThirdPartyGaugesTest.OfTwo.class)
class ThirdPartyGaugesTest {
    private static final String RISK = "sekisho_third_party_risk{";

    @Inject
    ThirdPartyGauges gauges;

    /** An estate of its own, of which two are shown. */
    public static class OfTwo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:gauges;DB_CLOSE_DELAY=-1",
                    "sekisho.assessment.measured-third-parties",
                    "2");
        }
    }

    private List<String> shown() {
        // Answers when everything written before is assessed.
        Api.read("unfiltered-links");
        gauges.read();
        return Api.caller()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("sekisho_third_part"))
                .filter(line -> !line.startsWith("sekisho_third_party_score"))
                .toList();
    }

    @Test
    void namesTheWorstAndSaysHowManyThereAre() {
        Api.importing("""
                {"collection": "organizations", "key": "org", "name": "org"}
                {"collection": "zones", "key": "office", "name": "office", "organization": "org", "criticality": 90}
                {"collection": "third-parties", "key": "calm", "name": "calm", "kind": "VENDOR"}
                {"collection": "third-parties", "key": "msp", "name": "三菱 \\"MSP\\"", "kind": "MSP", "criticality": 90}
                {"collection": "third-parties", "key": "two", "name": "two", "kind": "MSP"}
                {"collection": "third-parties", "key": "three", "name": "three", "kind": "MSP"}
                {"collection": "connection-points", "key": "a", "name": "a", "thirdParty": "msp", "zone": "office", "access": "ALWAYS_ON", "privileged": true, "firewall": {"state": "NONE"}}
                {"collection": "connection-points", "key": "b", "name": "b", "thirdParty": "msp", "zone": "office", "firewall": {"state": "NONE"}}
                {"collection": "connection-points", "key": "c", "name": "c", "thirdParty": "two", "zone": "office", "firewall": {"state": "NONE"}}
                {"collection": "connection-points", "key": "d", "name": "d", "thirdParty": "three", "zone": "office", "firewall": {"state": "NONE"}}
                """).then().statusCode(200);

        List<String> lines = shown();

        assertThat(lines)
                .contains(
                        "sekisho_third_parties_at_risk 3.0",
                        "sekisho_third_party_unfiltered_links{name=\"三菱 \\\"MSP\\\"\",third_party=\"msp\"} 2.0")
                .noneMatch(line -> line.contains("calm"))
                .hasSize(5);
        assertThat(lines.stream().filter(line -> line.startsWith(RISK))).hasSize(2);
        assertThat(lines.stream().filter(line -> line.startsWith(RISK) && line.contains("\"msp\"}")))
                .allSatisfy(line -> assertThat(Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                        .isEqualTo(
                                Api.read("third-parties/msp/risk").get("score").asDouble(), within(0.05)));

        Api.delete("connection-points/a").then().statusCode(204);
        Api.delete("connection-points/b").then().statusCode(204);
        Api.patch("third-parties/two", "{'name': 'renamed'}").then().statusCode(200);

        assertThat(shown())
                .contains(
                        "sekisho_third_parties_at_risk 2.0",
                        "sekisho_third_party_unfiltered_links{name=\"renamed\",third_party=\"two\"} 1.0")
                .noneMatch(line -> line.contains("\"msp\"") || line.contains("\"two\",third"))
                .hasSize(5);
    }
}
