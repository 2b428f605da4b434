package dev.sekisho.assessment;

import static dev.sekisho.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes by several names is one vulnerability, whoever named it and in whatever order. */
@QuarkusTest
class AliasOnH2Test {
    private final String prefix = Api.unique();

    @ParameterizedTest
    @CsvSource({
        "'cve', 'cve', false",
        "'cve', 'cve', true",
        "'alias', 'cve', false",
        "'alias', 'cve', true",
        "'alias', 'alias', false"
    })
    void countsTwoAdvisoriesOfOursThatNameOneCveOnce(String one, String other, boolean reversed) {
        String cve = "CVE-2091-" + (1_000 + Math.floorMod((prefix + one + other + reversed).hashCode(), 900_000));
        List<String> advisories =
                new ArrayList<>(List.of(advisory("a", named(one, cve)), advisory("b", named(other, cve))));
        if (reversed) {
            Collections.reverse(advisories);
        }
        imported("""
                {'collection': 'organizations', 'key': '~o', 'name': 'o'}
                {'collection': 'zones', 'key': '~z', 'name': 'z', 'organization': '~o', 'environment': 'OFFICE', 'cidrs': ['10.9.0.0/24']}
                {'collection': 'software-products', 'key': '~p', 'name': '~p'}
                {'collection': 'installations', 'key': '~i', 'name': 'i', 'product': '~p', 'version': '1.0', 'at': {'zone': '~z'}}
                """);
        advisories.forEach(this::imported);

        JsonNode rows = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> read("unpatched-software?installation=" + prefix + "i")
                                .get("items"),
                        items -> !items.isEmpty());
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/cve").asText()).isEqualTo(cve);
        assertThat(read("findings?status=OPEN&code=SW-03&key=" + prefix + "i").get("items"))
                .hasSize(1);
    }

    private static String named(String how, String cve) {
        return how.equals("cve") ? "'cve': '" + cve + "'" : "'aliases': ['" + cve + "']";
    }

    private String advisory(String key, String name) {
        return ("{'collection': 'advisories', 'key': '~" + key + "', 'name': '" + key
                + "', 'published': true, 'cvss': 5,"
                + " 'affected': [{'product': '~p', 'versions': [{'version': '1.0'}]}], " + name + "}");
    }

    private void imported(String lines) {
        Response answer = Api.importing(lines.replace("~", prefix).replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }
}
