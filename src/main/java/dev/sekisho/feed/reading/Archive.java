package dev.sekisho.feed.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The files in an upload: those of a zip (and of a zip within it) or of a tar, or the one file it is. Told apart by content. */
public final class Archive {
    private static final int TAR_MAGIC_AT = 257;
    private static final int ZIP_DEPTH = 2;
    /** What is left out is unpacked for nothing, so that no more of it is borne than of some records. */
    private static final int RECORDS_LEFT_OUT = 8;

    private final String feed;
    private final FeedJson json;
    private final Files files;
    private final FeedLimits limits;
    private final byte[] scrap = new byte[1 << 16];
    private long count;
    private long leftOut;

    public interface Files {
        /** Reads one file; the name is empty where the upload is the file itself. */
        void file(String name, InputStream in) throws IOException;
    }

    private Archive(String feed, FeedLimits limits, FeedJson json, Files files) {
        this.feed = feed;
        this.limits = limits;
        this.json = json;
        this.files = files;
    }

    public static void each(String feed, InputStream in, FeedLimits limits, FeedJson json, Files files)
            throws IOException {
        InputStream plain = new BufferedInputStream(LimitedInput.plain(feed, in, limits), 1 << 16);
        plain.mark(Tar.BLOCK);
        byte[] start = plain.readNBytes(Tar.BLOCK);
        plain.reset();
        Archive archive = new Archive(feed, limits, json, files);
        if (has(start, 0, "PK")) {
            archive.zip(new Zip(plain), 1);
            archive.refuseEmpty(feed);
        } else if (has(start, TAR_MAGIC_AT, "ustar")) {
            archive.tar(new Tar(feed, plain));
            archive.refuseEmpty(feed);
        } else {
            files.file("", plain);
        }
    }

    private void refuseEmpty(String feed) {
        if (count == 0) {
            throw new UnreadableFeed(feed, "in the archive", "it holds no file; fetch it again");
        }
    }

    private static boolean has(byte[] bytes, int at, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private void zip(Zip zip, int depth) throws IOException {
        InputStream unpacked = LimitedInput.limited(feed, zip, limits.feedBytes());
        for (ZipArchiveEntry entry = zip.next(); entry != null; entry = zip.next()) {
            if (entry.isDirectory()) {
                passOver(entry.getName(), unpacked);
            } else if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip") && depth < ZIP_DEPTH) {
                // The daily archive of the CVE list is a zip of a zip.
                zip(new Zip(new Unclosed(unpacked)), depth + 1);
                passOver(entry.getName(), unpacked);
            } else {
                entry(entry.getName(), unpacked);
            }
        }
    }

    private void tar(Tar tar) throws IOException {
        for (String name = tar.next(); name != null; name = tar.next()) {
            entry(name, tar);
        }
    }

    private void entry(String name, InputStream in) throws IOException {
        json.countWithin(++count);
        try {
            files.file(name, new Unclosed(in));
        } catch (UnreadableFeed e) {
            throw e.within("file " + name);
        }
        passOver(name, in);
    }

    /** Reads what nobody wants to the end of the file, for only behind it the next one begins. */
    private void passOver(String name, InputStream in) throws IOException {
        long most = (long) RECORDS_LEFT_OUT * limits.recordBytes();
        for (int read = in.read(scrap); read >= 0; read = in.read(scrap)) {
            leftOut += read;
            if (leftOut > most) {
                throw new UnreadableFeed(
                        feed, "file " + name, "more than " + most + " bytes are no records; send the records alone");
            }
        }
    }
}
