package dev.sekisho.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * A schema of its own in the database under test, filled as an earlier version left it and brought up to date by the very
 * migrations of the service. In statements "~" stands for its name.
 */
public final class EarlierSchema {
    private final String name;

    public EarlierSchema(String purpose) {
        name = purpose + "_" + Long.toString(System.nanoTime(), 36);
    }

    /** @param target a version, or "latest" */
    public void migrate(String target) {
        Config config = ConfigProvider.getConfig();
        Flyway.configure()
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getOptionalValue("quarkus.datasource.password", String.class)
                                .orElse(null))
                .schemas(name)
                .defaultSchema(name)
                .target(target)
                .load()
                .migrate();
    }

    public void drop() throws SQLException {
        execute("drop schema ~ cascade");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql.replace("~", name));
        }
    }

    /** The first value of the first row; null where there is none. */
    public String text(String sql) throws SQLException {
        List<List<String>> found = read(sql);
        return found.isEmpty() ? null : found.get(0).get(0);
    }

    /** Every row in a line. */
    public List<String> rows(String sql) throws SQLException {
        return read(sql).stream()
                .map(row -> String.join(", ", row.stream().map(String::valueOf).toList()))
                .toList();
    }

    private List<List<String>> read(String sql) throws SQLException {
        var found = new ArrayList<List<String>>();
        each(sql, from -> {
            var row = new ArrayList<String>();
            for (int i = 1; i <= from.getMetaData().getColumnCount(); i++) {
                row.add(from.getString(i));
            }
            found.add(row);
        });
        return found;
    }

    /** Takes every row. */
    public void each(String sql, Taker taker) throws SQLException {
        try (Connection connection = BesideTheService.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace("~", name))) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    /** Takes a row. */
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }
}
