package dev.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.Api;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the walk through the demonstration estate, as the README has it, into the shells people paste it into. */
@QuarkusTest
@TestProfile(WalkTest.Demonstration.class)
@EnabledIf("shellsAreThere")
class WalkTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\n(.*?)^```$");
    private static final Pattern CALL = Pattern.compile("(?m)^api ");

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path directory;

    /** The demonstration estate as the service loads it, and nothing else. */
    public static class Demonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:walk;DB_CLOSE_DELAY=-1", "sekisho.demo", "true");
        }
    }

    static boolean shellsAreThere() {
        return List.of("bash", "zsh", "curl", "jq").stream()
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
    }

    @Test
    void worksInBothShellsAndTellsWhatTheReadmeSays() throws Exception {
        assertThat(scores(walk("bash", "--norc", "-i"))).containsExactly("82.5", "100", "82.5", "30.7", "27.4");

        // The same again, on what the first walk left behind.
        Api.delete("advisories/MSP-2020-001").then().statusCode(204);
        assertThat(scores(walk("zsh", "-f", "-i", "-s"))).endsWith("27.4");
    }

    private static List<String> scores(List<JsonNode> answers) {
        return answers.stream()
                .filter(answer -> answer.path("key").asText().equals("msp-unix") && answer.has("contributions"))
                .map(answer -> answer.get("score").asText())
                .toList();
    }

    /** What the walk prints: an answer to every call, and no problem among them. */
    private List<JsonNode> walk(String... shell) throws IOException, InterruptedException {
        String commands = commands();
        Path printed = directory.resolve(shell[0]);
        Path said = directory.resolve(shell[0] + ".err");
        Process process = new ProcessBuilder(shell)
                .redirectOutput(printed.toFile())
                .redirectError(said.toFile())
                .start();
        try (var typed = process.outputWriter()) {
            typed.write(commands);
        }
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(printed)).contains("\n  \"");
        List<JsonNode> answers = new ObjectMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(printed.toFile())
                .readAll();
        assertThat(answers)
                .as(Files.readString(said))
                .hasSize((int) CALL.matcher(commands).results().count())
                .noneMatch(answer -> answer.has("traceId"));
        return answers;
    }

    private String commands() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String walk = readme.substring(
                readme.indexOf("## A walk through it"), readme.indexOf("Real feeds and configurations"));
        String blocks =
                BLOCK.matcher(walk).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        return blocks.replace("sek_...", Api.ADMIN_KEY).replace("http://localhost:8080/", server.toString());
    }
}
