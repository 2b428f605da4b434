package dev.sekisho.feed.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The regular files of a tar, with the long names of GNU and pax; links, devices and directories are passed over. */
final class Tar extends TarArchiveInputStream {
    static final int BLOCK = 512;

    private final Headers headers;
    private boolean hasEnd;

    Tar(String feed, InputStream in) {
        this(new Headers(feed, in));
    }

    private Tar(Headers headers) {
        super(headers, StandardCharsets.UTF_8.name());
        this.headers = headers;
    }

    /**
     * The name of the next regular file, or null at the end. What went before must have been read to its end.
     *
     * @throws EOFException if the end mark is missing, for then files may be
     */
    @Nullable
    String next() throws IOException {
        for (TarArchiveEntry entry = entry(); entry != null; entry = entry()) {
            if (isRegular(entry)) {
                return entry.getName();
            }
        }
        if (!hasEnd) {
            throw new EOFException();
        }
        return null;
    }

    private @Nullable TarArchiveEntry entry() throws IOException {
        headers.begin();
        try {
            return getNextEntry();
        } finally {
            headers.end();
        }
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isBlockDevice()
                && !entry.isCharacterDevice()
                && !entry.isFIFO();
    }

    @Override
    protected boolean isEOFRecord(byte @Nullable [] block) {
        boolean end = super.isEOFRecord(block);
        hasEnd |= end && block != null;
        return end;
    }

    /** Long names are held in memory, so that what stands between two files has a limit of its own. */
    private static final class Headers extends FilterInputStream {
        private static final long MOST = 1 << 20;

        private final String feed;
        private boolean reading;
        private long read;

        Headers(String feed, InputStream in) {
            super(in);
            this.feed = feed;
        }

        void begin() {
            reading = true;
            read = 0;
        }

        void end() {
            reading = false;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            passed(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            passed(Math.max(n, 0));
            return n;
        }

        private void passed(int bytes) {
            read += bytes;
            if (reading && read > MOST) {
                throw new UnreadableFeed(feed, "in the archive", "more than " + MOST + " bytes between two files");
            }
        }
    }
}
