package dev.sekisho.feed.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Watches a zip pass by and knows at its end what its directory says. A zip that is cut behind an entry looks whole to
 * whoever reads entries only. The layout is that of APPNOTE 4.3.14 to 4.3.16.
 */
final class ZipDirectory extends FilterInputStream {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_ENTRIES = 10;
    private static final int END_SIZE = 12;
    private static final int END_OFFSET = 16;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_LENGTH = 56;
    private static final int LARGE_END_ENTRIES = 32;
    private static final int LARGE_END_SIZE = 40;
    private static final int LARGE_END_OFFSET = 48;
    private static final int LARGE_LOCATOR_LENGTH = 20;
    private static final int MARK = 0xffff;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int KEPT = LONGEST_COMMENT + END_LENGTH + LARGE_LOCATOR_LENGTH + LARGE_END_LENGTH;

    /** The last bytes that passed, up to {@link #kept}; twice the room, so that they move seldom. */
    private final byte[] last = new byte[2 * KEPT];

    private int kept;
    private long passed;

    ZipDirectory(InputStream in) {
        super(in);
    }

    /**
     * Reads what is left and holds the directory against the entries that came.
     *
     * @throws EOFException if there is none, or it names another number of them
     */
    void check(long entries) throws IOException {
        byte[] scrap = new byte[1 << 13];
        while (read(scrap, 0, scrap.length) >= 0) {
            // passing by is all that is wanted
        }
        ByteBuffer bytes = ByteBuffer.wrap(last, 0, kept).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = kept - END_LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) == END && entries(bytes, at) == entries) {
                return;
            }
        }
        throw new EOFException();
    }

    /** How many entries the directory names whose end may stand here; -1 if it does not. */
    private long entries(ByteBuffer bytes, int at) {
        int entries = Short.toUnsignedInt(bytes.getShort(at + END_ENTRIES));
        long size = Integer.toUnsignedLong(bytes.getInt(at + END_SIZE));
        long offset = Integer.toUnsignedLong(bytes.getInt(at + END_OFFSET));
        if (offset + size == place(at)) {
            return entries;
        }
        int large = at - LARGE_LOCATOR_LENGTH - LARGE_END_LENGTH;
        return large >= 0 && bytes.getInt(large) == LARGE_END ? entriesOfLarge(bytes, large, entries) : -1;
    }

    private long entriesOfLarge(ByteBuffer bytes, int at, int entries) {
        boolean isItsDirectory = bytes.getLong(at + LARGE_END_OFFSET) + bytes.getLong(at + LARGE_END_SIZE) == place(at);
        return isItsDirectory ? entries == MARK ? bytes.getLong(at + LARGE_END_ENTRIES) : entries : -1;
    }

    private long place(int at) {
        return passed - kept + at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            passed += n;
            keep(buffer, offset + Math.max(0, n - KEPT), Math.min(n, KEPT));
        }
        return n;
    }

    /** Whoever skips must not pass by unseen. */
    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, KEPT)).length;
    }

    private void keep(byte[] buffer, int offset, int length) {
        if (kept + length > last.length) {
            int stay = KEPT - length;
            System.arraycopy(last, kept - stay, last, 0, stay);
            kept = stay;
        }
        System.arraycopy(buffer, offset, last, kept, length);
        kept += length;
    }
}
