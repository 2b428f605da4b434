package dev.sekisho.imports;

import dev.sekisho.web.ProblemException;
import dev.sekisho.web.ProblemType;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The body of an import, kept outside memory until its turn comes; closing it deletes it. */
final class Spool implements Closeable {
    /** Most lines taken, the empty ones included. */
    static final int MOST_LINES = 200_000;

    private final FileChannel file;
    private int objects;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /**
     * Keeps a body.
     *
     * @throws ProblemException TOO_LARGE when it has more than {@link #MOST_LINES} lines or too long a line
     */
    static Spool of(InputStream body) {
        try {
            var spool = new Spool(open());
            try {
                spool.fill(new Lines(body));
                return spool;
            } catch (IOException | RuntimeException e) {
                spool.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the system allows it the file loses its name at once, so that not even a killed process leaves it behind. */
    private static FileChannel open() throws IOException {
        Path path = Files.createTempFile("sekisho-import-", ".ndjson");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void fill(Lines lines) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.number() > MOST_LINES) {
                throw ProblemException.of(
                        ProblemType.TOO_LARGE,
                        "An import takes at most " + MOST_LINES + " lines; send several. Nothing was imported.");
            }
            if (!Lines.isBlank(line)) {
                objects++;
            }
            out.write(line);
            out.write('\n');
        }
        out.flush();
    }

    /** How many lines hold an object. */
    int objects() {
        return objects;
    }

    /** The lines from the first. */
    Lines lines() throws IOException {
        file.position(0);
        return new Lines(Channels.newInputStream(file));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
