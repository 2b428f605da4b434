package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.epss.EpssReader;
import dev.sekisho.feed.eukev.EuKevReader;
import dev.sekisho.feed.kev.KevReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.vex.OpenVexReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a publisher adds to its format is told with its name, in every feed, and what is known never is. */
class UnknownFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "kev, kev/kev-with-forensicTriage-excerpt.json",
        "cve, cve5/CVE-2024-3400.json",
        "cve, cve5/CVE-2023-27997.json",
        "osv, osv/GHSA-45c4-8wx5-qw6w.json",
        "csaf, csaf/CVE-2023-20862.json",
        "openvex, openvex/v0.2.0.json",
        "eol, eol/fortios.md"
    })
    void knowsWhatIsPublished(String feed, String file) throws IOException {
        try (InputStream in = Records.open(file)) {
            assertThat(unknown(feed, new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kev | kev/kev-with-forensicTriage-excerpt.json | "count": | "licence": "x", "count": | licence | 1
            kev | kev/kev-with-forensicTriage-excerpt.json | "forensicTriage" | "forensicTriageToo": "Yes", "forensicTriage" | vulnerabilities.forensicTriageToo | 19
            cve | cve5/CVE-2024-3400.json | "datePublic" | "dateHidden": "x", "datePublic" | containers.cna.dateHidden | 1
            cve | cve5/CVE-2024-3400.json | "5.1" | "5.9" | dataVersion 5.9 | 1
            osv | osv/GHSA-45c4-8wx5-qw6w.json | "introduced" | "reintroduced": "3", "introduced" | affected.ranges.events.reintroduced | 1
            csaf | csaf/CVE-2023-20862.json | "known_affected" | "possibly_affected": [], "known_affected" | vulnerabilities.product_status.possibly_affected | 1
            openvex | openvex/v0.2.0.json | "status": | "certainty": "low", "status": | statements.certainty | 5
            openvex | openvex/v0.2.0.json | ns/v0.2.0 | ns/v9.0.0 | @context https://openvex.dev/ns/v9.0.0 | 1
            eol | eol/fortios.md | iconSlug: | eolPolicy: strict~iconSlug: | eolPolicy | 1
            nvd | nvd/CVE-2024-3094.json | "vulnerable" | "maybeVulnerable": true, "vulnerable" | vulnerabilities.cve.configurations.nodes.cpeMatch.maybeVulnerable | 2
            """)
    void tellsWhatItsPublisherAdded(String feed, String file, String before, String after, String name, long times)
            throws IOException {
        String text;
        try (InputStream in = Records.open(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(text).contains(before);

        SortedMap<String, Long> unknown = new TreeMap<>(unknown(feed, text.replace(before, after.replace("~", "\n"))));

        assertThat(unknown.get(name)).isEqualTo(times);
        unknown.remove(name);
        assertThat(unknown).isEqualTo(unknown(feed, text));
    }

    /** Both are of 2026, and not read yet. */
    @Test
    void tellsWhatIsNotReadOfTheNationalDatabase() throws IOException {
        try (InputStream in = Records.open("nvd/CVE-2024-3094.json")) {
            assertThat(unknown("nvd", new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .containsOnlyKeys("vulnerabilities.cve.affected", "vulnerabilities.cve.metrics.ssvcV203");
        }
    }

    @Test
    void tellsColumnsOfScores() {
        assertThat(unknown("epss", "cve,epss,percentile,epss7\nCVE-2024-0001,0.1,0.2,0.3\n"))
                .containsOnlyKeys("epss7");
    }

    @Test
    void tellsFieldsOfTheEuropeanCatalogue() {
        assertThat(unknown("eukev", """
                [{"cveID": "CVE-2026-0001", "vendorProject": "a", "product": "b", "originSource": "CNW",
                  "forensics": {"deep": 1}}]""")).containsOnlyKeys("forensics");
    }

    @Test
    void countsNamesWithoutEndUnderOne() {
        var tally = new ReadCounts();
        for (int i = 0; i < 200; i++) {
            tally.unknown("field" + i);
        }
        tally.unknown("x".repeat(5000));

        assertThat(tally.unknown()).hasSize(FeedReport.REASONS_KEPT + 1).containsEntry(FeedReport.OTHERS, 151L);
    }

    @Test
    void leavesOpenWhatTheFormatLeavesOpen() {
        assertThat(unknown("osv", """
                {"id": "X-1", "modified": "2026-01-01T00:00:00Z", "database_specific": {"any": {"thing": 1}}}""")).isEmpty();
        assertThat(unknown("eol", """
                ---
                title: A
                permalink: /a
                customFields:
                  - name: kernelVersion
                    display: none
                releases:
                  - releaseCycle: "1"
                    kernelVersion: "6"
                    shellVersion: "2"
                ---
                """)).containsOnlyKeys("releases.shellVersion");
    }

    private static SortedMap<String, Long> unknown(String feed, String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return switch (feed) {
            case "kev" -> {
                var tally = new ReadCounts();
                new KevReader().read(in, tally);
                yield tally.unknown();
            }
            case "epss" -> {
                List<String> columns = new EpssReader()
                        .read(in, (cve, score, percentile) -> {})
                        .unknown();
                var counted = new TreeMap<String, Long>();
                columns.forEach(name -> counted.put(name, 1L));
                yield counted;
            }
            case "eukev" -> new EuKevReader().read(in, none -> {}).unknown();
            case "cve" -> new Cve5Reader().read(in, none -> {}).unknown();
            case "nvd" -> new NvdReader().read(in, none -> {}).unknown();
            case "osv" -> new OsvReader().read(in, none -> {}).unknown();
            case "csaf" -> new CsafReader().read(in, none -> {}).unknown();
            case "openvex" -> new OpenVexReader().read(in, none -> {}).unknown();
            case "eol" -> new EolReader().read(in, none -> {}).unknown();
            default -> throw new IllegalArgumentException(feed);
        };
    }
}
