package dev.sekisho.operation;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own, to be stopped politely or not. */
final class ServiceProcess implements AutoCloseable {
    static final String JAR = System.getProperty("sekisho.jar");
    static final List<String> USUAL = List.of("-Xmx512m", "-jar", JAR);
    static final String KEY = "sek_abcdefghijkl_0123456789012345678901234567890123456789012";

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServiceProcess onFile(Path directory) throws IOException {
        return start(directory, Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + directory.resolve("data")));
    }

    static ServiceProcess start(Path directory, Map<String, String> settings) throws IOException {
        return start(directory, settings, USUAL);
    }

    /** @param java the options of the Java machine, and what it starts */
    static ServiceProcess start(Path directory, Map<String, String> settings, List<String> java) throws IOException {
        ServiceProcess service = begun(directory, settings, java);
        service.awaitReady();
        return service;
    }

    /** Begun, and not yet ready. */
    static ServiceProcess begun(Path directory, Map<String, String> settings) throws IOException {
        return begun(directory, settings, USUAL);
    }

    private static ServiceProcess begun(Path directory, Map<String, String> settings, List<String> java)
            throws IOException {
        int port = freePort();
        var command = command(directory, settings, port, directory.resolve("service.log"), java);
        return new ServiceProcess(command.start(), port);
    }

    /** How a start ends that must not succeed: its exit code and what it said. */
    static Refusal refusal(Path directory, Map<String, String> settings) throws IOException, InterruptedException {
        return refusal(directory, settings, USUAL);
    }

    static Refusal refusal(Path directory, Map<String, String> settings, List<String> java)
            throws IOException, InterruptedException {
        Path said = directory.resolve("refusal.log");
        Process process = command(directory, settings, freePort(), said, java).start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it started");
        }
        return new Refusal(process.exitValue(), Files.readString(said));
    }

    record Refusal(int exitCode, String said) {}

    private static ProcessBuilder command(
            Path directory, Map<String, String> settings, int port, Path log, List<String> java) {
        var line =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        line.addAll(java);
        var command = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        command.environment().put("SEKISHO_ADMIN_KEY", KEY);
        command.environment().putAll(settings);
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(300))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    private boolean isReady() {
        return health("ready") == 200;
    }

    /** What a health check answers; 0 while nobody listens. */
    int health(String check) {
        try {
            return given().baseUri("http://127.0.0.1")
                    .port(port)
                    .get("/q/health/" + check)
                    .statusCode();
        } catch (Exception notYet) {
            return 0;
        }
    }

    /** As kill -STOP does: it stands still and says nothing. */
    void pause() throws IOException, InterruptedException {
        Signals.send("STOP", process.pid());
    }

    void goOn() throws IOException, InterruptedException {
        Signals.send("CONT", process.pid());
    }

    /** Waits for an end that comes by itself; tells its exit code. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + atMost.toSeconds() + " s");
        }
        return process.exitValue();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    RequestSpecification api() {
        return given().baseUri("http://127.0.0.1")
                .port(port)
                .basePath("/api/v1")
                .header("Authorization", "Bearer " + KEY)
                .contentType("application/json");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does: nothing of the process runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As kill -15 does; tells the exit code, or fails when the process takes longer than it may. */
    int stop(Duration atMost) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running " + atMost.toSeconds() + " s after it was told to stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
