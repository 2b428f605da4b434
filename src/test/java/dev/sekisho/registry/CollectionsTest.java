package dev.sekisho.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sekisho.Api;
import dev.sekisho.collection.CollectionName;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the names of the collections, their registries and their addresses are the same everywhere. */
@QuarkusTest
class CollectionsTest {
    /** Devices are their configurations, feeds are built in and bring life cycles, the assessment makes findings, large imports become jobs. */
    private static final Set<CollectionName> NOBODY_REGISTERS = EnumSet.of(
            CollectionName.DEVICES,
            CollectionName.FEEDS,
            CollectionName.FINDINGS,
            CollectionName.IMPORTS,
            CollectionName.LIFE_CYCLES);

    private static final Pattern ONE_OBJECT = Pattern.compile("/api/v1/([^/]+)/\\{key}");

    @Inject
    CollectionRegistry registries;

    @Test
    void everyNameHasARegistryUnlessNobodyRegistersIt() {
        assertThat(registries.referencedFirst())
                .extracting(Registry::collection)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(NOBODY_REGISTERS)));
    }

    @Test
    void whatIsAddressedByItsKeyIsInARegistry() throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("openapi/openapi.yaml")))
                .get("paths");

        List<String> addresses = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            Matcher one = ONE_OBJECT.matcher(path);
            if (one.matches()) {
                addresses.add(one.group(1));
            }
        });

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(registries.paths());
    }

    @Test
    void whatIsNoCollectionIsAnsweredWithTheirNamesInOrder() {
        for (String name : List.of("nothing", "findings", "ZONES", "")) {
            imported("{'collection': '" + name + "', 'key': 'a', 'name': 'A'}")
                    .statusCode(400)
                    .body(
                            "errors[0].detail",
                            startsWith(
                                    "must be one of [advisories, analyst-verdicts, assets, connection-points, data-holdings,"
                                            + " inspection-campaigns, inspections, installations, organizations, software-products,"
                                            + " third-parties, zone-links, zones]"));
        }
    }

    @Test
    void whatWasImportedIsCountedInTheOrderOfTheNames() {
        String summary = imported(
                        "{'collection': 'zones', 'key': 'collections-z', 'name': 'Z', 'organization': 'collections-o'}",
                        "{'collection': 'third-parties', 'key': 'collections-t', 'name': 'T', 'kind': 'MSP'}",
                        "{'collection': 'organizations', 'key': 'collections-o', 'name': 'O'}",
                        "{'collection': 'assets', 'key': 'collections-a', 'name': 'A', 'zone': 'collections-z'}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Stream.of("\"assets\"", "\"organizations\"", "\"third-parties\"", "\"zones\"")
                        .map(summary::indexOf))
                .doesNotContain(-1)
                .isSorted();
    }

    private static ValidatableResponse imported(String... lines) {
        byte[] body = String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Api.sending("application/x-ndjson", body)
                .queryParam("dryRun", true)
                .post("/api/v1/imports")
                .then();
    }
}
