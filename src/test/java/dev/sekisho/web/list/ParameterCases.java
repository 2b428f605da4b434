package dev.sekisho.web.list;

import static dev.sekisho.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the parameters of lists are read. */
abstract class ParameterCases {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zones?limit=0                             | limit takes a number from 1 to 1000.
            zones?limit=1001                          | limit takes a number from 1 to 1000.
            zones?limit=00001                         | limit takes a number from 1 to 1000.
            imports?limit=many                        | limit takes a number from 1 to 1000.
            imports?sort=id                           | sort takes one of [submittedAt], with a leading - for descending order.
            zones?sort=--key                          | sort takes one of [key, name, updatedAt], with a leading - for descending order.
            findings?sort=name                        | sort takes one of [severity, updatedAt, firstSeen, code], with a leading - for descending order.
            zones?environment=MOON                    | environment takes one of [PRODUCTION, TEST, OT, OFFICE, DMZ, UNKNOWN].
            findings?verdict=CLEARED                  | verdict takes one of [PROVEN, POSSIBLE]. A finding is never CLEARED: what a person of ours cleared makes none, and is listed by GET /api/v1/unpatched-software?verdict=CLEARED.
            findings?severity=low                     | severity takes one of [LOW, MEDIUM, HIGH, CRITICAL].
            findings?updatedSince=yesterday           | updatedSince takes an instant like 2026-01-31T09:00:00Z.
            findings?updatedSince=2026-01-31T09:00Z   | updatedSince takes an instant like 2026-01-31T09:00:00Z.
            portfolio/risk/history?from=20260131      | from takes a date like 2026-01-31 (in UTC) or an instant like 2026-01-31T09:00:00Z.
            portfolio/risk/history?to=yesterday       | to takes a date like 2026-01-31 (in UTC) or an instant like 2026-01-31T09:00:00Z.
            portfolio/risk/history?from=1764547200000 | from takes a date like 2026-01-31 (in UTC) or an instant like 2026-01-31T09:00:00Z.
            portfolio/risk/history?to=2026-02-30      | to takes a date
            portfolio/risk/history?to=2026-01-31T09:00Z | to takes a date
            portfolio/risk/history?granularity=hour   | granularity takes one of [day].
            unpatched-software?noFix=1                | noFix takes true or false.
            unpatched-software?groupBy=MOON           | groupBy takes one of [PRODUCT, THIRD_PARTY].
            attack-paths?maxBreaks=100                | maxBreaks takes a number from 0 to 99.
            findings?colour=red&limit=0               | colour
            """)
    void refusesByNameAndSaysWhatIsTaken(String address, String detail) {
        String parameter = detail.split(" ")[0];

        String said = get(address)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(parameter))
                .extract()
                .path("detail");

        assertThat(said).contains(detail);
    }

    /** Read as left out, it would show all links where those of one were asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones?organization=",
                "zones?organization",
                "findings?severity=",
                "unfiltered-links?thirdParty=",
                "unpatched-software?unknown=",
                "zones?limit=",
                "zones?sort=",
                "zones?pageToken=",
                "portfolio/risk/history?from="
            })
    void refusesAParameterWithoutAValue(String address) {
        get(address).then().statusCode(400).body("errors[0].pointer", equalTo(address.replaceAll(".*\\?|=", "")));
    }

    @Test
    void refusesAFilterLongerThanAnyName() {
        get("zones?organization=" + "a".repeat(300)).then().statusCode(422);
        get("zones?organization=" + "a".repeat(301))
                .then()
                .statusCode(400)
                .body("detail", equalTo("organization is longer than 300 characters."));
    }

    @Test
    void takesEveryOrderTheContractShows() throws IOException {
        List<String> addresses = ordered();

        assertThat(addresses).hasSizeGreaterThan(70);
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(get(address).statusCode()).as(address).isEqualTo(200));
    }

    private static List<String> ordered() throws IOException {
        JsonNode contract =
                new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("openapi/openapi.yaml")));
        var addresses = new ArrayList<String>();
        contract.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().at("/get/parameters").forEach(parameter -> {
                    if (parameter.path("name").asText().equals("sort")) {
                        parameter
                                .at("/schema/enum")
                                .forEach(order -> addresses.add(
                                        path.getKey().replace("/api/v1/", "") + "?sort=" + order.asText()));
                    }
                }));
        return addresses;
    }
}
