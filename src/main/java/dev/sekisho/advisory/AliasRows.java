package dev.sekisho.advisory;

import dev.sekisho.registry.Chunks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Which advisories go by a further name, so that a vulnerability is found by every id it has and counts once. */
@ApplicationScoped
class AliasRows {
    private final DataSource database;

    AliasRows(DataSource database) {
        this.database = database;
    }

    /** Keys of the advisories that go by one of these names, which are folded. */
    Set<String> advisoriesNamed(Collection<String> folded) {
        var found = new HashSet<String>();
        try (Connection connection = database.getConnection()) {
            for (List<String> names : Chunks.of(folded)) {
                read(connection, names, found);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the names of advisories cannot be read", e);
        }
    }

    private static void read(Connection connection, List<String> names, Set<String> found) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        try (PreparedStatement select =
                connection.prepareStatement("select advisory from advisory_alias where alias in (" + marks + ")")) {
            for (int i = 0; i < names.size(); i++) {
                select.setString(i + 1, names.get(i));
            }
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
    }

    /** Keeps the names of these advisories in place of those they had. */
    void keep(Collection<AdvisoryEntity> advisories) {
        remove(advisories.stream().map(row -> row.id).toList());
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into advisory_alias (alias, advisory) values (?, ?)")) {
            for (AdvisoryEntity row : advisories) {
                for (String alias : row.saidNames()) {
                    insert.setString(1, alias);
                    insert.setString(2, row.id);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the names of advisories cannot be kept", e);
        }
    }

    void remove(Collection<String> advisories) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from advisory_alias where advisory = ?")) {
            for (String advisory : advisories) {
                delete.setString(1, advisory);
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the names of advisories cannot be removed", e);
        }
    }
}
