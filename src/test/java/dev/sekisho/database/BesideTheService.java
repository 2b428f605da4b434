package dev.sekisho.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Connections to the database under test, for what a test changes or looks at behind the back of the service. */
public final class BesideTheService {
    private BesideTheService() {}

    public static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        var credentials = new Properties();
        credentials.setProperty("user", config.getValue("quarkus.datasource.username", String.class));
        config.getOptionalValue("quarkus.datasource.password", String.class)
                .ifPresent(password -> credentials.setProperty("password", password));
        String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        return Objects.requireNonNull(new EmbeddedOrServerDriver().connect(url, credentials));
    }
}
