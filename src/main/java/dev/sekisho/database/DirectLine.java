package dev.sekisho.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections beside the pool, for what must not wait until others give one back. */
@ApplicationScoped
class DirectLine {
    /** How long one statement may take; what is asked here is answered at once or not at all. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String address;
    private final Properties credentials = new Properties();

    DirectLine(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String address,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.address = address;
        credentials.setProperty("user", user);
        credentials.setProperty("password", password.orElse(""));
        credentials.setProperty("loginTimeout", "3");
        credentials.setProperty("ApplicationName", "sekisho lease");
    }

    boolean isEmbedded() {
        return EmbeddedOrServerDriver.isEmbedded(address);
    }

    Connection open() throws SQLException {
        Connection connection = Objects.requireNonNull(new EmbeddedOrServerDriver().connect(address, credentials));
        if (!isEmbedded()) {
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
        }
        return connection;
    }
}
