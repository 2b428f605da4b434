package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Lets only well-formed UTF-8 through to the JSON reader, which by itself takes overlong forms and halves of surrogate
 * pairs: two programs would read such bytes differently.
 */
final class SoundBytes extends InputDecorator {
    private static final long serialVersionUID = 1L;

    @Override
    public InputStream decorate(IOContext context, InputStream in) {
        return new Checked(in);
    }

    @Override
    public InputStream decorate(IOContext context, byte[] source, int offset, int length) {
        return new Checked(new ByteArrayInputStream(source, offset, length));
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    /** Decodes what passes and throws the characters away; holds at most one unfinished character. */
    private static final class Checked extends InputStream {
        private final InputStream in;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer discarded = CharBuffer.allocate(2048);
        private byte[] unfinished = new byte[0];

        Checked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            check(into, offset, Math.max(count, 0), count < 0);
            return count;
        }

        private void check(byte[] source, int offset, int length, boolean end) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(unfinished.length + length)
                    .put(unfinished)
                    .put(source, offset, length)
                    .flip();
            CoderResult result;
            do {
                result = decoder.decode(bytes, discarded, end);
                discarded.clear();
            } while (result.isOverflow());
            if (result.isError()) {
                throw new JsonParseException(null, "not UTF-8");
            }
            unfinished = new byte[bytes.remaining()];
            bytes.get(unfinished);
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
