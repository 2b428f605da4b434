package dev.sekisho.imports;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
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
import org.jboss.logging.Logger;

/** The body of an import, kept outside memory until its turn comes; closing it deletes it. */
final class ImportFile implements Closeable {
    private static final Logger LOG = Logger.getLogger(ImportFile.class);

    /** Most lines taken, the empty ones included. */
    static final int MOST_LINES = 200_000;

    private final FileChannel file;
    private int objects;

    private ImportFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Keeps a body.
     *
     * @throws ProblemException TOO_LARGE when it has more than {@link #MOST_LINES} lines or too long a line, UNAVAILABLE
     *     when there is no room for it
     */
    static ImportFile of(InputStream body) {
        return of(body, open());
    }

    static ImportFile of(InputStream body, FileChannel file) {
        var spool = new ImportFile(file);
        try {
            spool.fill(new ImportLines(body));
            return spool;
        } catch (IOException e) {
            spool.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Where the system allows it the file loses its name at once, so that not even a killed process leaves it behind. */
    private static FileChannel open() {
        try {
            Path path = Files.createTempFile("sekisho-import-", ".ndjson");
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static ProblemException noRoom(IOException failure) {
        LOG.warnf("an import finds no room below %s: %s", System.getProperty("java.io.tmpdir"), failure.getMessage());
        return ProblemException.of(
                        ProblemType.UNAVAILABLE,
                        "There is no room for another import now; try again when those that wait are done. Nothing was imported.")
                .with("Retry-After", "30");
    }

    private void fill(ImportLines lines) throws IOException {
        OutputStream out = new BufferedOutputStream(new Room(Channels.newOutputStream(file)), 64 * 1024);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.number() > MOST_LINES) {
                throw ProblemException.of(
                        ProblemType.TOO_LARGE,
                        "An import takes at most " + MOST_LINES + " lines; send several. Nothing was imported.");
            }
            if (!ImportLines.isBlank(line)) {
                objects++;
            }
            out.write(line);
            out.write('\n');
        }
        out.flush();
    }

    /** Where a failure to write is told apart from a failure to read the body. */
    private static final class Room extends OutputStream {
        private final OutputStream file;

        Room(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                file.write(bytes, offset, length);
            } catch (IOException e) {
                throw noRoom(e);
            }
        }
    }

    /** How many lines hold an object. */
    int objects() {
        return objects;
    }

    /** The lines from the first. */
    ImportLines lines() throws IOException {
        file.position(0);
        return new ImportLines(Channels.newInputStream(file));
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
