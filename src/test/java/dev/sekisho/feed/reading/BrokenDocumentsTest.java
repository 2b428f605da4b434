package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.jvn.JvnReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.vex.OpenVexReader;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One broken document among those of an archive takes no other along, and is told; a strict sender is refused. */
class BrokenDocumentsTest {
    private static final String CVRF = """
            <?xml version="1.0"?>
            <cvrfdoc xmlns="http://www.icasi.org/CVRF/schema/cvrf/1.1"><DocumentTitle>x</DocumentTitle></cvrfdoc>""";

    private final List<Object> taken = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "cve, cve5/CVE-2024-3400.json",
        "osv, osv/GHSA-45c4-8wx5-qw6w.json",
        "nvd, nvd/CVE-2024-3094.json",
        "csaf, csaf/CVE-2023-20862.json",
        "openvex, openvex/v0.2.0.json"
    })
    void leavesOutTheBrokenOneAndTellsIt(String feed, String file) throws IOException {
        String good = text(file);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.txt", "hello");
        files.put("a-cut.json", good.substring(0, good.lastIndexOf('}')));
        files.put("b-empty.json", "");
        files.put("c-twice.json", "{\"a\": 1, \"a\": 2}");
        files.put("d-good.json", good);

        FeedReport report = read(feed, zip(files), false);

        assertThat(report.read()).isPositive();
        assertThat(taken).hasSize((int) report.read());
        assertThat(report.broken()).isEqualTo(3);
        assertThat(report.skipped()).isGreaterThanOrEqualTo(4);
        assertThat(report.reasons()).anyMatch(reason -> reason.startsWith("README.txt"));
        assertThat(report.reasons().subList(0, 3))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("a-cut.json: broken")
                                .contains("before it is complete"),
                        second -> assertThat(second)
                                .startsWith("b-empty.json: broken")
                                .contains("empty"),
                        third -> assertThat(third)
                                .startsWith("c-twice.json: broken")
                                .contains("twice"));

        taken.clear();
        assertThatThrownBy(() -> read(feed, zip(files), true))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("a-cut.json");
    }

    @Test
    void leavesOutABrokenProductOfLifeCycles() throws IOException {
        String good = text("eol/fortios.md");
        Map<String, byte[]> files = Map.of(
                "products/a-cut.md", bytes("---\ntitle: [\n---\n"),
                "products/b-none.md", bytes("# no front matter"),
                "products/c-good.md", bytes(good));

        FeedReport report = read("eol", zipped(files), false);

        assertThat(taken).hasSize(1);
        assertThat(report.read()).isEqualTo(1);
        assertThat(report.broken()).isEqualTo(2);
        assertThat(report.reasons()).anyMatch(reason -> reason.startsWith("products/a-cut.md: broken"));
        assertThatThrownBy(() -> read("eol", zipped(files), true)).isInstanceOf(UnreadableFeed.class);
    }

    /** The first record of the file is whole, and yet none of it is taken. */
    @ParameterizedTest
    @CsvSource({
        "jvn, <RDF><item><identifier>JVNDB-2031-%s</identifier></item>, </RDF>",
        "nvd, '{\"resultsPerPage\":1,\"vulnerabilities\":[{\"cve\":{\"id\":\"CVE-2031-%s\"}}', ]}"
    })
    void takesNoFileOfSeveralRecordsByHalf(String feed, String start, String end) {
        String suffix = feed.equals("jvn") ? ".rdf" : ".json";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a-cut" + suffix, start.formatted("0001"));
        files.put("b-whole" + suffix, start.formatted("0002") + end);

        FeedReport report = read(feed, zip(files), false);

        assertThat(report.broken()).isEqualTo(1);
        assertThat(report.read()).isEqualTo(1);
        assertThat(taken).singleElement().asString().contains("2031-0002");
        assertThatThrownBy(() -> read(feed, zip(files), true))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("a-cut");
    }

    /** What was kept back is bounded; behind that the file is handed on, and a break refuses all. */
    @Test
    void refusesALargeFileThatBreaksBehindWhatIsKeptBack() {
        String item = "<item><identifier>JVNDB-2031-000001</identifier></item>";
        byte[] archive = zip(Map.of("large.rdf", "<RDF>" + item.repeat(WholeFiles.MOST_HELD + 1)));

        assertThatThrownBy(() -> read("jvn", archive, false))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("large.rdf");
    }

    @Test
    void takesNoDocumentByHalf() {
        String half = csaf("H-1", "{\"cve\": \"CVE-2026-0001\"}, {\"cve\": 7}");

        FeedReport report = read(
                "csaf",
                zip(Map.of("half.json", half, "whole.json", csaf("W-1", "{\"cve\": \"CVE-2026-0002\"}"))),
                false);

        assertThat(taken).extracting(one -> ((AdvisoryRecord) one).id()).containsExactly("CVE-2026-0002");
        assertThat(report.read()).isEqualTo(1);
        assertThat(report.broken()).isEqualTo(1);
        assertThat(report.reasons().get(0)).contains("half.json", "cve", "should be text");
    }

    @Test
    void refusesADocumentThatIsSentAlone() {
        assertThatThrownBy(() -> read("csaf", bytes(csaf("H-1", "{\"cve\": 7}")), false))
                .isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void refusesAnArchiveOfBrokenDocumentsAlone() {
        assertThatThrownBy(() -> read("osv", zip(Map.of("one.json", "{")), false))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("one.json: broken");
    }

    @Test
    void refusesAnArchiveThatBreaksOff() {
        byte[] zip = zip(Map.of("one.json", csaf("A-1", "{\"cve\": \"CVE-2026-0001\"}")));

        assertThatThrownBy(() -> read("csaf", java.util.Arrays.copyOf(zip, zip.length / 2), false))
                .isInstanceOf(UnreadableFeed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {CVRF, "\ufeff" + CVRF, "  \n" + CVRF, "{\"cvrfdoc\": {\"document_title\": \"x\"}}"})
    void refusesCvrfByItsName(String text) {
        assertThatThrownBy(() -> read("csaf", bytes(text), false))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("it is CVRF")
                .hasMessageContaining("CSAF 2.0");
    }

    @Test
    void namesCvrfInAnArchive() {
        assertThatThrownBy(() -> read("csaf", zip(Map.of("old.xml", CVRF)), false))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("old.xml: CVRF");

        FeedReport report = read(
                "csaf", zip(Map.of("old.xml", CVRF, "new.json", csaf("A-1", "{\"cve\": \"CVE-2026-0001\"}"))), true);
        assertThat(report.reasons()).singleElement().asString().startsWith("old.xml: CVRF");
        assertThat(report.broken()).isZero();
        assertThat(report.read()).isEqualTo(1);
    }

    @Test
    void saysThatOtherXmlIsXml() {
        assertThatThrownBy(() -> read("osv", bytes("<html></html>"), false))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("it is XML")
                .hasMessageNotContaining("CVRF");
    }

    private static String csaf(String id, String vulnerabilities) {
        return """
                {"document": {"csaf_version": "2.0", "publisher": {"name": "Relay"},
                 "tracking": {"id": "%s", "current_release_date": "2026-01-01T00:00:00Z"}}, "vulnerabilities": [%s]}""".formatted(id, vulnerabilities);
    }

    private FeedReport read(String feed, byte[] bytes, boolean strict) {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (feed) {
            case "cve" -> new Cve5Reader().read(in, strict, taken::add);
            case "osv" -> new OsvReader().read(in, strict, taken::add);
            case "nvd" -> new NvdReader().read(in, strict, taken::add);
            case "jvn" -> new JvnReader().read(in, strict, taken::add);
            case "eol" -> new EolReader().read(in, strict, taken::add);
            case "csaf" -> new CsafReader().read(in, strict, taken::add);
            case "openvex" -> new OpenVexReader().read(in, strict, taken::add);
            default -> throw new IllegalArgumentException(feed);
        };
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Records.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> files) {
        Map<String, byte[]> packed = new LinkedHashMap<>();
        files.forEach((name, text) -> packed.put(name, bytes(text)));
        return zipped(packed);
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
