package dev.sekisho.assessment;

import java.sql.SQLException;

/** The row that says which revision is published. */
final class Publication {
    private final int revision;
    private final boolean unfinished;

    private Publication(int revision, boolean unfinished) {
        this.revision = revision;
        this.unfinished = unfinished;
    }

    static Publication read(BatchWriter writer) throws SQLException {
        var found = new Publication[1];
        writer.read(
                "select revision, unfinished from publication where id = 1",
                none -> {},
                row -> found[0] = new Publication(row.getInt(1), row.getBoolean(2)));
        return found[0];
    }

    int revision() {
        return revision;
    }

    /** Whether there are rows that do not count yet, or no more. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** To be called before the first row is written that does not count yet. */
    static void begin(BatchWriter writer) throws SQLException {
        mark(writer, true);
    }

    /** To be called when only rows are left that count. */
    static void end(BatchWriter writer) throws SQLException {
        mark(writer, false);
    }

    private static void mark(BatchWriter writer, boolean unfinished) throws SQLException {
        writer.write(
                "update publication set unfinished = ? where id = 1", statement -> statement.setBoolean(1, unfinished));
        writer.finish();
    }

    static void publish(BatchWriter writer, int revision) throws SQLException {
        writer.write("update publication set revision = ? where id = 1", statement -> statement.setInt(1, revision));
        writer.finish();
    }
}
