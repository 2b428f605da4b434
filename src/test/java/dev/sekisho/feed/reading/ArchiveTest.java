package dev.sekisho.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final Map<String, String> FILES =
            Map.of("cves/CVE-2024-1.json", "{\"a\": 1}", "cves/CVE-2024-2.json", "{}", "empty.json", "");

    /** How the same files may be packed. */
    private enum Packing {
        ZIP {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return zip(Zip64Mode.AsNeeded, "", bytes(files));
            }
        },
        ZIP_WITH_COMMENT {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return zip(Zip64Mode.AsNeeded, "fetched today, PK\5\6 and all", bytes(files));
            }
        },
        LARGE_ZIP {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return zip(Zip64Mode.Always, "", bytes(files));
            }
        },
        ZIP_OF_A_ZIP {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return zip(Zip64Mode.AsNeeded, "", Map.of("day.zip", ZIP.pack(files)));
            }
        },
        GNU_TAR {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return tar(TarArchiveOutputStream.LONGFILE_GNU, files);
            }
        },
        PAX_TAR {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                return tar(TarArchiveOutputStream.LONGFILE_POSIX, files);
            }
        },
        TAR_GZ {
            @Override
            byte[] pack(Map<String, String> files) throws IOException {
                var bytes = new ByteArrayOutputStream();
                try (var gzip = new GZIPOutputStream(bytes)) {
                    gzip.write(GNU_TAR.pack(files));
                }
                return bytes.toByteArray();
            }
        };

        abstract byte[] pack(Map<String, String> files) throws IOException;

        /** Behind the end mark of a tar only padding follows. */
        int whole(byte[] packed) {
            if (this != GNU_TAR && this != PAX_TAR) {
                return packed.length;
            }
            int end = packed.length;
            while (packed[end - 1] == 0) {
                end--;
            }
            return (end + Tar.BLOCK - 1) / Tar.BLOCK * Tar.BLOCK + Tar.BLOCK;
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryFileUnderItsWholeName(Packing packing) throws IOException {
        var files = new LinkedHashMap<>(FILES);
        files.put("cves/2024/" + "long".repeat(60) + "/CVE-2024-3.json", "{\"b\": 2}");
        files.put("日本/" + "名".repeat(50) + ".json", "[]");

        assertThat(read(packing.pack(files))).containsExactlyInAnyOrderEntriesOf(files);
    }

    @ParameterizedTest
    @EnumSource
    void refusesOneThatIsCutAnywhere(Packing packing) throws IOException {
        byte[] packed = packing.pack(FILES);
        int whole = packing.whole(packed);

        var takenForWhole = new ArrayList<Integer>();
        // what is cut within the first block cannot be told from another kind of file
        for (int length = Tar.BLOCK; length < whole; length++) {
            if (isTaken(Arrays.copyOf(packed, length))) {
                takenForWhole.add(length);
            }
        }

        assertThat(takenForWhole).isEmpty();
        assertThat(read(Arrays.copyOf(packed, whole))).hasSameSizeAs(FILES);
    }

    @Test
    void saysThatACutOneIsCut() throws IOException {
        byte[] zip = Packing.ZIP.pack(FILES);
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");

        assertThatThrownBy(() -> read(Arrays.copyOf(zip, directory)))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("the file is cut short; fetch it again");
    }

    @Test
    void seesACutThatEndsWithAnotherZip() throws IOException {
        byte[] inner = Packing.ZIP.pack(Map.of("one.json", "{}"));
        byte[] zip = zip(Zip64Mode.AsNeeded, "", Map.of("inner.zip", inner));
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int behindInner = text.indexOf("PK\5\6") + 22;

        assertThatThrownBy(() -> read(Arrays.copyOf(zip, behindInner))).isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void passesOverWhatIsNoRegularFile() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
                var entry = new TarArchiveEntry("odd-" + kind + ".json", kind);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            tar.putArchiveEntry(new TarArchiveEntry("folder/"));
            tar.closeArchiveEntry();
            put(tar, "one.json", "{}");
        }

        assertThat(read(bytes.toByteArray())).containsOnlyKeys("one.json");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC})
    void refusesANameThatFillsTheMemory(byte kind) throws IOException {
        var name = "3145728 path=".getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry("name", kind);
            entry.setSize(3 << 20);
            tar.putArchiveEntry(entry);
            tar.write(Arrays.copyOf(name, 3 << 20));
            tar.closeArchiveEntry();
            put(tar, "one.json", "{}");
        }

        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("bytes between two files");
    }

    @Test
    void refusesPackingThatFewRead() throws IOException {
        byte[] zip = Packing.ZIP.pack(Map.of("one.json", "{}"));
        zip[8] = 12; // bzip2, in the header before the entry

        assertThatThrownBy(() -> read(zip))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("packed in a way that is not read");
    }

    private static boolean isTaken(byte[] packed) {
        try {
            read(packed);
            return true;
        } catch (UnreadableFeed refused) {
            return false;
        }
    }

    private static Map<String, String> read(byte[] packed) {
        var files = new LinkedHashMap<String, String>();
        var json = new FeedJson("cve", FeedLimits.USUAL);
        json.guarded(() -> {
            Archive.each("cve", new ByteArrayInputStream(packed), FeedLimits.USUAL, json, (name, file) -> {
                if (name.isEmpty()) {
                    throw new UnreadableFeed("cve", "", "no archive");
                }
                files.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            });
            return files;
        });
        return files;
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static byte[] zip(Zip64Mode large, String comment, Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream((OutputStream) bytes)) {
            zip.setUseZip64(large);
            zip.setComment(comment);
            for (var file : files.entrySet()) {
                var entry = new ZipArchiveEntry(file.getKey());
                if (file.getKey().endsWith(".zip")) {
                    store(entry, file.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** As it is, so that its own end stands in the archive. */
    private static void store(ZipArchiveEntry entry, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
    }

    private static byte[] tar(int longNames, Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(longNames);
            for (var file : files.entrySet()) {
                put(tar, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
