package dev.sekisho.database;

import java.io.File;
import java.util.Objects;
import java.util.Optional;

/** The folder of an embedded database's file. */
record DataFolder(File path) {
    /** What the file must be able to grow by, so that whatever is begun can be finished. */
    static final long LEAST = 8L << 20;

    private static final String FILE = "jdbc:h2:file:";

    /** Empty for a server, and for a database in memory. */
    static Optional<DataFolder> of(String address) {
        if (!address.startsWith(FILE)) {
            return Optional.empty();
        }
        File data = new File(address.substring(FILE.length()).split(";", 2)[0]).getAbsoluteFile();
        return Optional.of(new DataFolder(Objects.requireNonNullElse(data.getParentFile(), data)));
    }

    /** Before the first start it need not be there. */
    boolean hasRoom() {
        return !path.exists() || path.getUsableSpace() >= LEAST;
    }
}
