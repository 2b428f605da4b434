package dev.sekisho.feed.eukev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EuKevReaderTest {
    private static final String ENTRY = """
            {"cveID": "CVE-2026-0001", "euvdID": "EUVD-2026-1", "vendorProject": "Relay",
             "product": "Beacon", "dateReported": "2026/08/17", "patchedSince": "2026/08/20",
             "originSource": "CERT-PL", "shortDescription": "Anybody may run code.",
             "exploitationType": ["APT", "ransomware"], "cwes": ["CWE-78"]}""";

    @Test
    void keepsWhoReportedTheEntry() {
        AdvisoryRecord record = read(ENTRY).get(0);

        assertThat(record.id()).isEqualTo("CVE-2026-0001");
        assertThat(record.aliases()).containsExactly("EUVD-2026-1");
        assertThat(record.dated()).isEqualTo("2026-08-17T00:00:00Z");
        assertThat(Objects.requireNonNull(record.exploited())).satisfies(evidence -> {
            assertThat(evidence.source()).isEqualTo("EU KEV (CERT-PL)");
            assertThat(evidence.since()).isEqualTo(LocalDate.of(2026, 8, 17));
            assertThat(evidence.ransomware()).isTrue();
            assertThat(evidence.forensicTriage()).isNull();
        });
        assertThat(record.affected()).singleElement().satisfies(product -> {
            assertThat(product.sourceName()).isEqualTo("EU KEV (CERT-PL)");
            assertThat(product.namesNoVersions()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "[\"APT\"] | -",
                "[\"Ransomware\"] | true",
                "\"ransomware\" | true",
                "\"cybercrime\" | -",
                "[] | -",
                "null | -"
            },
            delimiter = '|',
            nullValues = "-")
    void takesTheTypeAsAListOrAsText(String type, @Nullable Boolean ransomware) {
        AdvisoryRecord record =
                read(ENTRY.replace("[\"APT\", \"ransomware\"]", type)).get(0);

        assertThat(Objects.requireNonNull(record.exploited()).ransomware()).isEqualTo(ransomware);
    }

    @Test
    void takesADateWithDashes() {
        assertThat(read(ENTRY.replace("2026/08/17", "2026-08-17")).get(0).dated())
                .isEqualTo("2026-08-17T00:00:00Z");
    }

    @Test
    void looksForEachOfSeveralProducts() {
        assertThat(read(ENTRY.replace("Beacon", "@relay/beacon, beacon")).get(0).affected())
                .extracting(AffectedProduct::product)
                .containsExactly("@relay/beacon, beacon", "@relay/beacon", "beacon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cveID | is missing",
                "originSource | is missing",
                "product | is missing",
                "vendorProject | is missing"
            })
    void refusesAnEntryThatLacksWhatItNeeds(String field, String why) {
        assertThatThrownBy(() -> read(ENTRY.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining(field)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[" + "{}", "", "null", "[1]", "[{\"cveID\": \"X\"}]"})
    void refusesWhatIsNotTheList(String text) {
        assertThatThrownBy(() -> take(text)).isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void refusesADateThatIsNone() {
        assertThatThrownBy(() -> read(ENTRY.replace("2026/08/17", "2026/13/17")))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("dateReported");
    }

    private static List<AdvisoryRecord> read(String... entries) {
        return take("[" + String.join(",", entries) + "]");
    }

    private static List<AdvisoryRecord> take(String text) {
        var found = new ArrayList<AdvisoryRecord>();
        new EuKevReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found::add);
        return found;
    }
}
