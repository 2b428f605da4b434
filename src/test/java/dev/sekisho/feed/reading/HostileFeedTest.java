package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sekisho.feed.csaf.CsafReader;
import dev.sekisho.feed.cve.Cve5Reader;
import dev.sekisho.feed.eol.EolReader;
import dev.sekisho.feed.epss.EpssReader;
import dev.sekisho.feed.jvn.JvnReader;
import dev.sekisho.feed.kev.KevReader;
import dev.sekisho.feed.nvd.NvdReader;
import dev.sekisho.feed.osv.OsvReader;
import dev.sekisho.feed.vex.OpenVexReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to fill memory or time. */
class HostileFeedTest {
    private static final long ENDLESS = 10L << 30;

    private static final Map<String, Function<InputStream, FeedReport>> READERS = Map.of(
            "kev",
                    in -> {
                        new KevReader().read(in);
                        return new FeedReport(0, 0, List.of());
                    },
            "epss",
                    in -> {
                        new EpssReader().read(in, (cve, score, percentile) -> {});
                        return new FeedReport(0, 0, List.of());
                    },
            "cve", in -> new Cve5Reader().read(in, none -> {}),
            "nvd", in -> new NvdReader().read(in, none -> {}),
            "osv", in -> new OsvReader().read(in, none -> {}),
            "csaf", in -> new CsafReader().read(in, none -> {}),
            "openvex", in -> new OpenVexReader().read(in, none -> {}),
            "jvn", in -> new JvnReader().read(in, none -> {}),
            "eol", in -> new EolReader().read(in, none -> {}));

    /** The same byte for ever, which is what a decompression bomb unpacks to; counts what was taken of it. */
    private static final class Endless extends InputStream {
        private final byte what;
        private final AtomicLong taken;

        Endless(char what, AtomicLong taken) {
            this.what = (byte) what;
            this.taken = taken;
        }

        @Override
        public int read() {
            return taken.incrementAndGet() > ENDLESS ? -1 : what;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (taken.addAndGet(length) > ENDLESS) {
                return -1;
            }
            java.util.Arrays.fill(buffer, offset, offset + length, what);
            return length;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kev | {\"title\":\" | a",
                "kev | {\"title\":\"x\",\"vulnerabilities\":[{\"cveID\":\" | a",
                "epss | # | a",
                "epss | cve,epss;CVE-2024-1,0. | 0",
                "epss | cve,epss; | ;",
                "cve | {\"dataType\":\" | a",
                "cve | {\"dataType\":[ | 1",
                "nvd | {\"format\":\" | a",
                "nvd | {\"vulnerabilities\":[{\"cve\":{\"id\":\" | a",
                "osv | {\"id\":\" | a",
                "csaf | {\"document\":\" | a",
                "openvex | {\"@context\":\" | a",
                "jvn | <RDF><item><title> | a",
                "jvn | <RDF a=' | a",
                "jvn | <RDF>;<item/> | ;",
                "eol | ---;title: | a",
                "eol | --- | ;"
            })
    void refusesATextWithoutEnd(String feed, String start, String more) {
        var taken = new AtomicLong();
        InputStream head = new ByteArrayInputStream(start.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        InputStream tail = new Endless(more.replace(';', '\n').charAt(0), taken);

        assertThatThrownBy(() -> READERS.get(feed).apply(new SequenceInputStream(head, tail)))
                .isInstanceOf(UnreadableFeed.class);
        assertThat(taken).hasValueLessThan(100L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cve", "nvd", "osv", "csaf", "openvex", "jvn", "eol"})
    void refusesAnArchiveOfOtherThings(String feed) throws IOException {
        byte[] archive = zip("cves/notes.txt", 10);

        assertThatThrownBy(() -> READERS.get(feed).apply(new ByteArrayInputStream(archive)))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("it holds no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "folder/"})
    void refusesAnArchiveThatUnpacksToTooMuchOfOtherThings(String name) throws IOException {
        byte[] archive = zip(name, 300 << 20);

        assertThatThrownBy(() -> READERS.get("cve").apply(new ByteArrayInputStream(archive)))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("are no records");
    }

    @Test
    void takesAPageOfNvdWithoutRecords() {
        String page = "{\"resultsPerPage\":0,\"totalResults\":0,\"format\":\"NVD_CVE\",\"vulnerabilities\":[]}";

        FeedReport report = READERS.get("nvd").apply(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));

        assertThat(report.read()).isZero();
    }

    private static byte[] zip(String name, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] part = new byte[Math.min(size, 1 << 20)];
            for (int written = 0; written < size; written += part.length) {
                zip.write(part);
            }
        }
        return bytes.toByteArray();
    }
}
