package dev.sekisho.feed.reading;

import java.io.FilterInputStream;
import java.io.InputStream;

/** An entry of an archive: closing it must not close the archive. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // The archive's owner closes it.
    }
}
