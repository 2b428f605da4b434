package dev.sekisho.change.proof;

import dev.sekisho.change.Address;
import dev.sekisho.change.ChangeId;
import dev.sekisho.change.LoggedRow;
import dev.sekisho.change.RowHash;
import dev.sekisho.digest.Sha256;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of the log one after the other, in the order of their ids. */
final class RowCheck {
    /** Row by row with what its transaction is to come to, published or not. */
    static final String SELECT = "select c.id, c.tx, c.at, c.actor, c.trace_id, c.source, c.reason, c.collection,"
            + " c.object_key, c.part, c.operation, c.object_version, coalesce(c.body, b.body), c.body_sha256, c.row_hash,"
            + " t.revision, coalesce(t.change_count, p.change_count), coalesce(t.rows_hash, p.rows_hash)"
            + " from change_log c left join change_body b on c.body is null and b.sha256 = c.body_sha256"
            + " left join revision_tx t on t.tx = c.tx left join pending_change p on p.tx = c.tx"
            + " where c.id > ? order by c.id limit ?";

    private @Nullable Transaction current;
    private UUID last = new UUID(0, 0);
    private long rows;

    /** The transaction whose rows come. */
    private static final class Transaction {
        private final UUID tx;
        private final @Nullable Long revision;
        private final int count;
        private final byte @Nullable [] hash;
        private int seen;
        private byte[] last = RowHash.start();

        Transaction(ResultSet row) throws SQLException {
            tx = row.getObject(2, UUID.class);
            long number = row.getLong(16);
            revision = row.wasNull() ? null : number;
            count = row.getInt(17);
            hash = row.getBytes(18);
        }
    }

    long rows() {
        return rows;
    }

    /** The row that was looked at last; before the first, an id below all. */
    UUID last() {
        return last;
    }

    /** What does not fit of the next row. */
    @Nullable
    Fault next(ResultSet row) throws SQLException {
        rows++;
        UUID id = row.getObject(1, UUID.class);
        last = id;
        Fault ended = null;
        if (current == null || !current.tx.equals(row.getObject(2, UUID.class))) {
            ended = end();
            current = new Transaction(row);
        }
        return ended != null ? ended : check(current, id, row);
    }

    private static @Nullable Fault check(Transaction of, UUID id, ResultSet row) throws SQLException {
        if (of.hash == null) {
            return Fault.of(id, null, "No revision tells of its transaction, and none is to come.");
        }
        of.seen++;
        UUID expected = ChangeId.of(of.tx, of.seen);
        if (!expected.equals(id)) {
            return Fault.of(expected, of.revision, "It is missing.");
        }
        String body = row.getString(13);
        byte[] sha256 = row.getBytes(14);
        if ((body == null) != (sha256 == null) || body != null && !MessageDigest.isEqual(Sha256.of(body), sha256)) {
            return Fault.of(id, of.revision, body == null ? "Its body is missing." : "Its body is another.");
        }
        byte[] hash = logged(id, row).hashAfter(of.last);
        if (!MessageDigest.isEqual(hash, row.getBytes(15))) {
            return Fault.of(id, of.revision, "It is not as it was written, or not what stood there.");
        }
        of.last = hash;
        return null;
    }

    private static LoggedRow logged(UUID id, ResultSet row) throws SQLException {
        var written = new LoggedRow.Written(
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
        return new LoggedRow(
                id,
                written,
                new Address(row.getString(8), row.getString(9), row.getString(10)),
                row.getString(11),
                row.getLong(12),
                row.getBytes(14));
    }

    /** What does not fit of the transaction whose rows came last. */
    @Nullable
    Fault end() {
        Transaction of = current;
        current = null;
        if (of == null) {
            return null;
        }
        if (of.seen < of.count) {
            return Fault.of(ChangeId.of(of.tx, of.seen + 1), of.revision, "It is missing.");
        }
        return of.seen == of.count && MessageDigest.isEqual(of.last, of.hash)
                ? null
                : Fault.of(
                        ChangeId.of(of.tx, of.seen),
                        of.revision,
                        "The changes of its transaction, of which it is the last, are not those that were written.");
    }
}
