package dev.sekisho.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.packageurl.PackageURL;
import dev.sekisho.feed.reading.Records;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {
    /** Two the library reads otherwise: a subpath with a leading slash is refused, upper-case qualifier names are folded. */
    private static final java.util.Set<String> EXCEPTIONS = java.util.Set.of(
            "pkg:npm/@babel/core#/googleapis/api/annotations/",
            "pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25");

    @ParameterizedTest
    @ValueSource(strings = {"npm", "maven", "pypi", "golang", "cargo", "nuget", "deb", "rpm"})
    void readsPackageUrlsAsTheSuiteDoes(String type) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode test : new ObjectMapper()
                .readTree(Records.open("purl/" + type + "-test.json"))
                .path("tests")) {
            if (test.path("test_type").asText().equals("parse")) {
                PackageURL purl = Packages.parse(test.path("input").asText());
                boolean fails = test.path("expected_failure").asBoolean();
                boolean right = fails ? purl == null : purl != null && agrees(purl, test.path("expected_output"));
                if (!right && !EXCEPTIONS.contains(test.path("input").asText())) {
                    wrong.add(test.path("input").asText() + " was " + purl);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean agrees(PackageURL purl, JsonNode expected) {
        return purl.getType().equals(expected.path("type").textValue())
                && Objects.equals(
                        purl.getNamespace(), expected.path("namespace").textValue())
                && purl.getName().equals(expected.path("name").textValue())
                && Objects.equals(purl.getVersion(), expected.path("version").textValue());
    }
}
