package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.feed.reading.Records;
import dev.sekisho.matching.version.VersionScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published comparison suites; what we answer differently is listed by name. */
class VersionOrderSuiteTest {
    /** Each with its reason, in the resource. */
    private static final Set<String> EXCEPTIONS = Set.copyOf(lines("version-order/exceptions.txt"));

    @ParameterizedTest
    @CsvSource({
        "SEMVER, semver",
        "PUB, pub",
        "MAVEN, maven",
        "PYPI, pypi",
        "DEB, debian",
        "RPM, redhat",
        "NUGET, nuget",
        "APK, alpine",
        "GEM, rubygems",
        "COMPOSER, packagist",
        "CONAN, conan",
        "CRAN, cran",
        "HACKAGE, hackage"
    })
    void ordersAsTheEcosystemDoes(VersionScheme scheme, String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (String line : lines("version-order/" + file + "-versions.txt")) {
            String[] parts = line.strip().split("\\s+");
            if (parts.length != 3 || !Set.of("<", ">", "=").contains(parts[1])) {
                continue;
            }
            cases++;
            if (!holds(scheme, parts[0], parts[1], parts[2]) && !EXCEPTIONS.contains(file + ": " + line.strip())) {
                wrong.add(line + " was " + scheme.compare(parts[0], parts[2]));
            }
        }
        assertThat(cases).isGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    private static boolean holds(VersionScheme scheme, String a, String sign, String b) {
        OptionalInt there = scheme.compare(a, b);
        OptionalInt back = scheme.compare(b, a);
        int expected = "<".equals(sign) ? -1 : ">".equals(sign) ? 1 : 0;
        return there.isPresent()
                && Integer.signum(there.getAsInt()) == expected
                && Integer.signum(back.getAsInt()) == -expected;
    }

    @ParameterizedTest
    @CsvSource({"version-order/deb_version_python_pkg_test.json", "vers/maven_version_cmp_test.json"})
    void ordersAsTheSuiteDoes(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode test : new ObjectMapper().readTree(Records.open(file)).findValue("tests") == null
                ? new ObjectMapper().readTree(Records.open(file))
                : new ObjectMapper().readTree(Records.open(file)).findValue("tests")) {
            JsonNode versions = test.at("/input/versions");
            VersionScheme scheme =
                    VersionScheme.ofVersionType(test.at("/input/input_scheme").asText());
            String a = versions.path(0).asText();
            String b = versions.path(1).asText();
            OptionalInt order = scheme.compare(a, b);
            boolean right = order.isPresent()
                    && (test.path("test_type").asText().equals("equality")
                            ? (order.getAsInt() == 0)
                                    == test.path("expected_output").asBoolean()
                            : order.getAsInt() == 0
                                    || (order.getAsInt() < 0)
                                            == test.path("expected_output")
                                                    .path(0)
                                                    .asText()
                                                    .equals(a));
            if (!right && !EXCEPTIONS.contains(scheme + ": " + a + " ? " + b)) {
                wrong.add(a + " ? " + b + " was " + order + ", expected " + test.path("expected_output"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vers/datetime_version_cmp_test.json", "vers/lexicographic-test.json"})
    void sortsAsTheSuiteDoes(String file) throws IOException {
        for (JsonNode test : new ObjectMapper().readTree(Records.open(file)).path("tests")) {
            var scheme =
                    VersionScheme.ofVersionType(test.at("/input/input_scheme").asText());
            List<String> versions = texts(test.at("/input/versions"));
            JsonNode expected = test.path("expected_output");
            if (expected.isArray()) {
                versions.sort((a, b) -> scheme.compare(a, b).orElseThrow());
                assertThat(versions).as(test.path("description").asText()).isEqualTo(texts(expected));
            } else {
                assertThat(scheme.compare(versions.get(0), versions.get(1)).orElseThrow() == 0)
                        .as(test.path("description").asText())
                        .isEqualTo(expected.asBoolean());
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Each was read in vendors' order before, in which some of these come out otherwise and others have none. */
    @ParameterizedTest
    @CsvSource({
        "vers:intdot/<1.2.10, 1.2.9, true",
        "vers:intdot/<1.2.10, 1.2.10-rc1, -",
        "vers:intdot/<=1.2, 1.2.0.0, true",
        "vers:intdot/<=1.2, 1.2.0.1, false",
        "vers:intdot/<2, x, -",
        "vers:datetime/<2024-01-01T00:00:00Z, 2024-01-01T00:00:00+02:00, true",
        "vers:datetime/<2024-01-01T00:00:00Z, 2024-01-01T00:00:00-02:00, false",
        "vers:datetime/<2024-01-01T00:00:00Z, 2024-01-01, -",
        "vers:lexicographic/<10, 9, false",
        "vers:lexicographic/<=b, abc, true",
    })
    void ordersWhatBelongsToNoEcosystem(String vers, String version, String expected) {
        assertThat(VersRange.contains(vers, version))
                .isEqualTo(expected.equals("-") ? Optional.empty() : Optional.of(Boolean.valueOf(expected)));
    }

    @ParameterizedTest
    @CsvSource({"vers/pypi_range_containment_test.json", "vers/npm_range_containment_test.json"})
    void findsVersionsInRangeSpecifiers(String file) throws IOException {
        for (JsonNode test : new ObjectMapper().readTree(Records.open(file)).path("tests")) {
            String vers = test.at("/input/vers").asText();
            String version = test.at("/input/version").asText();
            if (EXCEPTIONS.contains("vers: " + vers)) {
                assertThat(VersRange.contains(vers, version)).isEmpty();
                continue;
            }
            assertThat(VersRange.contains(vers, version))
                    .as("%s in %s", version, vers)
                    .contains(test.path("expected_output").asBoolean());
        }
    }

    @Test
    void readsOnlyProperRangeSpecifiers() throws IOException {
        for (JsonNode test : new ObjectMapper()
                .readTree(Records.open("vers/vers_canonical_parse_test.json"))
                .path("tests")) {
            boolean read = dev.sekisho.matching.published.VersText.ranges(
                            test.path("input").asText(), dev.sekisho.matching.published.Status.AFFECTED)
                    != null;
            String name =
                    test.path("input").asText() + " " + test.path("description").asText();
            // Order and form of versions are checked when comparing, where the scheme is known.
            boolean order = EXCEPTIONS.contains("vers: " + test.path("input").asText());
            if (order || !test.path("expected_failure").asBoolean()) {
                assertThat(read).as(name).isTrue();
            } else {
                assertThat(read).as(name).isFalse();
            }
        }
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Records.open(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
