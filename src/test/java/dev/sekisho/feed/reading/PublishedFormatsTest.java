package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.EolProduct;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Ssvc;
import dev.sekisho.matching.published.Ssvc.Exploitation;
import dev.sekisho.matching.published.Ssvc.TechnicalImpact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedFormatsTest {
    private static final Map<String, BiFunction<InputStream, List<Object>, FeedReport>> READERS = Map.of(
            "cve5", (in, sink) -> new Cve5Reader().read(in, sink::add),
            "nvd", (in, sink) -> new NvdReader().read(in, sink::add),
            "osv", (in, sink) -> new OsvReader().read(in, sink::add),
            "csaf", (in, sink) -> new CsafReader().read(in, sink::add),
            "openvex", (in, sink) -> new OpenVexReader().read(in, sink::add),
            "eol", (in, sink) -> new EolReader().read(in, sink::add));

    @ParameterizedTest
    @CsvSource({
        "cve5, CVE-2024-1709.json, 1",
        "nvd, CVE-2024-3094.json, 1",
        "nvd, overrides.jsonl, 300",
        "osv, GHSA-45c4-8wx5-qw6w.json, 1",
        "osv, RUSTSEC-2021-0079.json, 1",
        "osv, BIT-activemq-2020-11998.json, 1",
        "csaf, CVE-2023-20862.json, 1",
        "csaf, rhsa-2023_5835.json, 1",
        "csaf, 2022-evd-uc-05-001.json, 1",
        "openvex, v0.0.1.json, 1",
        "openvex, v0.2.0.json, 1",
        "openvex, v020-1.vex.json, 1",
        "eol, fortios.md, 1"
    })
    void readsAsPublished(String feed, String file, int least) {
        List<Object> found = new ArrayList<>();

        FeedReport report = READERS.get(feed).apply(Records.open(feed + "/" + file), found);

        assertThat(report.read()).isEqualTo(found.size()).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "cve5, CVE-2024-1709.json",
        "nvd, CVE-2024-3094.json",
        "osv, RUSTSEC-2021-0079.json",
        "csaf, 2022-evd-uc-05-001.json",
        "openvex, v0.2.0.json"
    })
    void refusesADocumentCutAnywhere(String feed, String file) throws IOException {
        byte[] whole = new String(Records.open(feed + "/" + file).readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        new Random(7)
                .ints(60, 0, whole.length - 1)
                .forEach(length -> assertThatThrownBy(() -> read(feed, Arrays.copyOf(whole, length)))
                        .isInstanceOf(UnreadableFeed.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "\"x\"",
                "[]",
                "{}",
                "[[[[",
                "{\"a\":1e99999999}",
                "{\"containers\":7}",
                "PK",
                "---\n",
                "---\nx: [\n---\n",
                "{\"cveMetadata\":{\"cveId\":\"CVE-2024-0001\"},\"containers\":{\"cna\":{\"affected\":7}}}",
                "{\"id\":7,\"modified\":\"x\"}",
                "{\"vulnerabilities\":[7]}",
                "{\"cve\":{\"id\":[]}}",
                "{\"document\":{\"csaf_version\":\"2.0\"}}",
                "{\"@context\":\"https://openvex.dev/ns\",\"statements\":[{\"vulnerability\":7}]}",
                "---\ntitle: A\npermalink: /a\nreleases:\n  - releaseCycle: 1\n    eol: sometime\n---\n",
                "\u0000\u0001",
                "\uD800"
            })
    void refusesWhatIsNotTheFormat(String text) {
        for (String feed : READERS.keySet()) {
            assertThatThrownBy(() -> read(feed, text.getBytes(StandardCharsets.UTF_8)))
                    .as(feed)
                    .isInstanceOf(UnreadableFeed.class)
                    .hasMessageMatching("(?s)\\w+, .+: .+");
        }
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        Stream.of("cve5", "osv", "csaf", "openvex")
                .forEach(feed -> assertThatThrownBy(() -> read(feed, deep.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(UnreadableFeed.class));
    }

    @Test
    void refusesARecordOverTheLimit() {
        FeedLimits small = new FeedLimits(1_000_000, 20_000, 50, 10);
        byte[] large = ("{\"containers\":{\"cna\":{\"title\":\"" + "x".repeat(200_000) + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new Cve5Reader(small).read(new ByteArrayInputStream(large), record -> {}))
                .isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void readsAZipOfRecordsAndLeavesOutItsIndex() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String id : List.of("CVE-2024-1709", "CVE-2024-3400")) {
                zip.putNextEntry(new ZipEntry("cves/" + id + ".json"));
                zip.write(Records.open("cve5/" + id + ".json").readAllBytes());
            }
            zip.putNextEntry(new ZipEntry("cves/delta.json"));
            zip.write("{\"fetchTime\": \"2024-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8));
        }

        FeedReport report = new Cve5Reader().read(new ByteArrayInputStream(bytes.toByteArray()), record -> {});

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.reasons())
                .singleElement()
                .asString()
                .contains("delta.json")
                .contains("not a CVE record");
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), 2_000);
        assertThatThrownBy(() -> new Cve5Reader().read(new ByteArrayInputStream(cut), record -> {}))
                .isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void keepsTheAddedContainersFacts() {
        AdvisoryRecord record = Records.cve("CVE-2024-21762");

        assertThat(record.ssvc()).isEqualTo(new Ssvc(Exploitation.ACTIVE, true, TechnicalImpact.TOTAL));
        assertThat(record.exploited()).isNotNull().extracting(Exploited::since).isEqualTo(LocalDate.of(2024, 2, 9));
        assertThat(record.cvss()).isNotNull().extracting(CvssScore::base).isEqualTo(9.6);
        assertThat(record.affected()).extracting(AffectedProduct::source).contains(Source.CNA, Source.ADP);
        assertThat(Records.cve("CVE-2023-34362").cvss())
                .isNotNull()
                .extracting(CvssScore::base)
                .isEqualTo(9.8);
    }

    @Test
    void keepsCyclesAsTextAndEndsAsDaysOrFlags() {
        List<EolProduct> found = new ArrayList<>();
        String text = "---\ntitle: A\npermalink: /a\nidentifiers:\n  - cpe: cpe:2.3:a:b:c\nreleases:\n"
                + "  - releaseCycle: 1.10\n    eol: 2024-05-01\n  - releaseCycle: \"2\"\n    eol: false\n---\n";

        new EolReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found::add);

        assertThat(found.get(0).cpes()).containsExactly("cpe:2.3:a:b:c");
        assertThat(found.get(0).cycles()).extracting(EolProduct.Cycle::name).containsExactly("1.10", "2");
        assertThat(found.get(0).cycles())
                .extracting(EolProduct.Cycle::endOfLife)
                .containsExactly(LocalDate.of(2024, 5, 1), null);
        assertThat(found.get(0).cycles()).extracting(EolProduct.Cycle::ended).containsExactly(null, false);
    }

    @Test
    void readsTheSameFileTwiceToTheSame() {
        assertThatCode(() -> assertThat(Records.cve("CVE-2024-3400")).isEqualTo(Records.cve("CVE-2024-3400")))
                .doesNotThrowAnyException();
    }

    private static FeedReport read(String feed, byte[] bytes) {
        return READERS.get(feed).apply(new ByteArrayInputStream(bytes), new ArrayList<>());
    }
}
