package dev.sekisho.change.proof;

import dev.sekisho.change.RowHash;
import dev.sekisho.change.revision.RevisionRow;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at the revisions one after the other, each with its transactions. */
final class ChainCheck {
    static final String SELECT =
            "select r.revision, r.at, r.on_day, r.epoch, r.judge, r.change_count, r.rows_hash, r.hash,"
                    + " t.tx, t.change_count, t.rows_hash from revision r left join revision_tx t on t.revision = r.revision"
                    + " where r.revision > ? and r.revision <= ? order by r.revision, t.tx";

    private final ProofView.@Nullable Head given;
    private final SortedMap<String, RevisionRow.Rows> transactions = new TreeMap<>();
    private @Nullable RevisionRow current;
    private byte[] hash = RowHash.start();
    private byte[] before = RowHash.start();
    private long number;

    /** @param given what was kept elsewhere */
    ChainCheck(ProofView.@Nullable Head given) {
        this.given = given;
    }

    /** The last revision that fitted. */
    ProofView.Head head() {
        return new ProofView.Head(number, HexFormat.of().formatHex(before));
    }

    @Nullable
    Fault next(ResultSet row) throws SQLException {
        Fault fault = null;
        if (current == null || current.number() != row.getLong(1)) {
            fault = end();
            current = new RevisionRow(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, LocalDate.class),
                    row.getLong(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getBytes(7));
            hash = row.getBytes(8);
        }
        String tx = row.getString(9);
        if (tx != null) {
            transactions.put(tx, new RevisionRow.Rows(row.getInt(10), row.getBytes(11)));
        }
        return fault;
    }

    /** What does not fit of the revision whose transactions came last. */
    @Nullable
    Fault end() {
        RevisionRow of = current;
        if (of == null) {
            return null;
        }
        current = null;
        String detail = wrong(of);
        transactions.clear();
        if (detail != null) {
            return new Fault(null, number + 1, detail);
        }
        number = of.number();
        before = hash;
        boolean other = given != null
                && given.revision() == number
                && !given.hash().equals(HexFormat.of().formatHex(hash));
        return other ? new Fault(null, number, "Its hash is not the one that was kept elsewhere.") : null;
    }

    private @Nullable String wrong(RevisionRow of) {
        if (of.number() != number + 1) {
            return "It is missing.";
        }
        int changes = transactions.values().stream()
                .mapToInt(RevisionRow.Rows::changes)
                .sum();
        if (changes != of.changes() || !MessageDigest.isEqual(RevisionRow.rowsHash(transactions), of.rowsHash())) {
            return "Its transactions are not those it was published with.";
        }
        return MessageDigest.isEqual(of.hashAfter(before), hash)
                ? null
                : "It is not as it was published, or does not follow on the one before.";
    }

    /** That the one that was kept elsewhere has not been reached. */
    @Nullable
    Fault missed() {
        return given != null && given.revision() > number
                ? new Fault(null, number + 1, "It is missing: revision " + given.revision() + " was there once.")
                : null;
    }
}
