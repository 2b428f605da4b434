package dev.sekisho.software;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
