package dev.sekisho.feed.reading;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Counts what it passes on and refuses past a limit, so that a decompression bomb ends as a sentence and not as an outage. */
public final class LimitedInput extends FilterInputStream {
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final String feed;
    private final long limit;
    private long count;

    private LimitedInput(String feed, InputStream in, long limit) {
        super(in);
        this.feed = feed;
        this.limit = limit;
    }

    /** The feed as plain bytes: gzip is recognised by its first two bytes, never by a file name. */
    public static InputStream plain(String feed, InputStream in, FeedLimits limits) throws IOException {
        PushbackInputStream start = new PushbackInputStream(new BufferedInputStream(in, 1 << 16), 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == GZIP_MAGIC_1 && (magic[1] & 0xff) == GZIP_MAGIC_2;
        return limited(feed, gzip ? new GZIPInputStream(start, 1 << 16) : start, limits.feedBytes());
    }

    /** Starts a new allowance: what is behind no longer counts. */
    void renew() {
        count = 0;
    }

    public static LimitedInput limited(String feed, InputStream in, long limit) {
        return new LimitedInput(feed, in, limit);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            passed(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        passed(Math.max(n, 0));
        return n;
    }

    private void passed(int n) {
        count += n;
        if (count > limit) {
            throw new UnreadableFeed(
                    feed,
                    "after " + limit + " bytes",
                    "larger than the limit of " + limit + " bytes; upload it in parts");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
