package dev.sekisho.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Inserts rows of the log, in the transaction at hand. */
final class ChangeRows {
    private static final String INSERT =
            "insert into change_log (id, tx, at, actor, trace_id, source, reason, collection,"
                    + " object_key, part, operation, object_version, body, body_sha256, row_hash)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BODY_KNOWN = "select 1 from change_body where sha256 = ?";
    private static final String BODY = "insert into change_body (sha256, body) values (?, ?)";
    private static final String PENDING = "insert into pending_change (tx, change_count, rows_hash) values (?, ?, ?)";

    private final DataSource database;

    ChangeRows(DataSource database) {
        this.database = database;
    }

    /**
     * @param before the hash of the row before the first
     * @return the hash of the last
     */
    byte[] insert(LoggedRow.Written written, List<Entry> entries, byte[] before) throws SQLException {
        byte[] last = before;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Map<Address, Long> versions =
                    versions(connection, entries.stream().map(Entry::address).toList());
            var large = new LinkedHashMap<String, Entry>();
            for (Entry entry : entries) {
                long version = versions.merge(entry.address(), 1L, Long::sum);
                var row = new LoggedRow(
                        entry.id(), written, entry.address(), entry.operation().name(), version, entry.sha256());
                last = row.hashAfter(last);
                set(insert, row, entry, last);
                insert.addBatch();
                if (entry.isLarge()) {
                    large.put(HexFormat.of().formatHex(entry.sha256()), entry);
                }
            }
            for (Entry entry : large.values()) {
                keepBody(connection, entry);
            }
            insert.executeBatch();
        }
        return last;
    }

    private static void set(PreparedStatement insert, LoggedRow row, Entry entry, byte[] hash) throws SQLException {
        LoggedRow.Written written = row.written();
        insert.setObject(1, row.id());
        insert.setObject(2, written.tx());
        insert.setObject(3, written.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, written.actor());
        insert.setString(5, written.traceId());
        insert.setString(6, written.source());
        insert.setString(7, written.reason());
        insert.setString(8, row.address().collection());
        insert.setString(9, row.address().key());
        insert.setString(10, row.address().part());
        insert.setString(11, row.operation());
        insert.setLong(12, row.version());
        insert.setString(13, entry.isLarge() ? null : entry.text());
        insert.setBytes(14, row.bodySha256());
        insert.setBytes(15, hash);
    }

    private static void keepBody(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(BODY_KNOWN);
                PreparedStatement insert = connection.prepareStatement(BODY)) {
            known.setBytes(1, entry.sha256());
            try (ResultSet row = known.executeQuery()) {
                if (!row.next()) {
                    insert.setBytes(1, entry.sha256());
                    insert.setString(2, entry.text());
                    insert.executeUpdate();
                }
            }
        }
    }

    /** Those of some objects and parts that ever had a change, each with its version so far. */
    Map<Address, Long> versions(Collection<Address> addresses) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return versions(connection, addresses);
        }
    }

    private static Map<Address, Long> versions(Connection connection, Collection<Address> addresses)
            throws SQLException {
        var versions = new HashMap<Address, Long>();
        Map<String, Set<String>> keysByCollection =
                addresses.stream().collect(groupingBy(Address::collection, mapping(Address::key, toSet())));
        for (Map.Entry<String, Set<String>> of : keysByCollection.entrySet()) {
            List<String> keys = List.copyOf(of.getValue());
            String sql =
                    "select object_key, part, max(object_version) from change_log where collection = ? and object_key in ("
                            + String.join(",", Collections.nCopies(keys.size(), "?")) + ") group by object_key, part";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, of.getKey());
                for (int i = 0; i < keys.size(); i++) {
                    select.setString(i + 2, keys.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        versions.put(new Address(of.getKey(), rows.getString(1), rows.getString(2)), rows.getLong(3));
                    }
                }
            }
        }
        return versions;
    }

    void pending(UUID tx, int changes, byte[] hash) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PENDING)) {
            insert.setObject(1, tx);
            insert.setInt(2, changes);
            insert.setBytes(3, hash);
            insert.executeUpdate();
        }
    }
}
