package dev.sekisho.feed.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a zip as they come, stored or deflated; at the end they are held against the directory behind them. */
final class Zip extends ZipArchiveInputStream {
    private final ZipDirectory directory;
    private long entries;

    Zip(InputStream in) {
        this(new ZipDirectory(in));
    }

    private Zip(ZipDirectory directory) {
        super(directory, StandardCharsets.UTF_8.name(), true);
        this.directory = directory;
    }

    /**
     * The next entry, or null at the end.
     *
     * @throws EOFException if the directory is missing or names more entries than came
     */
    @Nullable
    ZipArchiveEntry next() throws IOException {
        ZipArchiveEntry entry = getNextEntry();
        if (entry == null) {
            directory.check(entries);
            return null;
        }
        entries++;
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED
                || !canReadEntryData(entry)) {
            throw new ZipException("the file " + entry.getName() + " is packed in a way that is not read");
        }
        return entry;
    }
}
