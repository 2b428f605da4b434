package dev.sekisho.change.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of persons: stored ones, and those used lately. One that is not held in memory is not looked for but made anew, so
 * a person may have several, and no two transactions ever wait for one another here.
 */
final class PersonKeys {
    private static final int HELD = 20_000;
    private static final int ASKED = 500;

    private final DataSource database;
    private final Cache<ByteBuffer, PersonKey> held =
            Caffeine.newBuilder().maximumSize(HELD).build();

    PersonKeys(DataSource database) {
        this.database = database;
    }

    @Nullable
    PersonKey held(ByteBuffer person) {
        return held.getIfPresent(person);
    }

    void hold(Map<ByteBuffer, PersonKey> keys) {
        held.putAll(keys);
    }

    void insert(Map<ByteBuffer, PersonKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into person_key (id, person, secret) values (?, ?, ?)")) {
            for (Map.Entry<ByteBuffer, PersonKey> entry : keys.entrySet()) {
                insert.setObject(1, entry.getValue().id());
                insert.setBytes(2, entry.getKey().array());
                insert.setBytes(3, entry.getValue().secret());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The stored ones of these, in the transaction at hand. */
    Map<UUID, PersonKey> stored(Collection<UUID> ids) throws SQLException {
        var found = new HashMap<UUID, PersonKey>();
        List<UUID> all = List.copyOf(ids);
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < all.size(); from += ASKED) {
                read(connection, all.subList(from, Math.min(all.size(), from + ASKED)), found);
            }
        }
        return found;
    }

    private static void read(Connection connection, List<UUID> ids, Map<UUID, PersonKey> into) throws SQLException {
        String sql = "select id, secret from person_key where id in ("
                + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                select.setObject(i + 1, ids.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    into.put(id, new PersonKey(id, rows.getBytes(2)));
                }
            }
        }
    }

    /** Deletes all keys of a person, in the transaction at hand, and tells how many there were. */
    int delete(ByteBuffer person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from person_key where person = ?")) {
            delete.setBytes(1, person.array());
            return delete.executeUpdate();
        }
    }

    void forget(ByteBuffer person) {
        held.invalidate(person);
    }
}
