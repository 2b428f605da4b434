package dev.sekisho.change.revision;

import dev.sekisho.change.RowHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes changes: within the transaction that records what came of them, and only those whose facts were read before.
 * Everything here is to be called within a transaction.
 */
@ApplicationScoped
public class RevisionBook {
    private static final int TOGETHER = 500;

    private final DataSource database;
    private final String build;

    RevisionBook(DataSource database, @ConfigProperty(name = "quarkus.application.version") String build) {
        this.database = database;
        this.build = build;
    }

    /** The transactions that no revision tells of yet. */
    public Set<UUID> pending() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select tx from pending_change");
                ResultSet rows = select.executeQuery()) {
            var pending = new HashSet<UUID>();
            while (rows.next()) {
                pending.add(rows.getObject(1, UUID.class));
            }
            return pending;
        }
    }

    /**
     * Publishes what is pending of some transactions; where that is nothing, there is no revision but the very first.
     *
     * @param model by which was judged
     * @return whether there is another revision than before
     */
    public boolean publish(Collection<UUID> transactions, Instant at, LocalDate day, String model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            SortedMap<String, RevisionRow.Rows> pending = pending(connection, transactions);
            Head head = head(connection);
            if (pending.isEmpty() && head.number() > 0) {
                return false;
            }
            int changes = pending.values().stream()
                    .mapToInt(RevisionRow.Rows::changes)
                    .sum();
            var row = new RevisionRow(
                    head.number() + 1,
                    at,
                    day,
                    epoch(connection),
                    build + " " + model,
                    changes,
                    RevisionRow.rowsHash(pending));
            insert(connection, row, row.hashAfter(head.hash()));
            move(connection, row.number(), pending);
            return true;
        }
    }

    /** The last revision; number 0 and the hash of nothing before the first. */
    public record Head(long number, byte[] hash) {}

    public Head head() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return head(connection);
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select revision, hash from revision order by revision desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : new Head(0, RowHash.start());
        }
    }

    private static long epoch(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select epoch from assessor where id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static SortedMap<String, RevisionRow.Rows> pending(Connection connection, Collection<UUID> transactions)
            throws SQLException {
        var found = new TreeMap<String, RevisionRow.Rows>();
        List<UUID> all = List.copyOf(transactions);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            String sql = "select tx, change_count, rows_hash from pending_change where tx in ("
                    + String.join(",", Collections.nCopies(some.size(), "?")) + ")";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    select.setObject(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getString(1), new RevisionRow.Rows(rows.getInt(2), rows.getBytes(3)));
                    }
                }
            }
        }
        return found;
    }

    private static void insert(Connection connection, RevisionRow row, byte[] hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into revision (revision, at, on_day, epoch, judge, change_count, rows_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.number());
            insert.setObject(2, row.at().atOffset(ZoneOffset.UTC));
            insert.setObject(3, row.day());
            insert.setLong(4, row.epoch());
            insert.setString(5, row.judge());
            insert.setInt(6, row.changes());
            insert.setBytes(7, row.rowsHash());
            insert.setBytes(8, hash);
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, long number, SortedMap<String, RevisionRow.Rows> pending)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into revision_tx (tx, revision, change_count, rows_hash) values (?, ?, ?, ?)");
                PreparedStatement delete = connection.prepareStatement("delete from pending_change where tx = ?")) {
            int waiting = 0;
            for (var entry : pending.entrySet()) {
                UUID tx = UUID.fromString(entry.getKey());
                insert.setObject(1, tx);
                insert.setLong(2, number);
                insert.setInt(3, entry.getValue().changes());
                insert.setBytes(4, entry.getValue().hash());
                insert.addBatch();
                delete.setObject(1, tx);
                delete.addBatch();
                if (++waiting % TOGETHER == 0) {
                    insert.executeBatch();
                    delete.executeBatch();
                }
            }
            insert.executeBatch();
            delete.executeBatch();
        }
    }

    /** The revision that tells of a transaction; absent while none does. */
    public @Nullable Long of(UUID tx) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select revision from revision_tx where tx = ?")) {
            select.setObject(1, tx);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }
}
