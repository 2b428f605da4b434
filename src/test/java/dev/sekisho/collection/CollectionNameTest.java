package dev.sekisho.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sekisho.risk.estate.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectionNameTest {
    /** What has no address, because only feeds and the assessment speak of it. */
    private static final Set<CollectionName> WITHOUT_ADDRESS = EnumSet.of(CollectionName.LIFE_CYCLES);

    @Test
    void standInTheOrderOfTheirPaths() {
        assertThat(CollectionName.values())
                .as("messages and summaries list them in this order")
                .extracting(CollectionName::path)
                .isSorted();
    }

    @Test
    void areFoundByTheirPathAndByNothingElse() {
        assertThat(CollectionName.values())
                .allSatisfy(
                        name -> assertThat(CollectionName.ofPath(name.path())).contains(name));
        assertThat(Stream.of("", "zone", "ZONES", "connection_points").map(CollectionName::ofPath))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void holdEveryKindOfSubjectButThePortfolio() {
        assertThat(Subject.Kind.values())
                .allSatisfy(kind ->
                        assertThat(CollectionName.of(kind).isPresent()).isEqualTo(kind != Subject.Kind.PORTFOLIO));
        assertThat(Stream.of(Subject.Kind.values()).flatMap(kind -> CollectionName.of(kind).stream()))
                .as("named as their kind")
                .allSatisfy(name -> assertThat(CollectionName.of(Subject.Kind.valueOf(
                                name.singular().toUpperCase(Locale.ROOT).replace(' ', '_'))))
                        .contains(name));
    }

    @Test
    void haveTheAddressesOfTheContract() throws IOException {
        JsonNode paths = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(Path.of("openapi/openapi.yaml")))
                .get("paths");

        assertThat(CollectionName.values())
                .allSatisfy(name -> assertThat(paths.has("/api/v1/" + name.path()))
                        .as(name.path())
                        .isEqualTo(!WITHOUT_ADDRESS.contains(name)));
    }
}
