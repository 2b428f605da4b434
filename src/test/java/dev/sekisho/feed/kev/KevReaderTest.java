package dev.sekisho.feed.kev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.reading.Records;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.KevCatalogue;
import dev.sekisho.matching.published.KevEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KevReaderTest {
    private static final String ENTRY = """
            {"cveID": "CVE-2024-1709", "vendorProject": "ConnectWise", "product": "ScreenConnect",
             "dateAdded": "2024-02-22", "dueDate": "2024-02-29", "knownRansomwareCampaignUse": "Known"}""";

    private final KevReader reader = new KevReader();

    @Test
    void readsTheCatalogueAsPublished() throws IOException {
        KevCatalogue catalogue = reader.read(Records.open("kev/kev-2025-08-25.json"));

        assertThat(catalogue.version()).isEqualTo("2025.08.25");
        assertThat(catalogue.entries())
                .hasSize(1404)
                .allSatisfy(entry -> assertThat(entry.cveId()).startsWith("CVE-"));
        assertThat(catalogue.entries())
                .filteredOn(entry -> entry.cveId().equals("CVE-2024-21762"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.dateAdded()).isEqualTo(LocalDate.of(2024, 2, 9));
                    assertThat(entry.ransomware()).isTrue();
                });
    }

    @Test
    void readsTheCatalogueCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(catalogue(1, ENTRY).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(reader.read(new ByteArrayInputStream(bytes.toByteArray())).entries())
                .hasSize(1);

        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9);
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(cut))).isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void flagsADueDateBeforeItsDateAdded() {
        KevEntry entry = reader.read(text(catalogue(1, ENTRY.replace("2024-02-29", "2024-02-01"))))
                .entries()
                .get(0);

        assertThat(entry.isDueBeforeAdded()).isTrue();
        assertThat(entry.dueDate()).isEqualTo(LocalDate.of(2024, 2, 1));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-, -", "Yes, true", "No, false", "no, false", "'', -", "Perhaps, true"},
            nullValues = "-")
    void readsWhetherTheCatalogueDemandsTriage(@Nullable String word, @Nullable Boolean demanded) {
        String field = word == null ? "" : "\"forensicTriage\": \"" + word + "\", ";
        KevEntry entry = reader.read(text(catalogue(1, ENTRY.replace("{", "{" + field))))
                .entries()
                .get(0);

        assertThat(entry.forensicTriage()).isEqualTo(demanded);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void readsTheMarkAsATruthValueToo(String mark, boolean demanded) {
        String field = "\"forensicTriage\": " + mark + ", ";
        KevEntry entry = reader.read(text(catalogue(1, ENTRY.replace("{", "{" + field))))
                .entries()
                .get(0);

        assertThat(entry.forensicTriage()).isEqualTo(demanded);
    }

    /** Neither the text every entry has since June 2026 nor the deadline table says what the mark does. */
    @ParameterizedTest
    @CsvSource({"CVE-2026-10520, false", "CVE-2026-60137, false", "CVE-2021-44228, false", "CVE-2026-73570, true"})
    void takesTheMarkFromItsFieldAlone(String cve, boolean demanded) throws IOException {
        KevCatalogue catalogue = reader.read(Records.open("kev/kev-with-forensicTriage-excerpt.json"));

        assertThat(catalogue.entries()).hasSize(19).allMatch(entry -> entry.forensicTriage() != null);
        assertThat(catalogue.entries())
                .filteredOn(entry -> entry.cveId().equals(cve))
                .singleElement()
                .extracting(KevEntry::forensicTriage)
                .isEqualTo(demanded);
    }

    @Test
    void refusesACountThatDoesNotFit() {
        assertThatThrownBy(() -> reader.read(text(catalogue(2, ENTRY))))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("announces 2 entries and holds 1");
    }

    @Test
    void refusesAnIdTwice() {
        assertThatThrownBy(() -> reader.read(text(catalogue(2, ENTRY + "," + ENTRY))))
                .hasMessageContaining("CVE-2024-1709 is listed twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{\"vulnerabilities\": []}",
                "{\"catalogVersion\": 7}",
                "\"text\"",
                "{\"count\": 1e999}",
                "{\"catalogVersion\":\"1\",\"count\":0,\"vulnerabilities\":[]} {}",
                "{\"catalogVersion\":\"1\",\"count\":1,\"vulnerabilities\":[{\"cveID\":7}]}",
                "{\"catalogVersion\":\"1\",\"count\":1,\"vulnerabilities\":[7]}",
                "{\"catalogVersion\":\"1\",\"count\":99999999999999999999,\"vulnerabilities\":[]}"
            })
    void refusesWhatIsNotTheCatalogue(String json) {
        assertThatThrownBy(() -> reader.read(text(json))).isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void refusesTheCatalogueCutAnywhere() throws IOException {
        byte[] whole = catalogue(1, ENTRY).strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(cut))).isInstanceOf(UnreadableFeed.class);
        }
    }

    private static String catalogue(int count, String entries) {
        return "{\"catalogVersion\": \"2024.02.22\", \"dateReleased\": \"2024-02-22T15:00:00.5Z\", \"count\": " + count
                + ", \"vulnerabilities\": [" + entries + "]}";
    }

    private static InputStream text(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
