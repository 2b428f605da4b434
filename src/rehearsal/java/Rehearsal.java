import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the packaged service once, with the demonstration estate and a database of its own, asks it what it is mostly
 * asked, and stops it; the Java machine then writes down the classes it had loaded. A service that is given this archive
 * ({@code -XX:SharedArchiveFile}) starts in little more than half the time. Without one it starts all the same, so
 * whatever goes wrong here is said and fails nothing.
 *
 * <p>Run as a source file: {@code java Rehearsal.java <folder of quarkus-run.jar> <archive to write>}.
 */
final class Rehearsal {
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[0-9.:]+)");
    private static final List<String> QUESTIONS = List.of(
            "/q/health/ready", "/api/v1/risk-scores", "/api/v1/unfiltered-links", "/api/v1/unpatched-software", "/");
    private static final int PATIENCE_SECONDS = 120;

    private final Path application;
    private final Path archive;
    private final Path stage;
    private final String key = "sek_" + random(12) + "_" + random(43);

    private Rehearsal(Path application, Path archive, Path stage) {
        this.application = application.toAbsolutePath();
        this.archive = archive.toAbsolutePath();
        this.stage = stage;
    }

    public static void main(String[] arguments) throws IOException {
        Path stage = Files.createTempDirectory("rehearsal");
        try {
            new Rehearsal(Path.of(arguments[0]), Path.of(arguments[1]), stage).play();
        } catch (IOException | RuntimeException e) {
            System.err.println("No class archive was made, so the service will start more slowly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clear(stage);
        }
    }

    private void play() throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        Path said = stage.resolve("said");
        Process service = start(said);
        try {
            URI address = address(service, said);
            for (String question : QUESTIONS) {
                ask(address.resolve(question));
            }
        } finally {
            service.destroy();
            if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        if (!Files.exists(archive)) {
            throw new IOException("the Java machine wrote none\n" + Files.readString(said));
        }
    }

    private Process start(Path said) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-jar",
                application.resolve("quarkus-run.jar").toString());
        // Nothing that a developer has set for the real service, its database least of all, may take part in this.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("SEKISHO_"));
        builder.environment().put("SEKISHO_DEMO", "true");
        builder.environment().put("SEKISHO_ADMIN_KEY", key);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        return builder.directory(stage.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static URI address(Process service, Path said) throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE_SECONDS * 10 && service.isAlive(); tries++) {
            Matcher found = ADDRESS.matcher(Files.readString(said));
            if (found.find()) {
                return URI.create(found.group(1));
            }
            Thread.sleep(100);
        }
        throw new IOException("the service did not start\n" + Files.readString(said));
    }

    private void ask(URI question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(question).header("Authorization", "Bearer " + key);
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }

    private static String random(int length) {
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        return new SecureRandom()
                .ints(length, 0, letters.length())
                .collect(StringBuilder::new, (text, at) -> text.append(letters.charAt(at)), StringBuilder::append)
                .toString();
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
